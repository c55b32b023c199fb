package io.github.jpabyexample.testing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.sql.Array;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A small table to show or to compare: what really stands in the database, or what a query returned.
 *
 * <pre>{@code
 * Rows found = jpa.rows("select title, pages from book order by title");
 * assertThat(found.rows()).containsExactly(List.of("Emma", "474"), List.of("Persuasion", "null"));
 * found.rows().add(…);                                 // UnsupportedOperationException: it is immutable
 * }</pre>
 *
 * <p>Only this library makes one: a later version may add a component, so its constructor and its pattern are no promise.
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
        Object first = objects.stream().filter(Objects::nonNull).findFirst().orElse(null);
        if (first == null) {
            return new Rows(
                    List.of("value"),
                    objects.stream().map(row -> List.of("null")).toList());
        }
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
                            .map(row -> texts((Object[]) row, array.length))
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
            throw new IllegalArgumentException("Cannot read the rows of: " + query + ": " + e.getMessage(), e);
        }
    }

    private static @Nullable Object value(RecordComponent component, @Nullable Object row) {
        if (row == null) {
            return null;
        }
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(row);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalArgumentException("Cannot read " + component + " of " + row, e);
        }
    }

    private static List<String> texts(Object @Nullable [] row, int width) {
        return row == null
                ? Collections.nCopies(width, "null")
                : Arrays.stream(row).map(Rows::text).toList();
    }

    // No identity hash codes: what is shown must be the same in each run.
    private static String text(@Nullable Object value) {
        try {
            if (value instanceof byte[] bytes) {
                return "0x" + HexFormat.of().formatHex(bytes);
            }
            if (value instanceof Object[] array) {
                return Arrays.stream(array).map(Rows::text).collect(Collectors.joining(", ", "[", "]"));
            }
            if (value instanceof Array array) {
                return text(array.getArray());
            }
            if (value instanceof Clob clob) {
                return clob.getSubString(1, (int) clob.length());
            }
            if (value instanceof Blob blob) {
                return text(blob.getBytes(1, (int) blob.length()));
            }
            return String.valueOf(value);
        } catch (SQLException e) {
            throw new IllegalArgumentException("Cannot read " + value.getClass().getName(), e);
        }
    }
}
