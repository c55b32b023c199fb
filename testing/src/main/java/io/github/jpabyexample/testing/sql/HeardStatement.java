package io.github.jpabyexample.testing.sql;

import java.lang.reflect.Method;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A statement that tells the journal what it sends. */
final class HeardStatement extends Heard {

    private static final Set<String> SENDS = Set.of(
            "execute", "executeQuery", "executeUpdate", "executeLargeUpdate", "executeBatch", "executeLargeBatch");

    private record Sent(String text, List<Values> sets) {}

    private final Statement statement;
    private final String prepared;
    private final Values.Bound bound = new Values.Bound();
    private final List<Sent> batch = new ArrayList<>();
    private List<Entry> last = List.of();
    private int result;

    HeardStatement(Statement statement, Class<?> role, Journal journal, Heard from, String prepared) {
        super(statement, role, journal, from);
        this.statement = statement;
        this.prepared = prepared;
    }

    @Override
    @Nullable
    Object heard(Method method, Object[] given) throws Throwable {
        String name = method.getName();
        if (SENDS.contains(name)) {
            return executed(method, given);
        }
        Object answer = super.heard(method, given);
        if (given.length >= 2 && name.startsWith("set")) {
            bound.set(given[0], name.equals("setNull") ? null : given[1]);
            return answer;
        }
        switch (name) {
            case "addBatch" -> addBatch(given);
            case "clearBatch" -> batch.clear();
            case "clearParameters" -> bound.clear();
            case "getMoreResults" -> nextResult(Boolean.TRUE.equals(answer));
            default -> {}
        }
        return answer;
    }

    private void addBatch(Object[] given) {
        if (given.length > 0) {
            batch.add(new Sent(String.valueOf(given[0]), List.of()));
        } else if (batch.isEmpty()) {
            batch.add(new Sent(prepared, new ArrayList<>(List.of(bound.values()))));
        } else {
            batch.get(0).sets.add(bound.values());
        }
    }

    private @Nullable Object executed(Method method, Object[] given) throws Throwable {
        boolean isBatch = method.getName().endsWith("Batch");
        List<Sent> sent = isBatch
                ? List.copyOf(batch)
                : List.of(new Sent(given.length > 0 ? String.valueOf(given[0]) : prepared, List.of(bound.values())));
        if (isBatch) {
            batch.clear();
        }
        long start = System.nanoTime();
        Object answer = null;
        Throwable failure = null;
        try {
            answer = call(method, given);
        } catch (Throwable e) {
            failure = e;
        }
        if (!sent.isEmpty()) {
            record(sent, System.nanoTime() - start, new Answer(statement, isBatch, answer, failure));
        }
        if (failure != null) {
            throw failure;
        }
        return wrapped(answer, method, given);
    }

    private void record(List<Sent> sent, long nanos, Answer answer) {
        List<Entry> entries = new ArrayList<>();
        int count = 0;
        for (Sent one : sent) {
            List<Sql> statements = Sql.in(one.text);
            int sets = Math.max(1, one.sets.size());
            int places = statements.stream().mapToInt(Sql::places).sum();
            int place = 0;
            boolean first = true;
            boolean alone = statements.size() == 1;
            for (Sql sql : statements) {
                long written =
                        first || answer.failure() != null ? answer.written(sql, count, sets, alone) : Sql.UNKNOWN;
                List<Values> values = alone ? one.sets : shared(one.sets, place, place + sql.places(), places, first);
                entries.add(new Entry(sql, journal.isOwn(sql), values, sets, nanos, answer.failure(), written));
                place += sql.places();
                first = false;
            }
            count += sets;
        }
        journal.add(entries);
        last = entries;
        result = 0;
    }

    /** {@return of several statements with places for values the values of one; all are the first's, where that cannot be told} */
    private static List<Values> shared(List<Values> sets, int from, int to, int places, boolean first) {
        return sets.stream()
                .map(set -> set.texts().size() == places
                        ? new Values(set.texts().subList(from, to), set.rest())
                        : first ? set : Values.NONE)
                .toList();
    }

    private void nextResult(boolean isRows) {
        if (result + 1 < last.size()) {
            result++;
            long count = isRows ? Sql.UNKNOWN : Answer.updateCount(statement);
            if (count != Sql.UNKNOWN) {
                last.get(result).wrote(count);
            }
        }
    }

    boolean givesAllRows() {
        try {
            return statement.getMaxRows() == 0;
        } catch (SQLException e) {
            return false;
        }
    }

    @Override
    @Nullable
    Entry entry() {
        return last.isEmpty() ? null : last.get(result);
    }
}
