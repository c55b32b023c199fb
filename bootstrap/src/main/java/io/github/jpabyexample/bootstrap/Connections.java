package io.github.jpabyexample.bootstrap;

import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Where the connections of a unit come from. */
public sealed interface Connections {

    /**
     * A database, by its JDBC URL; pooled.
     *
     * @param url e.g. {@code jdbc:postgresql://localhost/shop}
     * @param user or null, where none is needed
     * @param password or null; never shown
     */
    record ToUrl(
            String url, @Nullable String user, @Nullable String password) implements Connections {

        /**
         * Checks the URL.
         *
         * @throws SettingsException if it is no JDBC URL
         */
        public ToUrl {
            if (!url.startsWith("jdbc:")) {
                throw new SettingsException(
                        "url", "'" + withoutSecrets(url) + "'", "a JDBC URL, such as jdbc:h2:mem:shop");
            }
        }

        /** {@return the URL up to its parameters, in which a password may stand} */
        @Override
        public String toString() {
            return withoutSecrets(url);
        }

        private static String withoutSecrets(String url) {
            return url.split("[?;]", 2)[0].replaceFirst("//[^/@]*@", "//");
        }
    }

    /**
     * A data source that opens a new connection at each call; pooled.
     *
     * @param dataSource such as a driver's
     */
    record Pooled(DataSource dataSource) implements Connections {}

    /**
     * A data source that is used as it is, such as a pool of yours, which is not closed with the unit.
     *
     * @param dataSource yours
     */
    record AsTheyAre(DataSource dataSource) implements Connections {}
}
