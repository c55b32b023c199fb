package io.github.jpabyexample.testing;

import io.github.jpabyexample.testing.UnitConnections.Refusal;
import io.github.jpabyexample.testing.database.TestDatabase;
import io.github.jpabyexample.testing.sql.SqlRecorder;
import io.github.jpabyexample.testing.sql.SqlStatement;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A persistence unit that is open: opening costs seconds, so each is opened once for the JVM and emptied between tests. */
final class OpenUnit {

    private static final Map<UnitKey, OpenUnit> OPEN = new ConcurrentHashMap<>();

    /** What fails where there is nothing yet: providers drop, and ask for a table, before they create it. */
    private static final Pattern HARMLESS =
            Pattern.compile("(?is)\\s*(select|drop|truncate|delete|alter\\b.*\\bdrop)\\b.*");

    private final String name;
    private final TestDatabase.Place place;
    private final UnitConnections connections;
    private final SqlRecorder recorder;
    private final EntityManagerFactory factory;
    private final Stack stack;

    private OpenUnit(
            String name,
            TestDatabase.Place place,
            UnitConnections connections,
            SqlRecorder recorder,
            EntityManagerFactory factory,
            Stack stack) {
        this.name = name;
        this.place = place;
        this.connections = connections;
        this.recorder = recorder;
        this.factory = factory;
        this.stack = stack;
    }

    static OpenUnit open(UnitKey key, UnitOpener opener) {
        return OPEN.computeIfAbsent(key, unopened -> opened(unopened, opener, Requested.fromSystem()));
    }

    static OpenUnit opened(UnitKey key, UnitOpener opener, Requested requested) {
        var place = requested.database().open(key.unit());
        var connections = new UnitConnections(place.dataSource());
        var recorder = SqlRecorder.around(
                connections.dataSource(), requested.provider().ownStatements());
        EntityManagerFactory factory = null;
        try {
            if (key.tables() != null) {
                key.tables().create(recorder.dataSource());
            }
            long taken = connections.taken();
            factory = opener.open(key.unit(), recorder.dataSource(), key.properties());
            List<String> refused = key.tables() == null ? createTables(factory, recorder, connections) : List.of();
            refuse(refused, place.outside(succeeded(recorder)));
            place.keepRows();
            boolean woven = factory.getMetamodel().getEntities().stream()
                    .anyMatch(entity -> requested.provider().hasWoven(entity.getJavaType()));
            refuseElsewhere(factory, () -> connections.taken() == taken);
            var stack = Stack.of(requested.provider(), requested.database().name(), place.dataSource(), woven);
            var unit = new OpenUnit(key.unit(), place, connections, recorder, factory, stack);
            // A server that was started for this JVM ends with it. One that ran before must not keep our schemas.
            if (requested.database().isGiven()) {
                Runtime.getRuntime()
                        .addShutdownHook(new Thread(() -> close(unit.factory, place), "leave the server as it was"));
            }
            return unit;
        } catch (Exception e) {
            var refusal = new IllegalStateException(
                    "Cannot open the unit '" + key.unit() + "' on " + requested.stackName() + ", in " + place + ": "
                            + e.getMessage(),
                    e);
            try {
                place.outside(succeeded(recorder));
                close(factory, place);
            } catch (RuntimeException another) {
                refusal.addSuppressed(another);
            }
            throw refusal;
        }
    }

    /** Makes the tables of the mappings, and finds out what both providers only log: what the database refused of it. */
    private static List<String> createTables(
            EntityManagerFactory factory, SqlRecorder recorder, UnitConnections connections) {
        int before = recorder.log().everything().size();
        // H2 refuses some of it before it is executed.
        List<Refusal> unprepared =
                connections.unpreparedIn(() -> factory.getSchemaManager().create(true));
        Stream<Refusal> failed = recorder.log().everything().stream()
                .skip(before)
                .filter(statement -> statement.failure() != null)
                .map(statement -> new Refusal(statement.text(), String.valueOf(statement.failure())));
        // The opener may have made the tables, too.
        Set<String> done = Set.copyOf(succeeded(recorder));
        return Stream.concat(unprepared.stream(), failed)
                .filter(refusal -> !done.contains(refusal.sql()))
                .filter(refusal -> !HARMLESS.matcher(refusal.sql()).matches())
                .map(refusal -> oneLine(refusal.sql()) + " → " + oneLine(refusal.reason()))
                .distinct()
                .toList();
    }

    private static void refuse(List<String> refused, List<String> outside) {
        if (!outside.isEmpty()) {
            throw new IllegalStateException("it makes " + String.join(", ", outside)
                    + ". On a server that was there before, a unit has one schema: leave the name of the schema out of its"
                    + " mappings, or run it on a database that starts with the tests");
        }
        if (!refused.isEmpty()) {
            throw new IllegalStateException("the database refused a part of its schema:\n  "
                    + String.join("\n  ", refused)
                    + "\nIf something else makes the tables, say so: withTables(…)");
        }
    }

    private static void refuseElsewhere(EntityManagerFactory factory, BooleanSupplier isElsewhere) {
        if (isElsewhere.getAsBoolean()) {
            try (EntityManager em = factory.createEntityManager()) {
                em.createNativeQuery("select 1").getSingleResult();
            } catch (PersistenceException e) {
                // It has connected by then, if not to what was expected.
            }
        }
        if (isElsewhere.getAsBoolean()) {
            throw new IllegalStateException(
                    "it works on another database: its opener does not use the data source that it"
                            + " is given, or the provider takes it for another unit of that name");
        }
    }

    private static List<String> succeeded(SqlRecorder recorder) {
        return recorder.log().everything().stream()
                .filter(statement -> statement.failure() == null)
                .map(SqlStatement::text)
                .toList();
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
                    + (left.size() == 1 ? " connection" : " connections") + " of the unit '" + name
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
