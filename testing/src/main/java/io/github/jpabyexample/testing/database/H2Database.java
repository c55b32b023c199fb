package io.github.jpabyexample.testing.database;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.jspecify.annotations.Nullable;

/** H2: one database in memory for each unit, or a schema on a server. */
final class H2Database implements TestDatabase {

    static final String NAME = "h2";

    private final AtomicInteger opened = new AtomicInteger();
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
        if (server == null) {
            var memory = new JdbcDataSource();
            memory.setURL("jdbc:h2:mem:" + unit + "_" + opened.incrementAndGet() + ";DB_CLOSE_DELAY=-1");
            return new H2Place(memory, "PUBLIC", () -> Jdbc.run(memory, sql -> sql.execute("shutdown")));
        }
        String schema =
                "jpabyexample_" + unit + "_" + UUID.randomUUID().toString().substring(0, 8);
        DataSource whole = on(server, server.url());
        Jdbc.run(whole, sql -> sql.execute("create schema " + Jdbc.quoted(schema)));
        return new H2Place(
                on(server, server.url() + ";SCHEMA=" + Jdbc.quoted(schema)),
                schema,
                () -> Jdbc.run(whole, sql -> sql.execute("drop schema " + Jdbc.quoted(schema) + " cascade")));
    }

    private static DataSource on(Server server, String url) {
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

    private record H2Place(DataSource dataSource, String schema, Runnable remove) implements Place {

        @Override
        public void empty() {
            Jdbc.run(dataSource, sql -> {
                List<String> tables = Jdbc.strings(
                        sql,
                        "select table_name from information_schema.tables where table_type = 'BASE TABLE'"
                                + " and table_schema = '" + schema.replace("'", "''") + "'");
                sql.execute("set referential_integrity false");
                for (String table : tables) {
                    sql.execute("truncate table " + Jdbc.quoted(schema) + "." + Jdbc.quoted(table));
                }
                sql.execute("set referential_integrity true");
            });
        }

        @Override
        public void close() {
            remove.run();
        }
    }
}
