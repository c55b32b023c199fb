package io.github.jpabyexample.testing.sql;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One round trip to the database: a statement, or a batch of one statement with several sets of values. A batch of
 * different statements (plain JDBC's {@code addBatch(sql)}) is kept as that many statements.
 *
 * <p>Only this library makes one: a later version may add a component, so its constructor and its pattern are no promise.
 *
 * @param text the SQL as the provider sent it
 * @param kind what it does
 * @param table the table it writes to or first reads from, as written but in lower case; null where that cannot be seen
 * @param parameters for each set of bound values, the values as text, cut where they are long; what has no readable
 *     text, such as bytes or a stream, by its kind
 * @param batch how many sets were sent at once, 1 where the statement went alone
 * @param rows how many rows were read so far, or written, as far as the driver says
 * @param took from the call to the answer
 * @param failure the database's message, or null where the statement succeeded
 */
public record SqlStatement(
        String text,
        Kind kind,
        @Nullable String table,
        List<List<String>> parameters,
        int batch,
        long rows,
        Duration took,
        @Nullable String failure) {

    /** What a statement does: its main verb, or that of a part that writes. */
    public enum Kind {
        /** Reads rows. */
        SELECT,
        /** Adds rows; a merge, too. */
        INSERT,
        /** Changes rows. */
        UPDATE,
        /** Removes rows. */
        DELETE,
        /** Asks a sequence for its next value. */
        SEQUENCE,
        /** Changes the schema. */
        DDL,
        /** All else: calls, settings of the session, savepoints. */
        OTHER
    }

    /** Copies the parameters, so that the record stays as it is. */
    public SqlStatement {
        parameters = parameters.stream().map(List::copyOf).toList();
    }

    /**
     * Says whether this is about a table.
     *
     * @param name in any case, with its schema or without
     * @return true if the statement's {@link #table()} is that one
     */
    public boolean isOn(String name) {
        return table != null
                && (table.equalsIgnoreCase(name)
                        || table.toLowerCase(Locale.ROOT).endsWith("." + name.toLowerCase(Locale.ROOT)));
    }

    /** {@return the SQL on one line, its values, and what came of it} */
    @Override
    public String toString() {
        String sql = text.strip().replaceAll("\\s+", " ");
        String values = parameters.stream()
                .filter(set -> !set.isEmpty())
                .limit(3)
                .map(set -> set.stream().collect(Collectors.joining(", ", "[", "]")))
                .collect(Collectors.joining(" "));
        String result = failure != null ? "failed: " + failure : rows + (rows == 1 ? " row" : " rows");
        return sql + (values.isEmpty() ? "" : " " + values) + (batch > 1 ? " batch of " + batch : "") + " → " + result;
    }
}
