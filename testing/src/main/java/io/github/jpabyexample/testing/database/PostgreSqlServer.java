package io.github.jpabyexample.testing.database;

import io.github.jpabyexample.testing.database.TestDatabase.Server;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/** A PostgreSQL that is started once for the JVM from its Maven artifact, and ends with it. */
final class PostgreSqlServer {

    // The watcher is held, because the pipe to a process that nobody holds is closed by the garbage collector.
    private record Running(EmbeddedPostgres server, Connection connection, Optional<Process> watcher) {}

    private static final Queue<String> UNUSED = new ConcurrentLinkedQueue<>();
    private static @Nullable Running running;
    private static int made;

    private PostgreSqlServer() {}

    /** An empty database: one that is no longer needed, or a new one. */
    static synchronized Server database() {
        if (running == null) {
            running = start();
        }
        String name = UNUSED.poll();
        if (name == null) {
            name = "unit_" + ++made;
            String create = "create database " + name;
            Jdbc.run(running.connection(), sql -> sql.execute(create));
        }
        return address(running.server(), name);
    }

    /** Takes a database back, without whoever is still connected. To drop it takes longer than to make it. */
    static void takeBack(Statement sql) throws SQLException {
        sql.execute("select pg_terminate_backend(pid) from pg_stat_activity"
                + " where datname = current_database() and pid <> pg_backend_pid()");
        for (String schema : Jdbc.strings(
                sql,
                "select quote_ident(nspname) from pg_namespace"
                        + " where nspname !~ '^pg_' and nspname <> 'information_schema'")) {
            sql.execute("drop schema " + schema + " cascade");
        }
        sql.execute("create schema public");
        UNUSED.addAll(Jdbc.strings(sql, "select current_database()"));
    }

    private static Server address(EmbeddedPostgres server, String database) {
        // On this machine there is nothing to encrypt, and asking for it makes each connection a quarter slower.
        return new Server(server.getJdbcUrl("postgres", database) + "&sslmode=disable&gssEncMode=disable", null, null);
    }

    // The data is thrown away with the server, so nothing needs to survive a crash.
    private static Running start() {
        try {
            Path data = Files.createTempDirectory("jpa-by-example-postgresql");
            Optional<Process> watcher = watch(data);
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setDataDirectory(data)
                    .setServerConfig("fsync", "off")
                    .setServerConfig("synchronous_commit", "off")
                    .setServerConfig("full_page_writes", "off")
                    .setServerConfig("max_connections", "200")
                    .start();
            return new Running(server, server.getPostgresDatabase().getConnection(), watcher);
        } catch (IOException | SQLException | RuntimeException e) {
            throw new IllegalStateException(
                    "PostgreSQL did not start. Use one that runs: -Djpa.database.url=jdbc:postgresql://… with"
                            + " -Djpa.database.user and a password in JPA_DATABASE_PASSWORD",
                    e);
        }
    }

    // Embedded PostgreSQL stops its server in a shutdown hook, which a killed JVM does not run. So a shell waits for
    // the end of its input, which comes with the end of this JVM whatever ends it, and removes what is left by then.
    private static Optional<Process> watch(Path data) {
        if (System.getProperty("os.name").startsWith("Windows")) {
            return Optional.empty();
        }
        String waitAndRemove = """
                trap '' HUP INT TERM
                while read -r line; do :; done
                [ -d "$1" ] || exit 0
                sleep 1
                if [ -f "$1/postmaster.pid" ]; then kill -INT "$(head -n 1 "$1/postmaster.pid")"; sleep 2; fi
                rm -rf "$1"
                """;
        try {
            return Optional.of(new ProcessBuilder("sh", "-c", waitAndRemove, "sh", data.toString())
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException("No shell to stop the server, should this JVM be killed", e);
        }
    }
}
