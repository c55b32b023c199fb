package io.github.jpabyexample.testing.database;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A kind of database on which tests run.
 *
 * <pre>{@code
 * try (TestDatabase.Place place = TestDatabase.requested().open("shop")) {
 *     DataSource empty = place.dataSource();
 *     …
 * }
 * TestDatabase.named("oracle", null);                    // IllegalArgumentException, with the names that are known
 * }</pre>
 *
 * <p>Which one is a matter of the run, not of the test: the system property {@code jpa.database} names it, and {@code
 * jpa.database.url} points to a server that already runs.
 */
public sealed interface TestDatabase permits H2Database, PostgreSqlDatabase {

    /** {@return the name by which the build chooses it, e.g. {@code h2}} */
    String name();

    /** {@return whether it runs on a server that was there before, and has to be left as it was} */
    boolean isGiven();

    /**
     * Makes a place for one persistence unit, empty and apart from all others: a database, or on a server that was there
     * before a schema.
     *
     * @param unit the unit's name
     * @return to be closed when no longer needed; on a server that was there before, at the latest when the JVM ends
     * @throws IllegalStateException if the database does not start, does not answer, or its driver is missing
     */
    Place open(String unit);

    /** A database, or a schema, for one unit. */
    interface Place extends AutoCloseable {

        /** {@return connections to it, each a new one} */
        DataSource dataSource();

        /** Declares the rows that are there now to be a part of the schema, which {@link #empty()} leaves. */
        void keepRows();

        /**
         * Removes all rows, however they came, but those that {@link #keepRows()} found. A change to one of these stays; if it
         * made it refer to a row that goes, the reference is taken back. Rows of no other place go with them.
         *
         * @throws IllegalStateException if the database refuses, for instance because a transaction that was left open
         *     holds a table, or if rows elsewhere refer to rows that should go
         */
        void empty();

        /**
         * Finds what was made outside of this place, on a server that was there before; {@link #close()} removes it with the
         * rest.
         *
         * @param statements that were sent: what none of them names was made by others, and stays
         * @return tables and whole schemas in words for a message; nothing where the whole database is the unit's
         */
        List<String> outside(List<String> statements);

        /** Removes it with all that is in it. */
        @Override
        void close();
    }

    /**
     * The database that this run asks for: {@code jpa.database}, by default {@code h2}, on the server of {@code
     * jpa.database.url} if there is one.
     *
     * @return the database, not yet started
     * @throws IllegalArgumentException if it isn't known, with those that are, or if the URL is of another one
     * @throws IllegalStateException if it is asked for with {@code stack.database}
     */
    static TestDatabase requested() {
        String other = System.getProperty("stack.database");
        if (other != null) {
            throw new IllegalStateException(
                    "Nothing reads stack.database: choose the database with -Djpa.database=" + other);
        }
        return named(requestedName(), Server.requested());
    }

    private static String requestedName() {
        return System.getProperty("jpa.database", H2Database.NAME).strip();
    }

    /**
     * Finds a database by its name.
     *
     * @param name e.g. {@code postgresql}
     * @param server where one already runs, or null to start one
     * @return the database, not yet started
     * @throws IllegalArgumentException if the name isn't known, with those that are
     */
    static TestDatabase named(String name, @Nullable Server server) {
        Map<String, Function<@Nullable Server, TestDatabase>> known = new TreeMap<>(
                Map.of(H2Database.NAME, H2Database::new, PostgreSqlDatabase.NAME, PostgreSqlDatabase::new));
        Function<@Nullable Server, TestDatabase> found = known.get(name);
        if (found == null) {
            throw new IllegalArgumentException("No database is called '" + name + "'; known are " + known.keySet());
        }
        if (server != null && !server.isOf(name)) {
            throw new IllegalArgumentException("The tests run on " + name + ", but jpa.database.url is " + server
                    + ": choose the database of that server with -Djpa.database, or leave the URL out");
        }
        return found.apply(server);
    }

    /**
     * A server that already runs.
     *
     * @param url its JDBC URL
     * @param user or null, where the URL says it or none is needed
     * @param password or null
     */
    record Server(
            String url, @Nullable String user, @Nullable String password) {

        /**
         * The server that this run asks for, with the system properties {@code jpa.database.url}, {@code .user} and {@code
         * .password}. Without the last one the password is that of the environment, {@code JPA_DATABASE_PASSWORD}, which
         * no list of processes and no report of tests shows.
         *
         * @return the server, or null where no URL is given, or that of another database in a build on all stacks
         */
        public static @Nullable Server requested() {
            return requested(System.getenv("JPA_DATABASE_PASSWORD"));
        }

        static @Nullable Server requested(@Nullable String passwordOfTheEnvironment) {
            String url = filled(System.getProperty("jpa.database.url"));
            if (url == null) {
                return null;
            }
            String password = filled(System.getProperty("jpa.database.password"));
            var given = new Server(
                    url.strip(),
                    filled(System.getProperty("jpa.database.user")),
                    password == null ? filled(passwordOfTheEnvironment) : password);
            // A build on all stacks is given one server; the stacks of other databases start their own.
            return Boolean.getBoolean("stack.all") && !given.isOf(requestedName()) ? null : given;
        }

        // A build that hands on what it was given, hands on nothing as an empty text.
        private static @Nullable String filled(@Nullable String value) {
            return value == null || value.isBlank() ? null : value;
        }

        /**
         * Says for which database the URL is.
         *
         * @param database its name, e.g. {@code postgresql}
         * @return true if it is for that one
         */
        public boolean isOf(String database) {
            return url.startsWith("jdbc:" + database + ":");
        }

        /** {@return the URL up to its parameters, or only for which database it is, where more could be a secret} */
        @Override
        public String toString() {
            return ServerUrl.shown(url);
        }
    }
}
