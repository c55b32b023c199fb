package io.github.jpabyexample.testing.sql;

import io.github.jpabyexample.testing.sql.Sql.Action;
import io.github.jpabyexample.testing.sql.SqlStatement.Kind;
import io.github.jpabyexample.testing.sql.SqlStatement.Part;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A statement that was sent, whose rows may still be read. */
final class Entry {

    private static final Set<Kind> WRITES = Set.of(Kind.INSERT, Kind.UPDATE, Kind.DELETE);

    private final Sql sql;
    private final boolean own;
    private final List<Values> sets;
    private final int batch;
    private final long nanos;
    private final @Nullable String failure;
    private final int weight;
    private long read;
    private long written;

    /**
     * @param own whether the application had no part in it
     * @param written how many rows the statement itself wrote, as far as the driver said it, or {@link Sql#UNKNOWN}
     */
    Entry(Sql sql, boolean own, List<Values> sets, int batch, long nanos, @Nullable Throwable failure, long written) {
        this.sql = sql;
        this.own = own;
        this.sets = sets;
        this.batch = batch;
        this.nanos = nanos;
        this.failure = failure == null ? null : String.valueOf(failure.getMessage());
        this.weight = weight(sql.text().length() + (this.failure == null ? 0 : this.failure.length()), sets);
        this.written = written;
        this.read = Math.max(0, written);
    }

    private static int weight(int characters, List<Values> sets) {
        int weight = 200 + characters;
        for (Values set : sets) {
            weight += set.weight();
        }
        return weight;
    }

    synchronized void oneRowMore() {
        read++;
    }

    synchronized void wrote(long rows) {
        written = rows;
    }

    /** The rows that a statement returned of those that it wrote are all of them. */
    synchronized void readToTheEnd() {
        if (sql.writes()) {
            written = read;
        }
    }

    synchronized SqlStatement snapshot() {
        List<List<String>> parameters = sets.stream().map(Values::texts).toList();
        return new SqlStatement(sql.text(), parts(), parameters, batch, Duration.ofNanos(nanos), failure);
    }

    synchronized List<Part> parts() {
        return IntStream.range(0, sql.actions().size()).mapToObj(this::part).toList();
    }

    private Part part(int i) {
        Action action = sql.actions().get(i);
        return new Part(action.kind(), action.table(), rows(action, i == 0 && sql.writes()), action.merges());
    }

    private long rows(Action action, boolean first) {
        if (!WRITES.contains(action.kind())) {
            return read;
        }
        if (failure != null || (first && written != Sql.UNKNOWN)) {
            return written;
        }
        return action.rows() == Sql.UNKNOWN ? Sql.UNKNOWN : action.rows() * batch;
    }

    int batch() {
        return batch;
    }

    boolean isOwn() {
        return own;
    }

    /** {@return what differs where values differ that look the same} */
    int restOfValues() {
        return sets.stream().mapToInt(Values::rest).reduce(0, (sum, rest) -> 31 * sum + rest);
    }

    /** {@return roughly how many bytes this takes} */
    int weight() {
        return weight;
    }
}
