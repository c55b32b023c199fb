package io.github.jpabyexample.testing.sql;

import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Listens to all that passes through a {@link DataSource}, whichever JPA provider, pool or plain JDBC uses it: also to what
 * goes through a connection or a statement that another object of JDBC leads back to.
 *
 * <p>Safe for use by several threads: what any of them sends is recorded, in the order of the answers.
 *
 * <pre>{@code
 * var recorder = SqlRecorder.around(dataSource);
 * SqlLog sent = recorder.sqlOf(() -> service.placeOrder(cart));
 * assertThat(sent).hasInserts(2).usedBatchesOf(50);
 * recorder.sqlOf(() -> service.placeOrder(null));           // what the service throws is thrown, and nothing is returned
 * }</pre>
 *
 * <p>The last 10,000 statements are kept, fewer where they are long. Of older ones the numbers go on; an assertion that
 * needs more fails and says so.
 */
public final class SqlRecorder {

    private static final int KEPT = 10_000;

    private final Journal journal;
    private final DataSource dataSource;
    private Journal.Open sinceCleared;

    private SqlRecorder(DataSource target, @Nullable Pattern ownStatements, int kept) {
        this.journal = new Journal(new OwnStatements(ownStatements), kept);
        this.dataSource = Heard.around(target, journal);
        this.sinceCleared = journal.open();
    }

    /**
     * Starts to listen.
     *
     * @param target the data source that the recorded one hands on to
     * @return a recorder that leaves out pings of the connection
     */
    public static SqlRecorder around(DataSource target) {
        return new SqlRecorder(target, null, KEPT);
    }

    /**
     * Starts to listen, and leaves out more.
     *
     * @param target the data source that the recorded one hands on to
     * @param ownStatements matches the SQL that a provider sends for its own housekeeping. If it has groups called {@code
     *     created} and {@code used}, a statement on a table that is {@code used} is left out only where that table was
     *     {@code created} by one that matched before
     * @return a recorder that leaves out pings of the connection, and what matches
     */
    public static SqlRecorder around(DataSource target, Pattern ownStatements) {
        return new SqlRecorder(target, ownStatements, KEPT);
    }

    static SqlRecorder keeping(int statements, DataSource target) {
        return new SqlRecorder(target, null, statements);
    }

    /** {@return what to give to the provider} */
    public DataSource dataSource() {
        return dataSource;
    }

    /** {@return what was sent since the recorder was made, or last cleared} */
    public synchronized SqlLog log() {
        return sinceCleared.log();
    }

    /** Forgets what was sent, but for {@link #sqlOf} where that is waiting for it. */
    public synchronized void clear() {
        var before = sinceCleared;
        sinceCleared = journal.open();
        before.close();
    }

    /**
     * Records a block of code. What others send while it runs is recorded as well.
     *
     * @param block may {@link #clear()} this recorder, and record a block itself
     * @return what was sent while it ran, whatever it cleared
     */
    public SqlLog sqlOf(Runnable block) {
        try (var recording = journal.open()) {
            block.run();
            return recording.log();
        }
    }

    /** {@return how many statements were sent since the recorder was made, whether or not it was cleared} */
    public long sent() {
        return journal.sent();
    }

    /** {@return the texts of what was sent, for a debugger} */
    @Override
    public String toString() {
        return log().toString();
    }
}
