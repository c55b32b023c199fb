package io.github.jpabyexample.bootstrap;

import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Where the connections of a unit come from. Immutable, and so safe for use by several threads. */
public sealed interface Connections {

    /**
     * A database, by its JDBC URL; pooled.
     *
     * <p>A user and a password that stand in the URL are taken out of it, for drivers, pools and providers log URLs:
     *
     * <pre>{@code
     * new Connections.ToUrl("jdbc:postgresql://localhost/shop?user=emma&password=…&ssl=true", null, null)
     *         .url();                                       // jdbc:postgresql://localhost/shop?ssl=true
     * new Connections.ToUrl("postgresql://localhost/shop", null, null);
     *         // SettingsException: url is 'postgresql://localhost/shop', but must be a JDBC URL
     * }</pre>
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
            var parts = JdbcUrl.of(url);
            if (!url.startsWith("jdbc:")) {
                throw new SettingsException("url", "'" + parts.shown() + "'", "a JDBC URL, such as jdbc:h2:mem:shop");
            }
            url = parts.url();
            user = Optional.ofNullable(user).or(parts::user).orElse(null);
            password = Optional.ofNullable(password).or(parts::password).orElse(null);
        }

        /** {@return the URL up to its parameters} */
        @Override
        public String toString() {
            return JdbcUrl.of(url).shown();
        }
    }

    /**
     * A data source that opens a new connection at each call; pooled.
     *
     * @param dataSource such as a driver's
     */
    record Pooled(DataSource dataSource) implements Connections {

        /** Refuses null. */
        public Pooled {
            Objects.requireNonNull(dataSource, "dataSource");
        }
    }

    /**
     * A data source that is used as it is, such as a pool of yours, which is not closed with the unit.
     *
     * @param dataSource yours
     */
    record AsTheyAre(DataSource dataSource) implements Connections {

        /** Refuses null. */
        public AsTheyAre {
            Objects.requireNonNull(dataSource, "dataSource");
        }
    }
}
