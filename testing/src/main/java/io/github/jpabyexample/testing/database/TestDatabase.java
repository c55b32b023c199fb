package io.github.jpabyexample.testing.database;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A kind of database on which tests run.
 *
 * <pre>{@code
 * try (TestDatabase.Place place = TestDatabase.named("h2", null).open("shop")) {
 *     DataSource empty = place.dataSource();
 *     …
 * }
 * TestDatabase.named("oracle", null);                    // IllegalArgumentException, with the names that are known
 * }</pre>
 *
 * <p>Which one is a matter of the run, not of the test: the system property {@code stack.database} names it, and {@code
 * jpa.database.url} (with {@code .user} and {@code .password}) points to a server that already runs.
 */
public sealed interface TestDatabase permits H2Database, PostgreSqlDatabase {

    /** {@return the name by which the build chooses it, e.g. {@code h2}} */
    String name();

    /**
     * Makes a place for one persistence unit, empty and apart from all others.
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

        /** Declares what has rows now to be a part of the schema: {@link #empty()} leaves these tables as they are. */
        void keepRows();

        /** Removes the rows of all tables but those that {@link #keepRows()} found. */
        void empty();

        /** Removes it with all that is in it. */
        @Override
        void close();
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
         * Reads {@code jpa.database.url}, {@code .user} and {@code .password}.
         *
         * @return the server, or null where no URL is given
         */
        public static @Nullable Server fromSystemProperties() {
            String url = System.getProperty("jpa.database.url", "");
            return url.isBlank()
                    ? null
                    : new Server(
                            url.strip(),
                            System.getProperty("jpa.database.user"),
                            System.getProperty("jpa.database.password"));
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

        /** Takes the secrets out of a driver's message, which may quote the URL, or a part of it. */
        String redacted(@Nullable String message) {
            String text =
                    String.valueOf(message).replace(url, toString()).replaceAll("(?i)(password=)[^;&\"\\s]*", "$1***");
            return password == null || password.isBlank() ? text : text.replace(password, "***");
        }

        /** {@return the URL up to its parameters, in which a password may stand} */
        @Override
        public String toString() {
            return url.split("[?;]", 2)[0].replaceFirst("//[^/@]*@", "//");
        }
    }
}
