package io.github.jpabyexample.tour;

import io.github.jpabyexample.testing.JpaFixture;
import io.github.jpabyexample.testing.Rows;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;

/** The tables that stand in the database of a lesson after its last claim. */
final class Tables {

    private Tables() {}

    /**
     * Reads the tables of each unit of a lesson that has run: the fixtures are its static fields, as JUnit finds them.
     *
     * @return the rows by the name of the table; none for a lesson without a unit
     */
    static Map<String, Rows> leftBy(LessonClass lesson) throws SQLException {
        Map<String, Rows> tables = new LinkedHashMap<>();
        List<Field> fields = fixtures(lesson.type());
        for (Field field : fields) {
            JpaFixture fixture = (JpaFixture) ReflectionSupport.tryToReadFieldValue(field, null)
                    .toOptional()
                    .orElseThrow();
            String unit = fields.size() == 1 ? "" : field.getName() + ": ";
            names(fixture).forEach((name, quoted) -> tables.put(unit + name, fixture.rows("select * from " + quoted)));
        }
        return tables;
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
