package io.github.jpabyexample.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jpabyexample.bootstrap.Connections.ToUrl;
import jakarta.persistence.PersistenceConfiguration;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WrittenSettingsTest {

    private final UnitSettings base = UnitSettings.named("shop");

    @Test
    void theLaterGoesBeforeTheEarlier(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("shop.properties"), """
                persistence.shop.url = jdbc:h2:mem:file
                persistence.shop.user = of the file
                persistence.shop.password = of the file
                """);

        UnitSettings settings = new WrittenSettings("shop")
                .inFile(file)
                .inVariables(
                        Map.of("PERSISTENCE_SHOP__USER", "of the environment", "PERSISTENCE_SHOP__PASSWORD", "too"))
                .in(properties("persistence.shop.password", "of the system"))
                .over(base);

        assertThat(settings.connections())
                .isEqualTo(new ToUrl("jdbc:h2:mem:file", "of the environment", "of the system"));
    }

    @Test
    void everySettingIsReadFromTheEnvironment() {
        UnitSettings settings = new WrittenSettings("book shop")
                .inVariables(Map.of(
                        "PERSISTENCE_BOOK_SHOP__URL", "jdbc:h2:mem:shop",
                        "PERSISTENCE_BOOK_SHOP__SCHEMA", "drop-and-create",
                        "PERSISTENCE_BOOK_SHOP__POOL_MAXIMUM_SIZE", "4",
                        "PERSISTENCE_BOOK_SHOP__POOL_MINIMUM_IDLE", "1",
                        "PERSISTENCE_BOOK_SHOP__POOL_CONNECTION_TIMEOUT", "250ms",
                        "PERSISTENCE_BOOK_SHOP__POOL_LEAK_DETECTION", "2 s",
                        "PERSISTENCE_BOOK_SHOP__POOL_MAX_LIFETIME", "1h",
                        "PERSISTENCE_BOOK_SHOP__POOL_KEEPALIVE", "0"))
                .over(base);

        assertThat(settings.schema()).isEqualTo(SchemaAction.DROP_AND_CREATE);
        assertThat(settings.pool())
                .isEqualTo(PoolSettings.ofSize(4)
                        .withMinimumIdle(1)
                        .withConnectionTimeout(Duration.ofMillis(250))
                        .withLeakDetection(Duration.ofSeconds(2))
                        .withMaxLifetime(Duration.ofHours(1))
                        .withKeepalive(Duration.ZERO));
    }

    @Test
    void leaksAreLookedForWithinTheLifetimeThatIsWrittenBesideThem() {
        UnitSettings settings = new WrittenSettings("shop")
                .inVariables(Map.of(
                        "PERSISTENCE_SHOP__POOL_LEAK_DETECTION", "1h",
                        "PERSISTENCE_SHOP__POOL_MAX_LIFETIME", "2h"))
                .over(base);

        assertThat(settings.pool().leakDetection()).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void aUnitDoesNotHearThatOfASimilarName() {
        UnitSettings settings = new WrittenSettings("shop")
                .inVariables(Map.of("PERSISTENCE_SHOP_REPLICA__SCHEMA", "nonsense"))
                .in(properties("persistence.shop-replica.schema", "nonsense"))
                .over(base);

        assertThat(settings).isEqualTo(base);
    }

    @Test
    void credentialsFromOutsideCompleteTheUrlOfTheProgram() {
        UnitSettings settings = new WrittenSettings("shop")
                .in(properties("persistence.shop.password", "s3cret"))
                .over(base.withUrl("jdbc:h2:mem:shop", "emma", ""));

        assertThat(settings.connections()).isEqualTo(new ToUrl("jdbc:h2:mem:shop", "emma", "s3cret"));
    }

    @Test
    void credentialsForNoUrlAreRefusedWithoutBeingShown() {
        assertThatThrownBy(() -> new WrittenSettings("shop")
                        .in(properties("persistence.shop.password", "s3cret"))
                        .over(base))
                .isInstanceOf(SettingsException.class)
                .hasMessage("persistence.shop.password is given, but must be accompanied by persistence.shop.url");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "url | localhost/shop?password=s3cret | is 'localhost/shop', but must be a JDBC URL",
                "schema | update | is 'update', but must be none, validate",
                "pool.maximum-size | 1.5 | is '1.5', but must be a whole number",
                "pool.maximum-size | 0 | is 0, but must be 1 or more",
                "pool.minimum-idle | 11 | is 11, but must be 0 to 10",
                "pool.connection-timeout | 10 | is '10', but must be a duration",
                "pool.connection-timeout | 9ms | is PT0.009S, but must be PT0.25S or longer",
                "pool.leak-detection | 1s | is PT1S, but must be zero, or PT2S",
                "pool.leak-detection | 31m | is PT31M, but must be not longer than the maximum lifetime PT30M",
                "pool.connection-timeout | 999999999h | must be 365 days or shorter",
                "pool.max-lifetime | 1s | is PT1S, but must be PT30S",
                "pool.keepalive | 31m | is PT31M, but must be zero, or PT30S",
                "property.jakarta.persistence.validation.mod | s3cret | property jakarta.persistence.validation.mod",
                "pool | s3cret | is unknown, but must be one of persistence.shop.url",
            })
    void whatCannotWorkIsNamedAsItWasWritten(String key, String value, String message) {
        assertThatThrownBy(() -> new WrittenSettings("shop")
                        .in(properties("persistence.shop." + key, value))
                        .over(base))
                .isInstanceOf(SettingsException.class)
                .hasMessageStartingWith("persistence.shop." + key)
                .hasMessageContaining(
                        message.replaceFirst("^property.*", "is unknown, but must be a standard property"))
                .hasMessageNotContaining("s3cret");
    }

    @Test
    void aMisspeltVariableIsNamedWithoutItsValue() {
        assertThatThrownBy(() -> new WrittenSettings("shop").inVariables(Map.of("PERSISTENCE_SHOP__PASS", "s3cret")))
                .isInstanceOf(SettingsException.class)
                .hasMessageStartingWith("PERSISTENCE_SHOP__PASS is unknown")
                .hasMessageContaining("PERSISTENCE_SHOP__PASSWORD")
                .hasMessageNotContaining("s3cret");
    }

    @Test
    void aBrokenFileIsNamedWithoutWhatStandsInIt(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("shop.properties"), "persistence.shop.password = s3cret\\u00zz");

        assertThatThrownBy(() -> new WrittenSettings("shop").inFile(file))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("shop.properties")
                .hasMessageNotContaining("s3cret");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "jdbc:postgresql://localhost/shop | jdbc:postgresql://localhost/shop | - | -",
                "jdbc:postgresql://emma:s%26c@localhost:5432/shop | jdbc:postgresql://localhost:5432/shop | emma | s&c",
                "jdbc:postgresql://h/shop?user=emma&ssl=true&password=100% | jdbc:postgresql://h/shop?ssl=true | emma | 100%",
                "jdbc:postgresql://h/shop?password=s%3Fc | jdbc:postgresql://h/shop | - | s?c",
                "jdbc:h2:mem:shop;USER=sa;DB_CLOSE_DELAY=-1;PASSWORD=a%26 | jdbc:h2:mem:shop;DB_CLOSE_DELAY=-1 | sa | a%26",
                "jdbc:mysql://emma@h/shop?a=b | jdbc:mysql://h/shop?a=b | emma | -",
            })
    void aUrlGivesItsCredentialsAway(String url, String left, String user, String password) {
        var to = new ToUrl(url, null, null);

        assertThat(to.url()).isEqualTo(left);
        assertThat(to.user()).isEqualTo(user);
        assertThat(to.password()).isEqualTo(password);
        assertThat(to.toString()).isEqualTo(left.split("[?;]")[0]);
    }

    @Test
    void whatIsSaidBesideTheUrlGoesBeforeWhatStandsInIt() {
        assertThat(new ToUrl("jdbc:h2:mem:shop;USER=sa;PASSWORD=sa", "emma", "s3cret"))
                .isEqualTo(new ToUrl("jdbc:h2:mem:shop", "emma", "s3cret"));
    }

    @Test
    void everyPropertyThatTheStandardNamesIsKnown() throws IllegalAccessException {
        for (Field constant : PersistenceConfiguration.class.getFields()) {
            String name = String.valueOf(constant.get(null));
            if (name.startsWith("jakarta.persistence.jdbc.")) {
                assertThatThrownBy(() -> base.withProperty(name, "x")).isInstanceOf(SettingsException.class);
            } else if (!name.endsWith("database.action")) {
                assertThat(base.withProperty(name, "x").properties()).containsKey(name);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"create, true", "none, true", "validate, false", "update, false"})
    void anActionThatNoProviderHeedsIsRefused(String action, boolean accepted) {
        String name = PersistenceConfiguration.SCHEMAGEN_DATABASE_ACTION;
        if (accepted) {
            assertThat(base.withProperty(name, action).properties()).containsEntry(name, action);
        } else {
            assertThatThrownBy(() -> base.withProperty(name, action))
                    .isInstanceOf(SettingsException.class)
                    .hasMessageContaining("'" + action + "', but must be one of [create, drop, drop-and-create, none]");
        }
    }

    private static Properties properties(String name, String value) {
        var properties = new Properties();
        properties.setProperty(name, value);
        return properties;
    }

    @Test
    void aSecretThatStandsWhereAnotherValueBelongsIsNotShown() {
        for (String setting : List.of("POOL_MAXIMUM_SIZE", "POOL_KEEPALIVE", "SCHEMA")) {
            assertThatExceptionOfType(SettingsException.class)
                    .isThrownBy(() -> new WrittenSettings("shop")
                            .inVariables(Map.of("PERSISTENCE_SHOP__" + setting, "swordfish"))
                            .over(base))
                    .satisfies(e -> assertThat(e)
                            .message()
                            .contains(setting, "which is not shown")
                            .doesNotContain("swordfish"));
        }
    }
}
