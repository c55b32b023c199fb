package io.github.jpabyexample.tour;

import io.github.jpabyexample.testing.JpaFixture;
import io.github.jpabyexample.testing.Rows;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/**
 * What stood in the tables of a lesson after a claim.
 *
 * @param byName the tables, by their names
 */
record Tables(Map<String, Left> byName) {

    private static final int MOST_ROWS = 10;

    /** How many rows a table had, and the first of them. */
    record Left(long count, Rows first) {}

    /** Reads the tables after each claim of a lesson that runs. */
    static final class Watcher implements TestExecutionListener {

        private final LessonClass lesson;
        private final Map<String, Tables> afterClaim = new HashMap<>();

        Watcher(LessonClass lesson) {
            this.lesson = lesson;
        }

        @Override
        public void executionFinished(TestIdentifier test, TestExecutionResult result) {
            if (test.isTest()) {
                try {
                    afterClaim.put(test.getUniqueId(), leftBy(lesson));
                } catch (SQLException | RuntimeException e) {
                    // A lesson may leave its database in any state: then there is nothing to show.
                    afterClaim.remove(test.getUniqueId());
                }
            }
        }

        /** {@return the tables after a claim, by JUnit's id} */
        Map<String, Tables> afterClaim() {
            return afterClaim;
        }
    }

    /** The fixtures of a lesson are its static fields, as JUnit finds them. */
    private static Tables leftBy(LessonClass lesson) throws SQLException {
        Map<String, Left> tables = new LinkedHashMap<>();
        List<Field> fields = fixtures(lesson.type());
        for (Field field : fields) {
            JpaFixture fixture = (JpaFixture) ReflectionSupport.tryToReadFieldValue(field, null)
                    .toOptional()
                    .orElseThrow();
            String unit = fields.size() == 1 ? "" : field.getName() + ": ";
            names(fixture).forEach((name, quoted) -> tables.put(unit + name, left(fixture, quoted)));
        }
        return new Tables(tables);
    }

    private static Left left(JpaFixture fixture, String table) {
        String count =
                fixture.rows("select count(*) from " + table).rows().get(0).get(0);
        return new Left(
                Long.parseLong(count),
                fixture.rows("select * from " + table + " fetch first " + MOST_ROWS + " rows only"));
    }

    private static List<Field> fixtures(Class<?> type) {
        return ReflectionSupport.findFields(
                type,
                field -> Modifier.isStatic(field.getModifiers()) && JpaFixture.class.isAssignableFrom(field.getType()),
                HierarchyTraversalMode.TOP_DOWN);
    }

    private static Map<String, String> names(JpaFixture fixture) throws SQLException {
        try (Connection connection = fixture.dataSource().getConnection()) {
            String quote = connection.getMetaData().getIdentifierQuoteString();
            Map<String, String> names = new LinkedHashMap<>();
            try (var found = connection
                    .getMetaData()
                    .getTables(connection.getCatalog(), connection.getSchema(), "%", new String[] {"TABLE", "BASE TABLE"
                    })) {
                while (found.next()) {
                    String name = found.getString("TABLE_NAME");
                    names.put(name, quote + name + quote);
                }
            }
            return names;
        }
    }
}
