package io.github.jpabyexample.testing.sql;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One statement that was sent, or a batch of one statement with several sets of values, which is one round trip. Several
 * statements in one string are kept as that many, and so is a batch of different statements (plain JDBC's {@code
 * addBatch(sql)}).
 *
 * <p>Only this library makes one: a later version may add a component, so its constructor and its pattern are no promise.
 *
 * <pre>{@code
 * SqlStatement first = jpa.sql().statements().get(0);
 * first.isOn("book");          // true
 * first.parameters().add(…);   // UnsupportedOperationException: it is immutable
 * }</pre>
 *
 * @param text the SQL as it was sent
 * @param parts what it does: one part, but for a statement with several that write, as in {@code with gone as (delete …)
 *     insert …}; what it only reads is then no part
 * @param parameters for each set of bound values, the values as text, cut where they are long; what has no readable
 *     text, such as bytes or a stream, by its kind
 * @param batch how many sets were sent at once, 1 where the statement went alone
 * @param took from the call to the answer
 * @param failure the database's message, or null where the statement succeeded
 */
public record SqlStatement(
        String text,
        List<Part> parts,
        List<List<String>> parameters,
        int batch,
        Duration took,
        @Nullable String failure) {

    /** Instead of a number of rows: the driver does not tell it. */
    public static final long UNKNOWN = -1;

    /** What a statement does: its main verb, or that of a part that writes. */
    public enum Kind {
        /** Reads rows. */
        SELECT,
        /** Adds rows; a merge, a replace and an upsert, too. */
        INSERT,
        /** Changes rows. */
        UPDATE,
        /** Removes rows. */
        DELETE,
        /** Asks a sequence for its next value, or for many, and reads no table. */
        SEQUENCE,
        /** Changes the schema. */
        DDL,
        /** All else: calls, settings of the session, savepoints. */
        OTHER
    }

    /**
     * What a statement does to one table.
     *
     * @param kind what it does
     * @param table the table that it writes to or first reads from, as written but in lower case; null where that cannot be
     *     seen
     * @param rows how many were read so far, or written; {@link #UNKNOWN} where the driver does not tell
     * @param merges whether it may change rows that are there instead of adding them: which it did, no driver tells
     */
    public record Part(Kind kind, @Nullable String table, long rows, boolean merges) {

        boolean isOn(String name) {
            return table != null && (table.equalsIgnoreCase(name) || qualifies(table, name));
        }

        /** Says whether nobody can tell: the table cannot be seen, or it is in a schema that the SQL does not name. */
        boolean mayBeOn(String name) {
            return table == null || (!table.contains(".") && qualifies(name, table));
        }

        /** Says whether nobody tells how many of its rows were not there before. */
        boolean hidesItsNewRows() {
            return rows == UNKNOWN || (merges && rows > 0);
        }

        private static boolean qualifies(String full, String simple) {
            return full.toLowerCase(Locale.ROOT).endsWith("." + simple.toLowerCase(Locale.ROOT));
        }
    }

    /** Copies the lists, so that the record stays as it is. */
    public SqlStatement {
        parts = List.copyOf(parts);
        parameters = parameters.stream().map(List::copyOf).toList();
    }

    /** {@return the kind of the first part} */
    public Kind kind() {
        return parts.get(0).kind();
    }

    /** {@return the table of the first part; null where it cannot be seen} */
    public @Nullable String table() {
        return parts.get(0).table();
    }

    /** {@return how many rows were read so far, or written by all parts; {@link #UNKNOWN} where the driver does not tell} */
    public long rows() {
        return parts.stream().anyMatch(part -> part.rows() == UNKNOWN)
                ? UNKNOWN
                : parts.stream().mapToLong(Part::rows).sum();
    }

    /**
     * Says whether this does something.
     *
     * @param kind what
     * @return true if a part is of that kind
     */
    public boolean does(Kind kind) {
        return parts.stream().anyMatch(part -> part.kind() == kind);
    }

    /**
     * Says whether this is about a table.
     *
     * @param name in any case, with its schema or without
     * @return true if the table of a part is that one
     */
    public boolean isOn(String name) {
        return parts.stream().anyMatch(part -> part.isOn(name));
    }

    /** {@return the SQL on one line, its values, and what came of it} */
    @Override
    public String toString() {
        String values = parameters.stream()
                .filter(set -> !set.isEmpty())
                .limit(3)
                .map(Object::toString)
                .collect(Collectors.joining(" "));
        return text.strip().replaceAll("\\s+", " ") + (values.isEmpty() ? "" : " " + values)
                + (batch > 1 ? " batch of " + batch : "") + " → " + result();
    }

    private String result() {
        if (failure != null) {
            return "failed: " + failure;
        }
        long rows = rows();
        return rows == UNKNOWN ? "unknown rows" : rows + (rows == 1 ? " row" : " rows");
    }
}
