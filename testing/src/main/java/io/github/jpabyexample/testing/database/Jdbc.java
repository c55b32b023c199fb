package io.github.jpabyexample.testing.database;

import io.github.jpabyexample.testing.database.TestDatabase.Server;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import javax.sql.DataSource;

/** Plain SQL for the databases themselves, which no recorder hears. */
final class Jdbc {

    private static final int LONGEST_UNIT = 30;

    private Jdbc() {}

    interface Work {
        void with(Statement statement) throws SQLException;
    }

    static void run(DataSource dataSource, Work work) {
        try (Connection connection = dataSource.getConnection()) {
            run(connection, work);
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot connect to the test database: " + e.getMessage(), e);
        }
    }

    static void run(Connection connection, Work work) {
        try (Statement statement = connection.createStatement()) {
            work.with(statement);
        } catch (SQLException e) {
            throw new IllegalStateException("The test database does not do as told: " + e.getMessage(), e);
        }
    }

    /** Executes what the next run will try again, should it fail. */
    static boolean attempt(Statement statement, String sql) {
        try {
            statement.execute(sql);
            return true;
        } catch (SQLException e) {
            return false;
        }
    }

    /** Connects for the first time. Without the driver's exception as a cause, which may hold a secret. */
    static Connection connect(DataSource dataSource, Server server) {
        try {
            return dataSource.getConnection();
        } catch (SQLException e) {
            throw new IllegalStateException(
                    "Cannot connect to " + server + ": " + ServerUrl.redacted(server, e.getMessage()));
        }
    }

    static void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException("A connection to the test database does not close", e);
        }
    }

    static List<String> strings(Statement statement, String query) throws SQLException {
        List<String> found = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }

    /** A name of its own for a unit: short enough for every database, and the same with quotes and without. */
    static String schemaFor(String unit) {
        String plain = plain(unit);
        return "jpabyexample_" + plain + "_" + UUID.randomUUID().toString().substring(0, 8);
    }

    static String plain(String unit) {
        String plain = unit.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "_");
        return plain.substring(0, Math.min(plain.length(), LONGEST_UNIT));
    }

    static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
