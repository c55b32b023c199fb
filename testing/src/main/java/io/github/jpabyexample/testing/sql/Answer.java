package io.github.jpabyexample.testing.sql;

import java.lang.reflect.Array;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/**
 * What a driver said when it had sent something.
 *
 * @param statement of the driver, which may tell more
 * @param isBatch whether it is about a batch
 * @param result what it returned
 * @param failure what it threw
 */
record Answer(
        Statement statement,
        boolean isBatch,
        @Nullable Object result,
        @Nullable Throwable failure) {

    /**
     * How many rows a statement wrote.
     *
     * @param sql the statement
     * @param first the place of its first count in a batch
     * @param sets how many sets of values it had, each of which has a count in a batch
     * @param alone whether it was the only one in its string
     * @return less than 0 where the driver does not tell
     */
    long written(Sql sql, int first, int sets, boolean alone) {
        if (isBatch) {
            return sumOfCounts(sql, first, sets);
        }
        if (failure != null) {
            return alone ? writtenIn(failure, sql) : Sql.UNKNOWN;
        }
        if (result instanceof Number count) {
            return count.longValue();
        }
        return Boolean.FALSE.equals(result) ? updateCount(statement) : Sql.UNKNOWN;
    }

    // A rewritten batch is known to have succeeded, and not how many rows each set wrote. A batch with "returning"
    // writes rows of which PostgreSQL's driver counts none.
    private long sumOfCounts(Sql sql, int first, int sets) {
        Object counts = failure instanceof BatchUpdateException batch ? batch.getLargeUpdateCounts() : result;
        if (counts == null) {
            return Sql.UNKNOWN;
        }
        long sum = 0;
        for (int i = first; i < first + sets; i++) {
            long count = i < Array.getLength(counts) ? Array.getLong(counts, i) : missing();
            if (count == Statement.SUCCESS_NO_INFO || (count == 0 && sql.returns())) {
                count = sql.actions().get(0).rows();
            } else if (count == Statement.EXECUTE_FAILED) {
                count = 0;
            }
            if (count < 0) {
                return Sql.UNKNOWN;
            }
            sum += count;
        }
        return sum;
    }

    // A driver that stops at the first failure has no counts for the rest.
    private int missing() {
        return failure == null ? Statement.SUCCESS_NO_INFO : 0;
    }

    // "A result was returned when none was expected", and its counterpart, come after the statement has run; a
    // connection that was lost leaves it open.
    private static long writtenIn(Throwable failure, Sql sql) {
        String state = failure instanceof SQLException exception ? exception.getSQLState() : null;
        if (state == null || state.startsWith("08")) {
            return Sql.UNKNOWN;
        }
        boolean ran = state.startsWith("01") || state.startsWith("02");
        return ran ? sql.actions().get(0).rows() : 0;
    }

    /** {@return the count of rows of the current result, less than 0 where there is none} */
    static long updateCount(Statement statement) {
        try {
            return Math.max(Sql.UNKNOWN, statement.getUpdateCount());
        } catch (SQLException e) {
            return Sql.UNKNOWN;
        }
    }
}
