package io.github.jpabyexample.testing.sql;

import io.github.jpabyexample.testing.sql.SqlStatement.Kind;
import java.lang.reflect.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.MethodExecutionContext;
import net.ttddyy.dsproxy.proxy.ParameterSetOperation;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Listens to all that passes through a {@link DataSource}, whichever JPA provider, pool or plain JDBC uses it.
 *
 * <p>Safe for use by several threads: what any of them sends is recorded, in the order of the answers.
 *
 * <pre>{@code
 * var recorder = SqlRecorder.around(dataSource);
 * SqlLog sent = recorder.sqlOf(() -> service.placeOrder(cart));
 * assertThat(sent).hasInserts(2).usedBatchesOf(50);
 * }</pre>
 */
public final class SqlRecorder {

    private static final Pattern PING = Pattern.compile("(?i)\\s*(select\\s+1|values\\s*\\(?\\s*1\\s*\\)?)\\s*;?\\s*");
    private static final int LONGEST_VALUE = 80;
    private static final String START = "start in nanoseconds";

    private final DataSource dataSource;
    private final Predicate<SqlStatement> housekeeping;
    private final List<Entry> entries = Collections.synchronizedList(new ArrayList<>());
    private final Map<Statement, Entry> reading = Collections.synchronizedMap(new WeakHashMap<>());
    private final AtomicLong writes = new AtomicLong();

    private SqlRecorder(DataSource target, Predicate<SqlStatement> housekeeping) {
        this.housekeeping = housekeeping;
        this.dataSource = ProxyDataSourceBuilder.create(target)
                .proxyResultSet()
                .beforeQuery((execution, queries) -> execution.addCustomValue(START, System.nanoTime()))
                .afterQuery(this::recorded)
                .afterMethod(this::rowRead)
                .buildProxy();
    }

    /**
     * Starts to listen.
     *
     * @param target the data source that the recorded one hands on to
     * @return a recorder that leaves out pings of the connection
     */
    public static SqlRecorder around(DataSource target) {
        return new SqlRecorder(
                target, statement -> PING.matcher(statement.text()).matches());
    }

    /**
     * Starts to listen, and leaves out more.
     *
     * @param target the data source that the recorded one hands on to
     * @param ownStatements matches the SQL that a provider sends for its own housekeeping
     * @return a recorder that leaves out pings of the connection, and what matches
     */
    public static SqlRecorder around(DataSource target, Pattern ownStatements) {
        return new SqlRecorder(
                target,
                statement -> PING.matcher(statement.text()).matches()
                        || ownStatements.matcher(statement.text()).matches());
    }

    /** {@return what to give to the provider} */
    public DataSource dataSource() {
        return dataSource;
    }

    /** {@return what was sent since the recorder was made, or last cleared} */
    public SqlLog log() {
        return logFrom(0);
    }

    /** Forgets what was sent. */
    public void clear() {
        entries.clear();
        reading.clear();
    }

    /**
     * Records a block of code. What others send while it runs is recorded as well.
     *
     * @param block must not {@link #clear()} this recorder
     * @return what was sent while it ran
     */
    public SqlLog sqlOf(Runnable block) {
        int before = entries.size();
        block.run();
        return logFrom(before);
    }

    /** {@return how many statements other than queries were sent since the recorder was made} */
    public long writes() {
        return writes.get();
    }

    private SqlLog logFrom(int first) {
        synchronized (entries) {
            return new SqlLog(entries.stream().skip(first).map(Entry::snapshot).toList(), housekeeping);
        }
    }

    private void recorded(ExecutionInfo execution, List<QueryInfo> queries) {
        for (QueryInfo query : queries) {
            var entry = new Entry(query, execution);
            if (entry.kind != Kind.SELECT && entry.kind != Kind.SEQUENCE) {
                writes.incrementAndGet();
            }
            entries.add(entry);
            reading.put(execution.getStatement(), entry);
        }
    }

    private void rowRead(MethodExecutionContext call) {
        if (call.getTarget() instanceof ResultSet rows
                && call.getMethod().getName().equals("next")
                && Boolean.TRUE.equals(call.getResult())) {
            try {
                Entry entry = reading.get(rows.getStatement());
                if (entry != null) {
                    entry.rows.incrementAndGet();
                }
            } catch (SQLException e) {
                throw new IllegalStateException("A result set that was just read from has no statement", e);
            }
        }
    }

    private static final class Entry {

        private final String text;
        private final Kind kind;
        private final List<List<String>> parameters;
        private final int batch;
        private final AtomicLong rows;
        private final Duration took;
        private final @Nullable String failure;

        Entry(QueryInfo query, ExecutionInfo execution) {
            text = query.getQuery();
            kind = Kind.of(text);
            parameters = query.getParametersList().stream().map(Entry::values).toList();
            batch = execution.isBatch() ? Math.max(1, parameters.size()) : 1;
            rows = new AtomicLong(written(execution.getResult(), batch));
            took = Duration.ofNanos(System.nanoTime() - execution.getCustomValue(START, Long.class));
            failure = execution.isSuccess()
                    ? null
                    : String.valueOf(execution.getThrowable().getMessage());
        }

        SqlStatement snapshot() {
            return new SqlStatement(
                    text, kind, SqlStatement.tableOf(text), parameters, batch, rows.get(), took, failure);
        }

        // A driver that rewrites a batch knows that it succeeded, but not how many rows each set of values wrote.
        private static long written(@Nullable Object result, int batch) {
            if (result instanceof Number count) {
                return count.longValue();
            }
            if (result != null && result.getClass().isArray()) {
                long sum = 0;
                for (int i = 0; i < Array.getLength(result); i++) {
                    long count = ((Number) Array.get(result, i)).longValue();
                    sum += count == Statement.SUCCESS_NO_INFO ? 1 : Math.max(0, count);
                }
                return Array.getLength(result) == 0 ? batch : sum;
            }
            return 0;
        }

        private static List<String> values(List<ParameterSetOperation> operations) {
            return operations.stream()
                    .filter(operation -> !ParameterSetOperation.isRegisterOutParameterOperation(operation))
                    .sorted(Comparator.comparing(Entry::position))
                    .map(Entry::value)
                    .toList();
        }

        private static Integer position(ParameterSetOperation operation) {
            return operation.getArgs()[0] instanceof Integer index ? index : 0;
        }

        private static String value(ParameterSetOperation operation) {
            Object value = ParameterSetOperation.isSetNullParameterOperation(operation)
                    ? null
                    : operation.getArgs()[1];
            String text = value == null
                    ? "null"
                    : value instanceof CharSequence
                            ? "'" + value + "'"
                            : value instanceof byte[] bytes ? bytes.length + " bytes" : value.toString();
            return text.length() <= LONGEST_VALUE ? text : text.substring(0, LONGEST_VALUE - 1) + "…";
        }
    }

    /** {@return the texts of what was sent, for a debugger} */
    @Override
    public String toString() {
        return log().toString();
    }
}
