package io.github.jpabyexample.testing;

import io.github.jpabyexample.testing.database.TestDatabase;
import io.github.jpabyexample.testing.sql.SqlRecorder;
import jakarta.persistence.EntityManagerFactory;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A persistence unit that is open: opening costs seconds, so each is opened once for the JVM and emptied between tests. */
final class OpenUnit {

    private static final Map<Key, OpenUnit> OPEN = new ConcurrentHashMap<>();

    private record Key(String unit, Map<String, Object> properties) {}

    private final TestDatabase.Place place;
    private final SqlRecorder recorder;
    private final EntityManagerFactory factory;
    private final Stack stack;
    private long sentWhenEmptied;

    private OpenUnit(TestDatabase.Place place, SqlRecorder recorder, EntityManagerFactory factory, Stack stack) {
        this.place = place;
        this.recorder = recorder;
        this.factory = factory;
        this.stack = stack;
        this.sentWhenEmptied = recorder.sent();
    }

    static OpenUnit open(String unit, Map<String, Object> properties, UnitOpener opener) {
        return OPEN.computeIfAbsent(new Key(unit, properties), key -> opened(key, opener));
    }

    private static OpenUnit opened(Key key, UnitOpener opener) {
        var requested = Requested.fromSystem();
        var place = requested.database().open(key.unit());
        try {
            var recorder =
                    SqlRecorder.around(place.dataSource(), requested.provider().ownStatements());
            var factory = opener.open(key.unit(), recorder.dataSource(), key.properties());
            factory.getSchemaManager().create(true);
            place.keepRows();
            boolean woven = factory.getMetamodel().getEntities().stream()
                    .anyMatch(entity -> requested.provider().hasWoven(entity.getJavaType()));
            var stack = Stack.of(requested.provider(), requested.databaseName(), place.dataSource(), woven);
            var unit = new OpenUnit(place, recorder, factory, stack);
            // A server that was started for this JVM ends with it. One that ran before must not keep our schemas.
            if (requested.usesGivenServer()) {
                Runtime.getRuntime().addShutdownHook(new Thread(unit::close, "leave the server as it was"));
            }
            return unit;
        } catch (RuntimeException e) {
            place.close();
            throw new IllegalStateException(
                    "Cannot open the unit '" + key.unit() + "' on " + requested.stackName() + ": " + e.getMessage(), e);
        }
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
        if (recorder.sent() != sentWhenEmptied) {
            place.empty();
            sentWhenEmptied = recorder.sent();
        }
        factory.getCache().evictAll();
        recorder.clear();
    }

    private void close() {
        try {
            factory.close();
        } finally {
            place.close();
        }
    }
}
