package io.github.jpabyexample.testing.sql;

import io.github.jpabyexample.testing.sql.SqlStatement.Kind;
import java.util.Arrays;
import java.util.List;

/**
 * Assertions on what was sent to the database.
 *
 * <pre>{@code
 * assertThat(jpa.sqlOf(() -> jpa.runInTransaction(em -> em.persist(book))))
 *         .hasSequenceCalls(1)
 *         .insertsInto("book", 1)
 *         .hasNoUpdates();                  // passes
 *
 * assertThat(jpa.sql()).hasSelects(4);      // AssertionError: Expected 4 selects, but 1 was sent: …each statement…
 * assertThat(jpa.sql()).hasSelects(-1);     // IllegalArgumentException
 * }</pre>
 *
 * <p>Statements are counted as round trips: a batch is one, several in one string are that many, and a statement that failed
 * counts. Calls of a sequence are no selects. DDL, and what a provider or a pool sends for itself, is left out. Each
 * assertion fails with the list of all that was sent, and refuses a negative number with an {@link
 * IllegalArgumentException}. What cannot be told (a number of rows, a table, what went past the recorder) makes an assertion
 * that needs it fail, and is said.
 */
public final class SqlAssert extends SqlChecks {

    SqlAssert(SqlLog actual) {
        super(actual);
    }

    /**
     * Counts what reads rows: queries of the application and loading by the provider alike.
     *
     * @param expected how many
     * @return this
     */
    public SqlAssert hasSelects(int expected) {
        return has(expected, Kind.SELECT, "select");
    }

    /** {@return this, if no rows were asked for} */
    public SqlAssert hasNoSelects() {
        return hasSelects(0);
    }

    /**
     * Counts what reads rows, where less is fine too: on one provider the cache has it, or a join brings it along.
     *
     * <pre>{@code
     * assertThat(jpa.sqlOf(() -> report.print())).hasAtMostSelects(2);    // passes, for 2 and for 1
     * assertThat(jpa.sqlOf(() -> report.print())).hasAtMostSelects(1);    // Expected at most 1 select, but 2 were sent: …
     * }</pre>
     *
     * @param most how many
     * @return this
     */
    public SqlAssert hasAtMostSelects(int most) {
        return hasAtMost(most, Kind.SELECT, "select");
    }

    /**
     * Checks that no select is sent again with other values, as it is where each row of a list is asked for on its own:
     * the <i>n + 1 selects</i>. Sent again with the same values it is no such case; with values that stand in its text it
     * is another text, which is not seen.
     *
     * <pre>{@code
     * assertThat(jpa.sqlOf(() -> authors.withBooks())).hasNoRepeatedSelects();    // passes: one select, with a join
     * assertThat(jpa.sqlOf(() -> authors.all().forEach(author -> author.books().size()))).hasNoRepeatedSelects();
     *         // Expected no select to be sent again with other values, but 1 was:
     *         //   3 times: select … from book b1_0 where b1_0.author_id=? with [1], [2], [3]
     * }</pre>
     *
     * @return this
     */
    public SqlAssert hasNoRepeatedSelects() {
        List<String> repeated = Repeated.in(actual);
        if (!repeated.isEmpty()) {
            failWithMessage(
                    "Expected no select to be sent again with other values, but %s:%n%s%nThese were sent:%n%s",
                    sent(repeated.size()), String.join("\n", repeated), actual);
        }
        return tells(Doubt.ofTexts(actual, actual.forgottenSelects()));
    }

    /**
     * Counts the round trips that add rows; {@link #insertsInto} counts the rows.
     *
     * @param expected how many
     * @return this
     */
    public SqlAssert hasInserts(int expected) {
        return has(expected, Kind.INSERT, "insert");
    }

    /** {@return this, if nothing was to be inserted} */
    public SqlAssert hasNoInserts() {
        return hasInserts(0);
    }

    /**
     * Counts the round trips that change rows; {@link #updatesOf} counts the updates in them.
     *
     * @param expected how many
     * @return this
     */
    public SqlAssert hasUpdates(int expected) {
        return has(expected, Kind.UPDATE, "update");
    }

    /** {@return this, if nothing was to be updated} */
    public SqlAssert hasNoUpdates() {
        return hasUpdates(0);
    }

    /**
     * Counts the round trips that remove rows; {@link #deletesFrom} counts the deletes in them.
     *
     * @param expected how many
     * @return this
     */
    public SqlAssert hasDeletes(int expected) {
        return has(expected, Kind.DELETE, "delete");
    }

    /** {@return this, if nothing was to be deleted} */
    public SqlAssert hasNoDeletes() {
        return hasDeletes(0);
    }

    /**
     * Counts the calls of sequences. With an {@code allocationSize} above 1 a call serves many ids, so that their number
     * depends on what ran before in the same factory.
     *
     * @param expected how many
     * @return this
     */
    public SqlAssert hasSequenceCalls(int expected) {
        return has(expected, Kind.SEQUENCE, "sequence call");
    }

    /**
     * Counts all round trips but calls of a sequence: when they happen depends on earlier code.
     *
     * @param expected how many
     * @return this
     */
    public SqlAssert hasStatements(int expected) {
        var tally = actual.tally();
        return count(expected, tally.statements() - tally.statements(Kind.SEQUENCE), "statement", "");
    }

    /** {@return this, if nothing was sent, but perhaps a call of a sequence} */
    public SqlAssert isEmpty() {
        return hasStatements(0);
    }

    /**
     * Counts the rows inserted into one table, as the database says, however many statements or batches carried them. Where
     * a merge or an upsert wrote rows, nobody says which of them are new.
     *
     * @param table its name, in any case, with its schema or without
     * @param rows how many
     * @return this
     */
    public SqlAssert insertsInto(String table, int rows) {
        return writes(Kind.INSERT, table, rows, "row", "inserted into");
    }

    /**
     * Counts the updates of one table: one for each set of values bound, however many rows it found.
     *
     * @param table its name, in any case, with its schema or without
     * @param updates how many
     * @return this
     */
    public SqlAssert updatesOf(String table, int updates) {
        return writes(Kind.UPDATE, table, updates, "update", "of");
    }

    /**
     * Counts the deletes from one table: one for each set of values bound, however many rows it found.
     *
     * @param table its name, in any case, with its schema or without
     * @param deletes how many
     * @return this
     */
    public SqlAssert deletesFrom(String table, int deletes) {
        return writes(Kind.DELETE, table, deletes, "delete", "from");
    }

    /**
     * Checks the batches that were sent: each is one round trip with two sets of values or more.
     *
     * @param sizes of all batches, in the order in which they were sent; none, if no batch is expected
     * @return this
     */
    public SqlAssert usedBatchesOf(int... sizes) {
        List<Integer> expected = Arrays.stream(sizes).boxed().toList();
        if (expected.stream().anyMatch(size -> size < 2)) {
            throw new IllegalArgumentException(
                    "A batch has two sets of values or more, so there is none of " + expected);
        }
        return batches(expected);
    }

    /**
     * At least one statement contains a piece of SQL.
     *
     * @param fragment compared without regard to case and to the amount of white space
     * @return this
     */
    public SqlAssert mentions(String fragment) {
        if (!actual.mentions(fragment)) {
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
        if (actual.mentions(fragment)) {
            failWithMessage("Expected no statement with «%s», but these were sent:%n%s", fragment, actual);
        }
        return tells(Doubt.ofTexts(actual, actual.forgotten()));
    }
}
