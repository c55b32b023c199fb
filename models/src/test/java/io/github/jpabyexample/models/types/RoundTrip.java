package io.github.jpabyexample.models.types;

import static java.util.stream.Collectors.toMap;

import io.github.jpabyexample.testing.JpaFixture;
import jakarta.persistence.metamodel.Attribute;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What became of an attribute: the column that the provider made for it, and the value that came back.
 *
 * @param attribute its name, which is its column's name too
 * @param type in Java
 * @param column in the database, by the names of the SQL standard where it has one
 * @param written before it was stored
 * @param read by another entity manager
 */
record RoundTrip(String attribute, String type, String column, Object written, Object read) {

    static List<RoundTrip> of(JpaFixture jpa, Class<?> entity, Map<String, Object> written, Map<String, Object> read) {
        Map<String, String> columns = columns(jpa, entity.getSimpleName());
        Map<String, String> types = jpa.factory().getMetamodel().entity(entity).getAttributes().stream()
                .collect(toMap(Attribute::getName, a -> a.getJavaType().getSimpleName()));
        return written.keySet().stream()
                .map(name -> new RoundTrip(name, types.get(name), columns.get(name), written.get(name), read.get(name)))
                .toList();
    }

    boolean isExact() {
        return Objects.deepEquals(written, read);
    }

    /** The types of a table's columns, by name in lower case: databases differ in how they fold names. */
    static Map<String, String> columns(JpaFixture jpa, String table) {
        var found = jpa.rows("""
                select column_name, data_type, character_maximum_length, numeric_precision, numeric_scale,
                       datetime_precision
                from information_schema.columns
                where table_schema = current_schema and lower(table_name) = '%s'
                """.formatted(table.toLowerCase(Locale.ROOT)));
        Map<String, String> types = new TreeMap<>();
        for (List<String> column : found.rows()) {
            String type = column.get(1)
                    .toLowerCase(Locale.ROOT)
                    .replace("character varying", "varchar")
                    .replace("character large object", "clob")
                    .replace("binary large object", "blob")
                    .replace("binary varying", "varbinary")
                    .replace(" without time zone", "");
            types.put(column.get(0).toLowerCase(Locale.ROOT), withSize(type, column));
        }
        return types;
    }

    private static String withSize(String type, List<String> column) {
        return switch (type.split(" ")[0]) {
            case "numeric" -> "%s(%s,%s)".formatted(type, column.get(3), column.get(4));
            case "varchar", "varbinary" -> isUnbounded(column.get(2)) ? type : "%s(%s)".formatted(type, column.get(2));
            case "time", "timestamp" -> type.replaceFirst(" |$", "(" + column.get(5) + ")$0");
            default -> type;
        };
    }

    // H2 gives a varchar without a length its largest one.
    private static boolean isUnbounded(String length) {
        return length.equals("null") || length.equals("1000000000");
    }
}
