package io.github.jpabyexample.bootstrap.toolkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.jpabyexample.bootstrap.Connections;
import io.github.jpabyexample.bootstrap.SettingsException;
import io.github.jpabyexample.bootstrap.UnitSettings;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Wherever a secret was written by mistake, it comes back in no message and in no text of an object. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class UrlsWithSecretsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgresql:emma:hunter2@localhost/shop",
                "postgresql://emma:hunter2@localhost/shop",
                "emma:hunter2@localhost",
                "mysql://emma:hunt@er2@localhost/shop?password=hunter2"
            })
    void one_that_is_no_JDBC_URL_is_refused_without_it(String url) {
        assertThatExceptionOfType(SettingsException.class)
                .isThrownBy(() -> UnitSettings.named("shop").withUrl(url))
                .satisfies(e ->
                        assertThat(e).message().contains("must be a JDBC URL").doesNotContain("hunt", "er2"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:oracle:thin:scott/hunter2@//db:1521/shop",
                "jdbc:oracle:thin:scott/hunter2@db:1521:shop",
                "jdbc:mysql://emma:hunter2@db/shop",
                "jdbc:mysql://(host=db,user=emma,password=hunter2)/shop",
                "jdbc:mysql://address=(host=db)(password=hunter2)/shop",
                "jdbc:sqlserver://db;user=emma;password=hunter2",
                "jdbc:db2://db/shop:user=emma;password=hunter2;",
                "jdbc:postgresql://db/shop?password=hunter2&sslpassword=hunter2"
            })
    void one_in_the_manner_of_any_database_is_shown_without_it(String url) {
        var settings = UnitSettings.named("shop").withUrl(url);

        assertThat(String.valueOf(settings.connections())).startsWith("jdbc:").doesNotContain("hunter2");
        assertThat(settings.toString()).doesNotContain("hunter2");
    }

    @Test
    void one_without_is_shown_as_it_is() {
        for (String url : new String[] {"jdbc:h2:mem:shop", "jdbc:postgresql://localhost:5432/shop"}) {
            assertThat(new Connections.ToUrl(url, "emma", "hunter2")).hasToString(url);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hibernate.connection.password",
                "hibernate.hikari.passwd",
                "eclipselink.jdbc.Password",
                "my.client-secret",
                "jakarta.persistence.jdbc.password"
            })
    void a_property_that_holds_it_is_refused_for_providers_log_properties(String name) {
        assertThatExceptionOfType(SettingsException.class)
                .isThrownBy(() -> UnitSettings.named("shop").withProperty(name, 12_345))
                .satisfies(e -> assertThat(e)
                        .message()
                        .contains(name, "withUrl(…)", "providers log")
                        .doesNotContain("12345"));
    }
}
