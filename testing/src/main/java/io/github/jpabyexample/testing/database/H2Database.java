package io.github.jpabyexample.testing.database;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.h2.jdbcx.JdbcDataSource;
import org.jspecify.annotations.Nullable;

/** H2: one database in memory for each unit, or a schema on a server. */
final class H2Database implements TestDatabase {

    static final String NAME = "h2";

    private static final AtomicInteger OPENED = new AtomicInteger();
    private final @Nullable Server server;

    H2Database(@Nullable Server server) {
        this.server = server;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Place open(String unit) {
        try {
            return server == null ? inMemory(Jdbc.plain(unit)) : on(server, Jdbc.schemaFor(unit));
        } catch (NoClassDefFoundError e) {
            throw new IllegalStateException("H2 is not on the class path: add com.h2database:h2 to the tests", e);
        }
    }

    private static Place inMemory(String unit) {
        var memory =
                new Server("jdbc:h2:mem:" + unit + "_" + OPENED.incrementAndGet() + ";DB_CLOSE_DELAY=-1", null, null);
        var whole = source(memory, memory.url());
        return new Schema(
                whole, "PUBLIC", Jdbc.connect(whole, memory), H2Database::truncate, sql -> sql.execute("shutdown"));
    }

    private static Place on(Server server, String name) {
        var connection = Jdbc.connect(source(server, server.url()), server);
        Jdbc.run(connection, sql -> sql.execute("create schema " + Jdbc.quoted(name)));
        return new Schema(
                source(server, server.url() + ";SCHEMA=" + Jdbc.quoted(name)),
                name,
                connection,
                H2Database::truncate,
                sql -> sql.execute("drop schema if exists " + Jdbc.quoted(name) + " cascade"));
    }

    private static JdbcDataSource source(Server server, String url) {
        var dataSource = new JdbcDataSource();
        dataSource.setURL(url);
        if (server.user() != null) {
            dataSource.setUser(server.user());
        }
        if (server.password() != null) {
            dataSource.setPassword(server.password());
        }
        return dataSource;
    }

    private static void truncate(List<String> tables, Statement sql) throws SQLException {
        sql.execute("set referential_integrity false");
        for (String table : tables) {
            sql.execute("truncate table " + table);
        }
        sql.execute("set referential_integrity true");
    }
}
