package io.github.jpabyexample.testing.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.h2.jdbcx.JdbcDataSource;
import org.jspecify.annotations.Nullable;

/** H2: one database in memory for each unit, or a schema on a server. */
final class H2Database implements TestDatabase {

    static final String NAME = "h2";

    private static final AtomicInteger OPENED = new AtomicInteger();
    private final @Nullable Server given;

    H2Database(@Nullable Server given) {
        this.given = given;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean isGiven() {
        return given != null;
    }

    @Override
    public Place open(String unit) {
        try {
            return given == null ? inMemory(Jdbc.plain(unit)) : on(given, Jdbc.schemaFor(unit));
        } catch (NoClassDefFoundError e) {
            throw new IllegalStateException(
                    "H2 is not on the class path: add com.h2database:h2 to the tests, or choose another database with -Djpa.database",
                    e);
        }
    }

    private static Place inMemory(String unit) {
        var memory =
                new Server("jdbc:h2:mem:" + unit + "_" + OPENED.incrementAndGet() + ";DB_CLOSE_DELAY=-1", null, null);
        var whole = source(memory, "");
        return new Schema(
                whole,
                memory.toString(),
                Jdbc.connect(whole, memory),
                new H2Emptying(null),
                null,
                sql -> sql.execute("shutdown"));
    }

    private static Place on(Server server, String name) {
        Connection connection = Jdbc.connect(source(server, ""), server);
        Jdbc.run(connection, H2Database::removeWhatNobodyHolds);
        var outside = new Outside(name, connection);
        Jdbc.run(connection, sql -> {
            sql.execute("create schema " + Jdbc.quoted(name));
            sql.execute("comment on schema " + Jdbc.quoted(name) + " is "
                    + Jdbc.literal(Jdbc.strings(sql, HOLDER).get(0)));
        });
        return new Schema(
                source(server, ";SCHEMA=" + Jdbc.quoted(name)),
                "schema " + name + " of " + server,
                connection,
                new H2Emptying(name),
                outside,
                sql -> sql.execute("drop schema if exists " + Jdbc.quoted(name) + " cascade"));
    }

    // The number of a session is given again after its end, but not with the same start.
    private static final String SESSION = "'JPA by Example, for session ' || session_id || ' of '"
            + " || cast(extract(epoch from session_start) as varchar)";
    private static final String HOLDER =
            "select " + SESSION + " from information_schema.sessions where session_id = session_id()";

    /** Schemas of runs that were killed. Who is no administrator sees no sessions of others, and removes nothing. */
    private static void removeWhatNobodyHolds(Statement sql) throws SQLException {
        for (String name : Jdbc.strings(
                sql,
                "select schema_name from information_schema.schemata"
                        + " where schema_name like 'jpabyexample\\_%' and schema_owner = current_user"
                        + " and remarks like 'JPA by Example, for session %'"
                        + " and remarks not in (select " + SESSION + " from information_schema.sessions)"
                        + " and exists (select 1 from information_schema.users where user_name = current_user and is_admin)")) {
            Jdbc.attempt(sql, "drop schema if exists " + Jdbc.quoted(name) + " cascade");
        }
    }

    private static JdbcDataSource source(Server server, String more) {
        Server login = ServerUrl.forDriver(server);
        var dataSource = new JdbcDataSource();
        dataSource.setURL(login.url() + more);
        if (login.user() != null) {
            dataSource.setUser(login.user());
        }
        if (login.password() != null) {
            dataSource.setPassword(login.password());
        }
        return dataSource;
    }
}
