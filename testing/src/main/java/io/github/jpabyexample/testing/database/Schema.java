package io.github.jpabyexample.testing.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** A schema that belongs to one unit. */
final class Schema implements TestDatabase.Place {

    /** How a database removes all rows of some tables that refer to each other. */
    interface Truncation {
        void of(List<String> tables, Statement sql) throws SQLException;
    }

    private final DataSource dataSource;
    private final String name;
    private final Truncation truncation;
    private final Jdbc.Work remove;

    // Stays open: to connect takes longer than to empty, and H2 closes a database with its last connection.
    private final Connection connection;
    private Set<String> kept = Set.of();

    /** Takes over the connection, on which the schema was made. */
    Schema(DataSource dataSource, String name, Connection connection, Truncation truncation, Jdbc.Work remove) {
        this.dataSource = dataSource;
        this.name = name;
        this.connection = connection;
        this.truncation = truncation;
        this.remove = remove;
    }

    @Override
    public DataSource dataSource() {
        return dataSource;
    }

    @Override
    public void keepRows() {
        Jdbc.run(connection, sql -> kept = Set.copyOf(filled(sql)));
    }

    @Override
    public synchronized void empty() {
        Jdbc.run(connection, sql -> {
            List<String> tables = new ArrayList<>(filled(sql));
            tables.removeAll(kept);
            if (!tables.isEmpty()) {
                truncation.of(tables, sql);
            }
        });
    }

    // To truncate an empty table costs as much as to truncate a full one, and most are empty.
    private List<String> filled(Statement sql) throws SQLException {
        List<String> tables = Jdbc.strings(
                sql,
                "select table_name from information_schema.tables where table_type = 'BASE TABLE' and table_schema = '"
                        + name + "'");
        if (tables.isEmpty()) {
            return tables;
        }
        return Jdbc.strings(
                sql,
                tables.stream()
                        .map(table -> Jdbc.quoted(name) + "." + Jdbc.quoted(table))
                        .map(table -> "select '" + table.replace("'", "''")
                                + "' from (values (1)) as one(n) where exists (select 1 from " + table + ")")
                        .collect(Collectors.joining(" union all ")));
    }

    @Override
    public void close() {
        Jdbc.run(connection, remove);
        Jdbc.close(connection);
    }
}
