package io.github.jpabyexample.testing.sql;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One round trip to the database: a statement, or a batch of one statement with several sets of values.
 *
 * @param text the SQL as the provider sent it
 * @param kind what it does
 * @param table the table it writes to or first reads from, in lower case; null where that cannot be seen
 * @param parameters for each set of bound values, the values as text; one empty set where nothing is bound
 * @param batch how many sets were sent at once, 1 where the statement went alone
 * @param rows how many rows were read so far, or written
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

    /** What a statement does, by its first words. */
    public enum Kind {
        /** Reads rows. */
        SELECT,
        /** Adds rows. */
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
        OTHER;

        private static final Pattern SEQUENCE_CALL = Pattern.compile("(?is).*\\bnext(\\s+)?val(ue)?\\b.*");

        static Kind of(String sql) {
            String start = sql.stripLeading().toLowerCase(Locale.ROOT);
            String word = start.split("[\\s(]+", 2)[0];
            return switch (word) {
                case "select", "with", "values", "table" -> isSequenceCall(start) ? SEQUENCE : SELECT;
                case "call" -> isSequenceCall(start) ? SEQUENCE : OTHER;
                case "insert", "merge" -> INSERT;
                case "update" -> UPDATE;
                case "delete" -> DELETE;
                case "create", "alter", "drop", "truncate", "comment", "grant", "revoke" -> DDL;
                default -> OTHER;
            };
        }

        private static boolean isSequenceCall(String sql) {
            return !sql.contains(" from ") && SEQUENCE_CALL.matcher(sql).matches();
        }
    }

    private static final Pattern TABLE = Pattern.compile(
            "(?is)^\\s*(?:insert\\s+into|merge\\s+into|update|delete\\s+from|.*?\\bfrom)\\s+([\\w.\"]+)");

    /** Copies the parameters, so that the record stays as it is. */
    public SqlStatement {
        parameters = parameters.stream().map(List::copyOf).toList();
    }

    static @Nullable String tableOf(String sql) {
        Matcher matcher = TABLE.matcher(sql);
        return matcher.find() ? matcher.group(1).replace("\"", "").toLowerCase(Locale.ROOT) : null;
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
