package io.github.jpabyexample.testing.sql;

import io.github.jpabyexample.testing.sql.SqlStatement.Kind;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.AbstractAssert;

/** How the assertions of {@link SqlAssert} count and what they say. */
abstract class SqlChecks extends AbstractAssert<SqlAssert, SqlLog> {

    SqlChecks(SqlLog actual) {
        super(actual, SqlAssert.class);
    }

    final SqlAssert has(int expected, Kind kind, String name) {
        return count(expected, actual.tally().statements(kind), name, "");
    }

    final SqlAssert hasAtMost(int most, Kind kind, String name) {
        refuse(most, name);
        tells(Doubt.ofCounts(actual));
        long sent = actual.tally().statements(kind);
        return holds(sent <= most, sent, most, (most == 0 ? "" : "at most ") + number(most, name), sent(sent));
    }

    final SqlAssert writes(Kind kind, String table, int expected, String name, String verb) {
        refuse(expected, name);
        boolean ofRows = kind == Kind.INSERT;
        tells(Doubt.ofWrites(actual, kind, table, ofRows));
        var written = actual.tally().of(kind, table);
        return count(expected, ofRows ? written.rows() : written.sets(), name, " " + verb + " " + table);
    }

    final SqlAssert count(int expected, long sent, String name, String where) {
        refuse(expected, name);
        tells(Doubt.ofCounts(actual));
        return holds(sent == expected, sent, expected, number(expected, name) + where, sent(sent));
    }

    final SqlAssert batches(List<Integer> expected) {
        tells(Doubt.ofTexts(actual, actual.forgottenBatches()));
        List<Integer> sent = actual.batches();
        return holds(
                sent.equals(expected),
                sent,
                expected,
                expected.isEmpty() ? "no batch" : "batches of " + expected,
                sent.isEmpty() ? "none was" : "batches of " + sent + " were");
    }

    private SqlAssert holds(boolean condition, Object sent, Object expected, String wanted, String got) {
        if (!condition) {
            failWithActualExpectedAndMessage(sent, expected, "Expected %s, but %s sent:%n%s", wanted, got, actual);
        }
        return myself;
    }

    /** Fails where there is a reason to doubt. */
    final SqlAssert tells(Optional<String> doubt) {
        doubt.ifPresent(reason -> failWithMessage("%s%nThese were sent:%n%s", reason, actual));
        return myself;
    }

    private static void refuse(int expected, String name) {
        if (expected < 0) {
            throw new IllegalArgumentException("Cannot expect " + expected + " " + name + "s");
        }
    }

    private static String number(int expected, String name) {
        return (expected == 0 ? "no" : expected) + " " + name + (expected <= 1 ? "" : "s");
    }

    /** {@return "none was", "1 was" or "2 were"} */
    static String sent(long number) {
        return number == 0 ? "none was" : number + (number == 1 ? " was" : " were");
    }
}
