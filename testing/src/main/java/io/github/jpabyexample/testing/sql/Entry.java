package io.github.jpabyexample.testing.sql;

import java.lang.reflect.Array;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import org.jspecify.annotations.Nullable;

/** A statement that was sent, whose rows may still be read. */
final class Entry {

    /** Instead of an index: the statement had its round trip for itself. */
    static final int WHOLE = -1;

    static final String START = "start in nanoseconds";

    final boolean knowsItsRows;
    private final String text;
    private final SqlWords words;
    private final List<List<String>> parameters;
    private final int batch;
    private final AtomicLong rows;
    private final Duration took;
    private final @Nullable String failure;

    Entry(QueryInfo query, ExecutionInfo execution, int index) {
        text = query.getQuery();
        words = new SqlWords(text);
        parameters = query.getParametersList().stream().map(Values::of).toList();
        batch = execution.isBatch() ? Math.max(1, parameters.size()) : 1;
        long written = execution.isSuccess() ? written(execution, batch, index) : 0;
        knowsItsRows = written >= 0;
        rows = new AtomicLong(Math.max(0, written));
        took = Duration.ofNanos(System.nanoTime() - execution.getCustomValue(START, Long.class));
        failure = execution.isSuccess()
                ? null
                : String.valueOf(execution.getThrowable().getMessage());
    }

    void oneRowMore() {
        rows.incrementAndGet();
    }

    SqlStatement snapshot() {
        return new SqlStatement(text, words.kind(), words.table(), parameters, batch, rows.get(), took, failure);
    }

    /** How many rows were written, or less than 0 where there are rows to be read. */
    private static long written(ExecutionInfo execution, int batch, int index) {
        Object result = execution.getResult();
        if (result instanceof Number count) {
            return count.longValue();
        }
        if (result instanceof Boolean hasRows) {
            return hasRows ? -1 : updateCount(execution.getStatement());
        }
        if (result == null || !result.getClass().isArray()) {
            return -1;
        }
        int length = Array.getLength(result);
        if (index != WHOLE) {
            return index < length ? rows(Array.get(result, index)) : 0;
        }
        long sum = 0;
        for (int i = 0; i < length; i++) {
            sum += rows(Array.get(result, i));
        }
        return length == 0 ? batch : sum;
    }

    // A driver that rewrites a batch knows that it succeeded, but not how many rows each set of values wrote.
    private static long rows(Object count) {
        long rows = ((Number) count).longValue();
        return rows == Statement.SUCCESS_NO_INFO ? 1 : Math.max(0, rows);
    }

    private static long updateCount(Statement statement) {
        try {
            return Math.max(0, statement.getUpdateCount());
        } catch (SQLException e) {
            return 0;
        }
    }
}
