package io.github.jpabyexample.bootstrap.guestbook;

import io.github.jpabyexample.testing.database.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** A database, or a schema, without any table, for lessons on how tables come about. */
public final class EmptyDatabase implements AutoCloseable {

    private final TestDatabase.Place place = TestDatabase.requested().open("empty");

    public DataSource dataSource() {
        return place.dataSource();
    }

    /** Properties of a unit on this database, and more in pairs of a name without its prefix and a value. */
    public Map<String, Object> properties(String... more) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("jakarta.persistence.nonJtaDataSource", place.dataSource());
        for (int i = 0; i < more.length; i += 2) {
            properties.put("jakarta.persistence." + more[i], more[i + 1]);
        }
        return properties;
    }

    public void execute(String... statements) {
        try (Connection connection = place.dataSource().getConnection();
                var statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    /** The first column of a query. */
    public List<String> column(String query) {
        List<String> values = new ArrayList<>();
        try (Connection connection = place.dataSource().getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        } catch (SQLException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    public List<String> tables() {
        return column("select lower(table_name) from information_schema.tables"
                + " where table_schema = current_schema and table_type = 'BASE TABLE' order by 1");
    }

    public List<String> columns(String table) {
        return column("select lower(column_name) from information_schema.columns"
                + " where table_schema = current_schema and lower(table_name) = '" + table + "' order by 1");
    }

    @Override
    public void close() {
        place.close();
    }
}
