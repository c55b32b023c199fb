package io.github.jpabyexample.testing.sql;

import java.io.InputStream;
import java.io.Reader;
import java.sql.Blob;
import java.sql.Clob;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import net.ttddyy.dsproxy.proxy.ParameterSetOperation;
import org.jspecify.annotations.Nullable;

/** Bound values as text that is the same in each run: no identity hash codes, and nothing endless. */
final class Values {

    private static final int LONGEST = 80;

    private Values() {}

    static List<String> of(List<ParameterSetOperation> operations) {
        return operations.stream()
                .filter(operation -> !ParameterSetOperation.isRegisterOutParameterOperation(operation))
                .sorted(Comparator.comparing(Values::position))
                .map(operation -> shortened(text(value(operation))))
                .toList();
    }

    // Parameters of a call that are bound by name stay in the order in which they were bound.
    private static Integer position(ParameterSetOperation operation) {
        return operation.getArgs()[0] instanceof Integer index ? index : 0;
    }

    private static @Nullable Object value(ParameterSetOperation operation) {
        return ParameterSetOperation.isSetNullParameterOperation(operation)
                ? null
                : operation.getArgs()[1];
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

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
    }
}
