package io.github.jpabyexample.lesson;

import io.github.jpabyexample.lesson.observation.Observation.Table;
import io.github.jpabyexample.testing.Rows;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.WeakHashMap;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/** The tables of which the SQL of a lesson speaks, as they stand in the database. */
final class MadeTables {

    private static final List<String> COLUMNS = List.of("column", "type", "null", "key");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("\\W+");
    // By which the two databases call what SQL calls otherwise.
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("character varying", "varchar"),
            Map.entry("character large object", "clob"),
            Map.entry("binary large object", "blob"),
            Map.entry("binary varying", "varbinary"),
            Map.entry("character", "char"),
            Map.entry("bpchar", "char"),
            Map.entry("int2", "smallint"),
            Map.entry("int4", "integer"),
            Map.entry("int8", "bigint"),
            Map.entry("float4", "real"),
            Map.entry("float8", "double precision"),
            Map.entry("bool", "boolean"),
            Map.entry("timestamptz", "timestamp with time zone"));
    private static final Set<String> WITH_LENGTH = Set.of("varchar", "char", "varbinary");
    private static final Set<String> WITH_SCALE = Set.of("numeric", "decimal");
    private static final int NO_LENGTH = 1_000_000;

    /** A unit is used by many lessons: its tables are read once. */
    private static final Map<DataSource, Map<String, Table>> READ = Collections.synchronizedMap(new WeakHashMap<>());

    private final Set<String> heard = new HashSet<>();
    private final SortedMap<String, Table> used = new TreeMap<>();

    synchronized List<Table> used() {
        return List.copyOf(used.values());
    }

    synchronized void usedBy(Collection<String> sql, DataSource dataSource) {
        boolean isNews = heard.addAll(sql.stream()
                .flatMap(BETWEEN_WORDS::splitAsStream)
                .map(word -> word.toLowerCase(Locale.ROOT))
                .toList());
        if (isNews) {
            READ.computeIfAbsent(dataSource, MadeTables::read).forEach((name, table) -> {
                if (heard.contains(name)) {
                    used.putIfAbsent(name, table);
                }
            });
        }
    }

    private static Map<String, Table> read(DataSource dataSource) {
        Map<String, Table> tables = new HashMap<>();
        try (Connection connection = dataSource.getConnection()) {
            for (String table : tables(connection)) {
                String name = table.toLowerCase(Locale.ROOT);
                tables.put(name, new Table(name, columns(connection, table)));
            }
        } catch (SQLException e) {
            // A lesson may leave its database in any state: then there is nothing to show.
            return Map.of();
        }
        return tables;
    }

    private static List<String> tables(Connection connection) throws SQLException {
        List<String> names = new ArrayList<>();
        try (ResultSet found = connection
                .getMetaData()
                .getTables(
                        connection.getCatalog(), connection.getSchema(), "%", new String[] {"TABLE", "BASE TABLE"})) {
            while (found.next()) {
                names.add(found.getString("TABLE_NAME"));
            }
        }
        return names;
    }

    private static Rows columns(Connection connection, String table) throws SQLException {
        Map<String, List<String>> keys = keys(connection, table);
        List<List<String>> columns = new ArrayList<>();
        try (ResultSet found =
                connection.getMetaData().getColumns(connection.getCatalog(), connection.getSchema(), table, "%")) {
            while (found.next()) {
                String name = found.getString("COLUMN_NAME");
                columns.add(List.of(
                        name.toLowerCase(Locale.ROOT),
                        type(found),
                        found.getInt("NULLABLE") == DatabaseMetaData.columnNoNulls ? "not null" : "",
                        String.join(", ", keys.getOrDefault(name, List.of()))));
            }
        }
        return new Rows(COLUMNS, columns);
    }

    private static String type(ResultSet column) throws SQLException {
        String own = column.getString("TYPE_NAME").toLowerCase(Locale.ROOT);
        String name = NAMES.getOrDefault(own, own);
        int size = column.getInt("COLUMN_SIZE");
        if (WITH_LENGTH.contains(name) && size < NO_LENGTH) {
            return name + "(" + size + ")";
        }
        return WITH_SCALE.contains(name) ? name + "(" + size + "," + column.getInt("DECIMAL_DIGITS") + ")" : name;
    }

    private static Map<String, List<String>> keys(Connection connection, String table) throws SQLException {
        Map<String, List<String>> keys = new HashMap<>();
        DatabaseMetaData data = connection.getMetaData();
        try (ResultSet found = data.getPrimaryKeys(connection.getCatalog(), connection.getSchema(), table)) {
            while (found.next()) {
                keys.computeIfAbsent(found.getString("COLUMN_NAME"), column -> new ArrayList<>())
                        .add("primary key");
            }
        }
        try (ResultSet found = data.getImportedKeys(connection.getCatalog(), connection.getSchema(), table)) {
            while (found.next()) {
                keys.computeIfAbsent(found.getString("FKCOLUMN_NAME"), column -> new ArrayList<>())
                        .add("references " + found.getString("PKTABLE_NAME").toLowerCase(Locale.ROOT));
            }
        }
        return keys;
    }
}
