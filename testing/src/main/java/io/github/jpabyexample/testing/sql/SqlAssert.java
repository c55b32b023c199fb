package io.github.jpabyexample.testing.sql;

import io.github.jpabyexample.testing.sql.SqlStatement.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.assertj.core.api.AbstractAssert;

/**
 * Assertions on what was sent to the database.
 *
 * <pre>{@code
 * assertThat(jpa.sqlOf(() -> jpa.inTransaction(em -> em.persist(book))))
 *         .hasSequenceCalls(1)
 *         .insertsInto("book", 1)
 *         .hasNoUpdates();                  // passes
 *
 * assertThat(jpa.sql()).hasSelects(4);      // fails: Expected 4 selects, but 1 was sent: …each statement…
 * }</pre>
 *
 * <p>Statements are counted as round trips: a batch is one. Calls of a sequence are no selects. DDL, and what a provider
 * or a pool sends for itself, is left out.
 */
public final class SqlAssert extends AbstractAssert<SqlAssert, SqlLog> {

    SqlAssert(SqlLog actual) {
        super(actual, SqlAssert.class);
    }

    public SqlAssert hasSelects(int expected) {
        return has(expected, Kind.SELECT, "select");
    }

    public SqlAssert hasNoSelects() {
        return hasSelects(0);
    }

    public SqlAssert hasInserts(int expected) {
        return has(expected, Kind.INSERT, "insert");
    }

    public SqlAssert hasNoInserts() {
        return hasInserts(0);
    }

    public SqlAssert hasUpdates(int expected) {
        return has(expected, Kind.UPDATE, "update");
    }

    public SqlAssert hasNoUpdates() {
        return hasUpdates(0);
    }

    public SqlAssert hasDeletes(int expected) {
        return has(expected, Kind.DELETE, "delete");
    }

    public SqlAssert hasNoDeletes() {
        return hasDeletes(0);
    }

    public SqlAssert hasSequenceCalls(int expected) {
        return has(expected, Kind.SEQUENCE, "sequence call");
    }

    /**
     * Counts all round trips, of every kind but calls of a sequence: when they happen depends on earlier code.
     *
     * @param expected how many
     * @return this
     */
    public SqlAssert hasStatements(int expected) {
        isNotNull();
        int sent = (int) actual.statements().stream()
                .filter(statement -> statement.kind() != Kind.SEQUENCE)
                .count();
        return check(expected, sent, "statement");
    }

    /**
     * Nothing was sent, but perhaps a call of a sequence.
     *
     * @return this
     */
    public SqlAssert isEmpty() {
        return hasStatements(0);
    }

    /**
     * Counts the rows inserted into one table, however many statements or batches carried them.
     *
     * @param table its name, in any case
     * @param rows how many
     * @return this
     */
    public SqlAssert insertsInto(String table, int rows) {
        return writes(Kind.INSERT, table, rows, "inserted into");
    }

    /**
     * Counts the updates of rows of one table: one for each set of values bound, whether or not it found its row.
     *
     * @param table its name, in any case
     * @param rows how many
     * @return this
     */
    public SqlAssert updatesOf(String table, int rows) {
        return writes(Kind.UPDATE, table, rows, "updated in");
    }

    /**
     * Counts the deletes from one table: one for each set of values bound, whether or not it found its row.
     *
     * @param table its name, in any case
     * @param rows how many
     * @return this
     */
    public SqlAssert deletesFrom(String table, int rows) {
        return writes(Kind.DELETE, table, rows, "deleted from");
    }

    /**
     * Checks the batches that were sent: each is one round trip with several sets of values. A statement that went
     * alone is no batch.
     *
     * @param sizes of all batches, in the order in which they were sent; none, if no batch is expected
     * @return this
     */
    public SqlAssert usedBatchesOf(int... sizes) {
        isNotNull();
        List<Integer> sent = actual.statements().stream()
                .map(SqlStatement::batch)
                .filter(size -> size > 1)
                .toList();
        List<Integer> expected = Arrays.stream(sizes).boxed().toList();
        if (!sent.equals(expected)) {
            failWithMessage("Expected batches of %s, but batches of %s were sent:%n%s", expected, sent, actual);
        }
        return this;
    }

    /**
     * At least one statement contains a piece of SQL.
     *
     * @param fragment compared without regard to case and to the amount of white space
     * @return this
     */
    public SqlAssert mentions(String fragment) {
        isNotNull();
        if (!isMentioned(fragment)) {
            failWithMessage("Expected a statement with «%s», but these were sent:%n%s", fragment, actual);
        }
        return this;
    }

    /**
     * No statement contains a piece of SQL.
     *
     * @param fragment compared without regard to case and to the amount of white space
     * @return this
     */
    public SqlAssert doesNotMention(String fragment) {
        isNotNull();
        if (isMentioned(fragment)) {
            failWithMessage("Expected no statement with «%s», but these were sent:%n%s", fragment, actual);
        }
        return this;
    }

    private boolean isMentioned(String fragment) {
        String wanted = normal(fragment);
        return actual.statements().stream()
                .anyMatch(statement -> normal(statement.text()).contains(wanted));
    }

    private static String normal(String sql) {
        return sql.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }

    private SqlAssert has(int expected, Kind kind, String name) {
        isNotNull();
        return check(expected, actual.statements(kind).size(), name);
    }

    private SqlAssert check(int expected, int sent, String name) {
        if (expected < 0) {
            throw new IllegalArgumentException("Cannot expect " + expected + " " + name + "s");
        }
        if (expected != sent) {
            failWithActualExpectedAndMessage(
                    sent,
                    expected,
                    "Expected %s, but %s sent:%n%s",
                    expected == 0 ? "no " + name : expected + " " + name + (expected == 1 ? "" : "s"),
                    sent == 0 ? "none was" : sent == 1 ? "1 was" : sent + " were",
                    actual);
        }
        return this;
    }

    private SqlAssert writes(Kind kind, String table, int rows, String verb) {
        isNotNull();
        int written = actual.statements(kind).stream()
                .filter(statement -> table.equalsIgnoreCase(statement.table()))
                .mapToInt(SqlStatement::batch)
                .sum();
        if (written != rows) {
            failWithActualExpectedAndMessage(
                    written, rows, "Expected %d rows %s %s, but were %d:%n%s", rows, verb, table, written, actual);
        }
        return this;
    }
}
