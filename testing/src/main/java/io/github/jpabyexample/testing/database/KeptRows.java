package io.github.jpabyexample.testing.database;

import io.github.jpabyexample.testing.database.Emptying.Change;
import io.github.jpabyexample.testing.database.Emptying.Table;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Rows of a table that came with the schema. What a test adds to them goes; what it changes in them stays, for the row of a
 * table generator must go on, but nothing of them may refer to a row that goes.
 */
final class KeptRows {

    private final Table table;
    private final String name;
    private final List<String> key;
    private final List<List<String>> references;

    private KeptRows(Table table, String name, List<String> key, List<List<String>> references) {
        this.table = table;
        this.name = name;
        this.key = key;
        this.references = references;
    }

    /** Notes which rows there are, in a table that only this connection has. */
    static KeptRows of(Table table, int number, Set<Table> kept, Connection connection) throws SQLException {
        DatabaseMetaData data = connection.getMetaData();
        List<String> key = key(table, data);
        List<List<String>> references = references(table, kept, data);
        String name = "jpabyexample_kept_" + number;
        if (!key.isEmpty()) {
            List<String> columns = Stream.concat(
                            key.stream(), references.stream().flatMap(List::stream))
                    .distinct()
                    .toList();
            try (Statement sql = connection.createStatement()) {
                sql.execute("drop table if exists " + name);
                sql.execute("create local temporary table " + name + " as select " + String.join(", ", columns)
                        + " from " + table.quoted());
            } catch (SQLException e) {
                // Who may make no temporary table keeps all rows of such a table.
                return new KeptRows(table, name, List.of(), references);
            }
        }
        return new KeptRows(table, name, key, references);
    }

    /** What brings them back, each with a query that finds a row where it has to be done. */
    List<Change> changes(Emptying emptying) {
        List<Change> changes = new ArrayList<>();
        String rows = emptying.only(table) + " t";
        String same =
                key.stream().map(column -> "k." + column + " = t." + column).collect(Collectors.joining(" and "));
        if (!key.isEmpty()) {
            String added = rows + " where not exists (select 1 from " + name + " k where " + same + ")";
            changes.add(new Change(table, "select 1 from " + added, "delete from " + added));
        }
        for (List<String> columns : references) {
            if (!key.isEmpty()) {
                String changed = " from " + name + " k where " + same + " and ("
                        + columns.stream()
                                .map(column -> "k." + column + " is distinct from t." + column)
                                .collect(Collectors.joining(" or "))
                        + ")";
                String before =
                        "(select k." + String.join(", k.", columns) + " from " + name + " k where " + same + ")";
                changes.add(new Change(
                        table,
                        "select 1 from " + rows + " where exists (select 1" + changed + ")",
                        "update " + rows + " set (" + String.join(", ", columns) + ") = " + before
                                + " where exists (select 1" + changed + ")"));
            } else if (columns.size() == 1) {
                // It was null, for there was nothing to refer to.
                String changed = " where " + columns.get(0) + " is not null";
                changes.add(new Change(
                        table,
                        "select 1 from " + rows + changed,
                        "update " + rows + " set " + columns.get(0) + " = null" + changed));
            }
        }
        return changes;
    }

    private static List<String> key(Table table, DatabaseMetaData data) throws SQLException {
        Map<Integer, String> columns = new TreeMap<>();
        try (ResultSet rows = data.getPrimaryKeys(null, table.schema(), table.name())) {
            while (rows.next()) {
                columns.put(rows.getInt("KEY_SEQ"), Jdbc.quoted(rows.getString("COLUMN_NAME")));
            }
        }
        return List.copyOf(columns.values());
    }

    /** The columns of each foreign key to a table whose rows go. */
    private static List<List<String>> references(Table table, Set<Table> kept, DatabaseMetaData data)
            throws SQLException {
        Map<String, List<String>> found = new LinkedHashMap<>();
        try (ResultSet rows = data.getImportedKeys(null, table.schema(), table.name())) {
            while (rows.next()) {
                if (!kept.contains(new Table(rows.getString("PKTABLE_SCHEM"), rows.getString("PKTABLE_NAME")))) {
                    found.computeIfAbsent(rows.getString("FK_NAME"), name -> new ArrayList<>())
                            .add(Jdbc.quoted(rows.getString("FKCOLUMN_NAME")));
                }
            }
        }
        return List.copyOf(found.values());
    }
}
