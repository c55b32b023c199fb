package io.github.jpabyexample.testing;

import io.github.jpabyexample.testing.database.TestDatabase;
import io.github.jpabyexample.testing.sql.SqlRecorder;
import jakarta.persistence.EntityManagerFactory;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A persistence unit that is open: opening costs seconds, so each is opened once for the JVM and emptied between tests. */
final class OpenUnit {

    private static final Map<Key, OpenUnit> OPEN = new ConcurrentHashMap<>();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(OpenUnit::leaveServer, "leave the test server as it was"));
    }

    private record Key(String unit, Map<String, Object> properties) {}

    private final TestDatabase.Place place;
    private final SqlRecorder recorder;
    private final EntityManagerFactory factory;
    private final Stack stack;
    private long writesWhenEmptied;

    private OpenUnit(Key key, UnitOpener opener) {
        var requested = Requested.fromSystem();
        place = requested.database().open(key.unit());
        recorder = SqlRecorder.around(place.dataSource(), requested.provider().ownStatements());
        factory = opener.open(key.unit(), recorder.dataSource(), key.properties());
        factory.getSchemaManager().create(true);
        boolean woven = factory.getMetamodel().getEntities().stream()
                .anyMatch(entity -> requested.provider().hasWoven(entity.getJavaType()));
        stack = Stack.of(requested.provider(), requested.databaseName(), place.dataSource(), woven);
        writesWhenEmptied = recorder.writes();
    }

    static OpenUnit open(String unit, Map<String, Object> properties, UnitOpener opener) {
        return OPEN.computeIfAbsent(new Key(unit, properties), key -> new OpenUnit(key, opener));
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

    void empty() {
        if (recorder.writes() != writesWhenEmptied) {
            place.empty();
            writesWhenEmptied = recorder.writes();
        }
        factory.getCache().evictAll();
        recorder.clear();
    }

    // A server that was started for this JVM ends with it. One that ran before must not keep our schemas.
    private static void leaveServer() {
        if (TestDatabase.Server.fromSystemProperties() != null) {
            OPEN.values().forEach(unit -> {
                unit.factory.close();
                unit.place.close();
            });
        }
    }
}
