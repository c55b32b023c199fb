package io.github.jpabyexample.testing.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
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
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;

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

    private final DataSource dataSource;
    private final Predicate<SqlStatement> housekeeping;
    private final List<Entry> entries = Collections.synchronizedList(new ArrayList<>());
    private final Map<Statement, Entry> reading = Collections.synchronizedMap(new WeakHashMap<>());
    private final AtomicLong sent = new AtomicLong();

    private SqlRecorder(DataSource target, Predicate<SqlStatement> housekeeping) {
        this.housekeeping = housekeeping;
        this.dataSource = ProxyDataSourceBuilder.create(target)
                .proxyResultSet()
                .beforeQuery((execution, queries) -> execution.addCustomValue(Entry.START, System.nanoTime()))
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
        return around(
                target, statement -> ownStatements.matcher(statement.text()).matches());
    }

    /**
     * Starts to listen, and leaves out more.
     *
     * @param target the data source that the recorded one hands on to
     * @param housekeeping says which statements a provider sends for itself; asked whenever a log is taken
     * @return a recorder that leaves out pings of the connection, and those statements
     */
    public static SqlRecorder around(DataSource target, Predicate<SqlStatement> housekeeping) {
        return new SqlRecorder(
                target, statement -> PING.matcher(statement.text()).matches() || housekeeping.test(statement));
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

    /** {@return how many statements were sent since the recorder was made, whether or not it was cleared} */
    public long sent() {
        return sent.get();
    }

    private SqlLog logFrom(int first) {
        synchronized (entries) {
            return new SqlLog(entries.stream().skip(first).map(Entry::snapshot).toList(), housekeeping);
        }
    }

    private void recorded(ExecutionInfo execution, List<QueryInfo> queries) {
        sent.addAndGet(queries.size());
        for (int i = 0; i < queries.size(); i++) {
            var entry = new Entry(queries.get(i), execution, queries.size() == 1 ? Entry.WHOLE : i);
            entries.add(entry);
            if (execution.isSuccess() && !entry.knowsItsRows) {
                reading.put(execution.getStatement(), entry);
            } else {
                reading.remove(execution.getStatement());
            }
        }
    }

    private void rowRead(MethodExecutionContext call) {
        if (call.getTarget() instanceof ResultSet rows
                && call.getMethod().getName().equals("next")
                && Boolean.TRUE.equals(call.getResult())) {
            try {
                Entry entry = reading.get(rows.getStatement());
                if (entry != null) {
                    entry.oneRowMore();
                }
            } catch (SQLException e) {
                throw new IllegalStateException("A result set that was just read from has no statement", e);
            }
        }
    }

    /** {@return the texts of what was sent, for a debugger} */
    @Override
    public String toString() {
        return log().toString();
    }
}
