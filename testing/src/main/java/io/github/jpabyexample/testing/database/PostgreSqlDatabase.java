package io.github.jpabyexample.testing.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/** PostgreSQL: one schema for each unit, on a server that is started once for the JVM, or that already runs. */
final class PostgreSqlDatabase implements TestDatabase {

    static final String NAME = "postgresql";

    private final @Nullable Server given;
    private @Nullable Server running;

    PostgreSqlDatabase(@Nullable Server given) {
        this.given = given;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Place open(String unit) {
        Server server = given != null ? given : started();
        String schema =
                "jpabyexample_" + unit + "_" + UUID.randomUUID().toString().substring(0, 8);
        DataSource whole = on(server, null);
        Jdbc.run(whole, sql -> sql.execute("create schema " + Jdbc.quoted(schema)));
        return new PostgreSqlPlace(on(server, schema), whole, schema);
    }

    private synchronized Server started() {
        if (running == null) {
            running = start();
        }
        return running;
    }

    // The data is thrown away with the server, so nothing needs to survive a crash.
    private static Server start() {
        try {
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "off")
                    .setServerConfig("synchronous_commit", "off")
                    .setServerConfig("full_page_writes", "off")
                    .setServerConfig("max_connections", "200")
                    .start();
            return new Server(server.getJdbcUrl("postgres", "postgres"), null, null);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "PostgreSQL did not start. Use one that runs: -Djpa.database.url=jdbc:postgresql://… with"
                            + " -Djpa.database.user and -Djpa.database.password",
                    e);
        }
    }

    private static DataSource on(Server server, @Nullable String schema) {
        var dataSource = new PGSimpleDataSource();
        dataSource.setUrl(server.url());
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

    private record PostgreSqlPlace(DataSource dataSource, DataSource whole, String schema) implements Place {

        @Override
        public void empty() {
            Jdbc.run(dataSource, sql -> {
                List<String> tables = Jdbc.strings(
                        sql, "select tablename from pg_tables where schemaname = '" + schema.replace("'", "''") + "'");
                if (!tables.isEmpty()) {
                    // A test that leaves a transaction open fails the next one, instead of halting it for ever.
                    sql.execute("set lock_timeout = '10s'");
                    sql.execute("truncate table "
                            + tables.stream().map(Jdbc::quoted).collect(Collectors.joining(", ")) + " cascade");
                }
            });
        }

        @Override
        public void close() {
            Jdbc.run(whole, sql -> sql.execute("drop schema if exists " + Jdbc.quoted(schema) + " cascade"));
        }
    }
}
