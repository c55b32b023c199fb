package io.github.jpabyexample.testing;

import io.github.jpabyexample.provider.ProviderSettings;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import javax.sql.DataSource;

/**
 * On what a test runs. {@link #toString()} is the line that every run prints.
 *
 * <p>Only this library makes one: a later version may add a component, so its constructor and its pattern are no promise.
 *
 * @param provider the provider's short name, e.g. {@link #HIBERNATE}
 * @param database the database's short name, e.g. {@link #H2}
 * @param providerVersion for readers, e.g. {@code Hibernate ORM 7.4.13.Final}
 * @param databaseVersion for readers, e.g. {@code H2 2.5.252}
 * @param java the version of the Java machine
 * @param woven whether entity classes were changed for lazy loading
 */
public record Stack(
        String provider, String database, String providerVersion, String databaseVersion, String java, boolean woven) {

    /** Hibernate ORM, as {@link #provider()} has it. */
    public static final String HIBERNATE = "hibernate";

    /** EclipseLink, as {@link #provider()} has it. */
    public static final String ECLIPSELINK = "eclipselink";

    /** H2, as {@link #database()} has it. */
    public static final String H2 = "h2";

    /** PostgreSQL, as {@link #database()} has it. */
    public static final String POSTGRESQL = "postgresql";

    static Stack of(ProviderSettings provider, String database, DataSource dataSource, boolean woven) {
        try (Connection connection = dataSource.getConnection()) {
            var data = connection.getMetaData();
            String version = data.getDatabaseProductVersion().split(" ", 2)[0];
            return new Stack(
                    provider.name(),
                    database,
                    provider.toString(),
                    data.getDatabaseProductName() + " " + version,
                    System.getProperty("java.version"),
                    woven);
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot ask " + database + " for its version: " + e.getMessage(), e);
        }
    }

    /**
     * Says on what this run is: the provider on the class path, and the database that was asked for. Opens no unit, so it
     * takes the classes for woven where the provider needs that.
     *
     * @return the same stack at each call
     * @throws IllegalStateException if the run asked for a provider that is not on the class path, or if the database does
     *     not start or does not answer
     */
    public static Stack requested() {
        return Requested.stack();
    }

    /** {@return provider and database, e.g. {@code hibernate-h2}, as in names of folders} */
    public String name() {
        return provider + "-" + database;
    }

    /**
     * Says whether all of some names are part of this stack.
     *
     * @param names of providers and databases
     * @return true if each is this stack's provider or database
     */
    public boolean isOn(String... names) {
        return Arrays.stream(names).allMatch(name -> name.equals(provider) || name.equals(database));
    }

    /** {@return e.g. {@code Hibernate ORM 7.4.13.Final on H2 2.5.252, Java 17.0.15, not woven}} */
    @Override
    public String toString() {
        return providerVersion + " on " + databaseVersion + ", Java " + java + ", " + (woven ? "woven" : "not woven");
    }
}
