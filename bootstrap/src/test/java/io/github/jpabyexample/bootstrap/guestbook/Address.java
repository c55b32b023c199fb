package io.github.jpabyexample.bootstrap.guestbook;

import io.github.jpabyexample.bootstrap.PoolSettings;
import io.github.jpabyexample.bootstrap.UnitSettings;
import io.github.jpabyexample.testing.database.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** Where a lesson's database is, for lessons that connect by a URL and not through the recorder. */
public record Address(String url, String user, String password) {

    public static Address of(DataSource dataSource) {
        try (Connection connection = dataSource.getConnection()) {
            var given = Optional.ofNullable(TestDatabase.Server.requested());
            return new Address(
                    withoutDefaults(connection.getMetaData().getURL()),
                    given.map(TestDatabase.Server::user)
                            .orElse(connection.getMetaData().getUserName()),
                    given.map(TestDatabase.Server::password).orElse(""));
        } catch (SQLException e) {
            throw new IllegalStateException("The database of the lesson does not answer", e);
        }
    }

    // A data source of PostgreSQL spells out all of its eighty parameters.
    private static String withoutDefaults(String url) {
        String[] parts = url.split("\\?", 2);
        return parts.length == 1
                ? url
                : Arrays.stream(parts[1].split("&"))
                        .filter(parameter -> parameter.matches("(currentSchema|sslmode|gssEncMode)=.+"))
                        .collect(Collectors.joining("&", parts[0] + "?", ""));
    }

    public UnitSettings settings(String unit) {
        return UnitSettings.named(unit).withUrl(url, user, password).withPool(PoolSettings.ofSize(2));
    }
}
