package io.github.jpabyexample.testing.sql;

import java.io.InputStream;
import java.io.Reader;
import java.sql.Blob;
import java.sql.Clob;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One set of bound values as text that is the same in each run: no identity hash codes, and nothing endless.
 *
 * @param texts in the order of their places
 * @param rest differs, as a rule, where values differ in what their texts leave out
 */
record Values(List<String> texts, int rest) {

    static final Values NONE = new Values(List.of(), 0);

    private static final int LONGEST = 80;

    /** The values of a statement that is being prepared. Parameters of a call may be bound by name. */
    static final class Bound {

        private record Value(String text, int rest) {}

        private final Map<Integer, Value> byPlace = new TreeMap<>();
        private final Map<String, Value> byName = new TreeMap<>();
        private @Nullable Values values = NONE;

        void set(Object place, @Nullable Object value) {
            String text = text(value);
            boolean isShort = text.length() <= LONGEST;
            var bound = isShort
                    ? new Value(text, restOf(value))
                    : new Value(text.substring(0, LONGEST - 1) + "…", text.hashCode() ^ restOf(value));
            if (place instanceof Integer index) {
                byPlace.put(index, bound);
            } else {
                byName.put(String.valueOf(place), bound);
            }
            values = null;
        }

        void clear() {
            byPlace.clear();
            byName.clear();
            values = NONE;
        }

        Values values() {
            Values known = values;
            if (known == null) {
                var texts = new String[byPlace.size() + byName.size()];
                int count = 0;
                int rest = 0;
                for (var bound : List.of(byPlace, byName)) {
                    for (Value value : bound.values()) {
                        texts[count++] = value.text;
                        rest = 31 * rest + value.rest;
                    }
                }
                known = new Values(List.of(texts), rest);
                values = known;
            }
            return known;
        }
    }

    /** {@return roughly how many bytes this takes} */
    int weight() {
        int weight = 0;
        for (String text : texts) {
            weight += 50 + text.length();
        }
        return weight;
    }

    private static String text(@Nullable Object value) {
        if (value instanceof CharSequence text) {
            return "'" + text + "'";
        }
        if (value instanceof byte[] bytes) {
            return bytes.length == 1 ? "1 byte" : bytes.length + " bytes";
        }
        if (value instanceof Object[] array) {
            return Arrays.deepToString(array);
        }
        if (value instanceof InputStream || value instanceof Blob) {
            return "a stream of bytes";
        }
        if (value instanceof Reader || value instanceof Clob) {
            return "a stream of characters";
        }
        return String.valueOf(value);
    }

    private static int restOf(@Nullable Object value) {
        if (value instanceof byte[] bytes) {
            return Arrays.hashCode(bytes);
        }
        boolean isOpaque = value instanceof InputStream
                || value instanceof Blob
                || value instanceof Reader
                || value instanceof Clob;
        return isOpaque ? System.identityHashCode(value) : 0;
    }
}
