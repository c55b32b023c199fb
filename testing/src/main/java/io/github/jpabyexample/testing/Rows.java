package io.github.jpabyexample.testing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * A small table to show or to compare: what really stands in the database, or what a query returned.
 *
 * @param columns their names, in lower case where they come from the database
 * @param rows the values as text; {@code null} is the text "null"
 */
public record Rows(List<String> columns, List<List<String>> rows) {

    /** Copies the lists, so that the record stays as it is. */
    public Rows {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
    }

    /**
     * Makes a table of objects: a record gives a column a component, an array a column an element, all else one column.
     *
     * @param objects of one type
     * @return a table with a row for each
     */
    public static Rows of(Collection<?> objects) {
        Object first = Stream.<Object>concat(objects.stream(), Stream.of("nothing"))
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
        if (first instanceof Record) {
            RecordComponent[] components = first.getClass().getRecordComponents();
            return new Rows(
                    Arrays.stream(components).map(RecordComponent::getName).toList(),
                    objects.stream()
                            .map(row -> Arrays.stream(components)
                                    .map(component -> text(value(component, row)))
                                    .toList())
                            .toList());
        }
        if (first instanceof Object[] array) {
            return new Rows(
                    IntStream.rangeClosed(1, array.length)
                            .mapToObj(String::valueOf)
                            .toList(),
                    objects.stream()
                            .map(row -> Arrays.stream((Object[]) row)
                                    .map(Rows::text)
                                    .toList())
                            .toList());
        }
        return new Rows(
                List.of(first.getClass().getSimpleName().toLowerCase(Locale.ROOT)),
                objects.stream().map(row -> List.of(text(row))).toList());
    }

    static Rows read(DataSource dataSource, String query) {
        try (Connection connection = dataSource.getConnection();
                var statement = connection.createStatement();
                var result = statement.executeQuery(query)) {
            int width = result.getMetaData().getColumnCount();
            List<String> columns = new ArrayList<>();
            for (int i = 1; i <= width; i++) {
                columns.add(result.getMetaData().getColumnLabel(i).toLowerCase(Locale.ROOT));
            }
            List<List<String>> rows = new ArrayList<>();
            while (result.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= width; i++) {
                    row.add(text(result.getObject(i)));
                }
                rows.add(row);
            }
            return new Rows(columns, rows);
        } catch (SQLException e) {
            throw new IllegalArgumentException("Cannot read the rows of: " + query, e);
        }
    }

    private static Object value(RecordComponent component, Object row) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(row);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalArgumentException("Cannot read " + component + " of " + row, e);
        }
    }

    private static String text(Object value) {
        return String.valueOf(value);
    }
}
