package io.github.jpabyexample.testing;

import io.github.jpabyexample.testing.UnitConnections.Refusal;
import io.github.jpabyexample.testing.database.TestDatabase;
import io.github.jpabyexample.testing.sql.SqlRecorder;
import io.github.jpabyexample.testing.sql.SqlStatement;
import jakarta.persistence.EntityManagerFactory;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A persistence unit that is open: opening costs seconds, so each is opened once for the JVM and emptied between tests. */
final class OpenUnit {

    private static final Map<UnitKey, OpenUnit> OPEN = new ConcurrentHashMap<>();

    /** What fails where there is nothing yet: providers drop, and ask for a table, before they create it. */
    private static final Pattern HARMLESS =
            Pattern.compile("(?is)\\s*(select|drop|truncate|delete|alter\\b.*\\bdrop)\\b.*");

    private static final String LASTING_TABLES = "select table_name from information_schema.tables"
            + " where table_type = 'BASE TABLE' and table_schema = current_schema";

    private final TestDatabase.Place place;
    private final UnitConnections connections;
    private final SqlRecorder recorder;
    private final EntityManagerFactory factory;
    private final Stack stack;

    private OpenUnit(
            TestDatabase.Place place,
            UnitConnections connections,
            SqlRecorder recorder,
            EntityManagerFactory factory,
            Stack stack) {
        this.place = place;
        this.connections = connections;
        this.recorder = recorder;
        this.factory = factory;
        this.stack = stack;
    }

    static OpenUnit open(UnitKey key, UnitOpener opener) {
        return OPEN.computeIfAbsent(key, unopened -> opened(unopened, opener));
    }

    private static OpenUnit opened(UnitKey key, UnitOpener opener) {
        var requested = Requested.fromSystem();
        var place = requested.database().open(key.unit());
        EntityManagerFactory factory = null;
        try {
            var connections = new UnitConnections(place.dataSource());
            // A provider names tables of its own after those of the unit, but a table of the unit may have such a name,
            // too.
            Set<String> tables = ConcurrentHashMap.newKeySet();
            Pattern own = requested.provider().ownStatements();
            var recorder = SqlRecorder.around(
                    connections.dataSource(),
                    statement -> own.matcher(statement.text()).matches()
                            && tables.stream().noneMatch(statement::isOn));
            if (key.tables() != null) {
                key.tables().create(recorder.dataSource());
            }
            factory = opener.open(key.unit(), recorder.dataSource(), key.properties());
            if (key.tables() == null) {
                createTables(factory, recorder, connections);
            }
            refuseOutside(place, recorder);
            place.keepRows();
            Rows.read(place.dataSource(), LASTING_TABLES).rows().forEach(tables::addAll);
            boolean woven = factory.getMetamodel().getEntities().stream()
                    .anyMatch(entity -> requested.provider().hasWoven(entity.getJavaType()));
            var stack = Stack.of(requested.provider(), requested.database().name(), place.dataSource(), woven);
            var unit = new OpenUnit(place, connections, recorder, factory, stack);
            // A server that was started for this JVM ends with it. One that ran before must not keep our schemas.
            if (requested.database().isGiven()) {
                Runtime.getRuntime()
                        .addShutdownHook(new Thread(() -> close(unit.factory, place), "leave the server as it was"));
            }
            return unit;
        } catch (Exception e) {
            var refused = new IllegalStateException(
                    "Cannot open the unit '" + key.unit() + "' on " + requested.stackName() + ": " + e.getMessage()
                            + " (in " + place + ")",
                    e);
            try {
                close(factory, place);
            } catch (RuntimeException another) {
                refused.addSuppressed(another);
            }
            throw refused;
        }
    }

    // Both providers only log what the database refuses, and EclipseLink has H2 refuse it before it is executed.
    private static void createTables(EntityManagerFactory factory, SqlRecorder recorder, UnitConnections connections) {
        int before = recorder.log().everything().size();
        List<Refusal> unprepared =
                connections.unpreparedIn(() -> factory.getSchemaManager().create(true));
        List<SqlStatement> sent = recorder.log().everything();
        Stream<Refusal> failed = sent.stream()
                .skip(before)
                .filter(statement -> statement.failure() != null)
                .map(statement -> new Refusal(statement.text(), String.valueOf(statement.failure())));
        // The opener may have made the tables, too.
        Set<String> done = sent.stream()
                .filter(statement -> statement.failure() == null)
                .map(SqlStatement::text)
                .collect(Collectors.toSet());
        List<String> refused = Stream.concat(unprepared.stream(), failed)
                .filter(refusal -> !done.contains(refusal.sql()))
                .filter(refusal -> !HARMLESS.matcher(refusal.sql()).matches())
                .map(refusal -> oneLine(refusal.sql()) + " → " + oneLine(refusal.reason()))
                .distinct()
                .toList();
        if (!refused.isEmpty()) {
            throw new IllegalStateException("the database refused a part of its schema:\n  "
                    + String.join("\n  ", refused)
                    + "\nIf something else makes the tables, say so: withTables(…)");
        }
    }

    private static void refuseOutside(TestDatabase.Place place, SqlRecorder recorder) {
        List<String> outside = place.outside(recorder.log().everything().stream()
                .filter(statement -> statement.failure() == null)
                .map(SqlStatement::text)
                .toList());
        if (!outside.isEmpty()) {
            throw new IllegalStateException("it makes " + String.join(", ", outside)
                    + ". On a server that was there before, a unit has one schema: leave the name of the schema out of its"
                    + " mappings, or run it on a database that starts with the tests");
        }
    }

    private static String oneLine(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }

    EntityManagerFactory factory() {
        return factory;
    }

    SqlRecorder recorder() {
        return recorder;
    }

    TestDatabase.Place place() {
        return place;
    }

    Stack stack() {
        return stack;
    }

    /** The connections that the unit has taken and not given back. */
    Map<Connection, Throwable> held() {
        return connections.open();
    }

    /** Closes, with their transactions, those that another test is not to find. */
    void takeBackBut(Set<Connection> held) {
        Map<Connection, Throwable> left = connections.takeBackBut(held);
        if (!left.isEmpty()) {
            var refused = new IllegalStateException("The test left open " + left.size()
                    + (left.size() == 1 ? " connection" : " connections") + " of the unit '" + factory.getName()
                    + "': close each EntityManager, and end its transaction. What holds them was cut off");
            left.values().forEach(refused::addSuppressed);
            throw refused;
        }
    }

    void empty() {
        place.empty();
        factory.getCache().evictAll();
        recorder.clear();
    }

    private static void close(@Nullable EntityManagerFactory factory, TestDatabase.Place place) {
        try (place) {
            if (factory != null) {
                factory.close();
            }
        }
    }
}
