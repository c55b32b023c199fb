package io.github.jpabyexample.bootstrap.toolkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.jpabyexample.bootstrap.Connections;
import io.github.jpabyexample.bootstrap.PoolSettings;
import io.github.jpabyexample.bootstrap.SchemaAction;
import io.github.jpabyexample.bootstrap.SettingsException;
import io.github.jpabyexample.bootstrap.UnitSettings;
import io.github.jpabyexample.bootstrap.guestbook.Guest;
import io.github.jpabyexample.bootstrap.guestbook.Visit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class UnitSettingsTest {

    private final UnitSettings shop = UnitSettings.named("shop");

    @Nested
    class Of_a_unit {

        @ParameterizedTest
        @ValueSource(strings = {"", " ", "\t\n"})
        void without_a_name_are_refused(String name) {
            assertThatExceptionOfType(SettingsException.class)
                    .isThrownBy(() -> UnitSettings.named(name))
                    .withMessageContaining("the name of a persistence unit");
        }

        @Test
        void are_copied_with_each_change_and_never_changed() {
            var more = shop.withClasses(Guest.class)
                    .withClasses(Visit.class)
                    .withUrl("jdbc:h2:mem:shop", "emma", "hunter2")
                    .withPool(PoolSettings.ofSize(3))
                    .withSchema(SchemaAction.VALIDATE)
                    .withProperty("jakarta.persistence.lock.timeout", 5);

            assertThat(shop).isEqualTo(UnitSettings.named("shop")).hasSameHashCodeAs(UnitSettings.named("shop"));
            assertThat(more).isNotEqualTo(shop);
            assertThat(more.classes()).containsExactly(Guest.class, Visit.class);
            assertThat(more.classes()).isUnmodifiable();
            assertThat(more.properties()).isUnmodifiable();
            assertThat(more.toString())
                    .contains("shop", "2 classes", "VALIDATE", "lock.timeout")
                    .doesNotContain("hunter2");
        }

        @Test
        void are_refused_null() {
            assertThatNullPointerException().isThrownBy(() -> UnitSettings.named(null));
            assertThatNullPointerException().isThrownBy(() -> shop.withClasses((Class<?>) null));
            assertThatNullPointerException().isThrownBy(() -> shop.withProperty("any", null));
            assertThatNullPointerException().isThrownBy(() -> shop.withUrl(null));
            assertThatNullPointerException().isThrownBy(() -> shop.withConnections(null));
            assertThatNullPointerException().isThrownBy(() -> shop.withDataSource(null));
            assertThatNullPointerException().isThrownBy(() -> new Connections.Pooled(null));
            assertThatNullPointerException().isThrownBy(() -> shop.withPool(null));
            assertThatNullPointerException().isThrownBy(() -> shop.withSchema(null));
            assertThatNullPointerException().isThrownBy(() -> shop.configured(null));
        }

        @Test
        void are_refused_properties_that_nobody_would_heed() {
            assertThatExceptionOfType(SettingsException.class)
                    .isThrownBy(() -> shop.withProperty("jakarta.persistence.lock.timeot", 5))
                    .withMessageContaining("jakarta.persistence.lock.timeot is unknown");
        }

        @ParameterizedTest
        @ValueSource(strings = {"", " ", " jakarta.persistence.lock.timeout", "hibernate.jdbc.batch_size "})
        void are_refused_properties_whose_names_are_blank_or_have_blanks_around_them(String name) {
            assertThatExceptionOfType(SettingsException.class)
                    .isThrownBy(() -> shop.withProperty(name, "s3cret"))
                    .withMessage("property '" + name + "' is unknown, but must be a name without blanks around it");
        }

        @ParameterizedTest
        @ValueSource(strings = {"", " ", "jdbc", "JDBC:h2:mem:shop", " jdbc:h2:mem:shop"})
        void are_refused_a_URL_that_is_none(String url) {
            assertThatExceptionOfType(SettingsException.class)
                    .isThrownBy(() -> shop.withUrl(url))
                    .withMessage("url is '" + url + "', but must be a JDBC URL, such as jdbc:h2:mem:shop");
        }

        @Test
        void are_read_under_a_name_that_keeps_its_underscores_and_hyphens(@TempDir Path folder) throws IOException {
            Path file = Files.writeString(folder.resolve("shops.properties"), """
                    persistence.book_shop-2.pool.maximum-size = 3
                    persistence.book-shop-2.pool.maximum-size = 4
                    """);

            assertThat(UnitSettings.named("book_shop-2").configured(file).pool().maximumSize())
                    .isEqualTo(3);
            assertThat(UnitSettings.named("book shop.2").configured(file).pool().maximumSize())
                    .isEqualTo(4);
        }

        @Test
        void are_not_read_from_a_folder(@TempDir Path folder) {
            assertThatExceptionOfType(SettingsException.class)
                    .isThrownBy(() -> shop.configured(folder))
                    .withMessageContaining("must be a properties file");
        }

        @Test
        void are_not_read_from_a_file_that_is_missing(@TempDir Path folder) {
            assertThatExceptionOfType(SettingsException.class)
                    .isThrownBy(() -> shop.configured(folder.resolve("gone.properties")))
                    .withMessageContaining("gone.properties")
                    .withMessageContaining("NoSuchFileException");
        }
    }

    @Nested
    class Of_a_pool {

        private final PoolSettings ten = PoolSettings.ofSize(10);

        @ParameterizedTest
        @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
        void without_a_connection_are_refused(int size) {
            assertThatExceptionOfType(SettingsException.class)
                    .isThrownBy(() -> PoolSettings.ofSize(size))
                    .withMessage("pool.maximumSize is " + size + ", but must be 1 or more");
        }

        @Test
        void keep_a_fixed_size_and_never_more_idle_than_there_may_be() {
            assertThat(ten.withMaximumSize(4).minimumIdle()).isEqualTo(4);
            assertThat(ten.withMinimumIdle(2).withMaximumSize(20).minimumIdle()).isEqualTo(2);
            assertThat(ten.withMinimumIdle(8).withMaximumSize(5).minimumIdle()).isEqualTo(5);
            assertThatExceptionOfType(SettingsException.class).isThrownBy(() -> ten.withMinimumIdle(11));
            assertThatExceptionOfType(SettingsException.class).isThrownBy(() -> ten.withMinimumIdle(-1));
        }

        @Test
        void are_refused_times_that_the_pool_would_not_keep() {
            Duration negative = Duration.ofSeconds(-1);

            assertThatExceptionOfType(SettingsException.class)
                    .isThrownBy(() -> ten.withConnectionTimeout(Duration.ofMillis(249)));
            assertThatExceptionOfType(SettingsException.class).isThrownBy(() -> ten.withConnectionTimeout(negative));
            assertThatExceptionOfType(SettingsException.class).isThrownBy(() -> ten.withLeakDetection(negative));
            assertThatExceptionOfType(SettingsException.class).isThrownBy(() -> ten.withMaxLifetime(Duration.ZERO));
            assertThatExceptionOfType(SettingsException.class)
                    .isThrownBy(() -> ten.withKeepalive(Duration.ofMinutes(30)))
                    .withMessageContaining("shorter than the maximum lifetime");
            assertThat(ten.withMaxLifetime(Duration.ofMinutes(1)).keepalive()).isZero();
        }

        @Test
        void are_refused_times_that_the_pool_cannot_count() {
            Duration endless = Duration.ofSeconds(Long.MAX_VALUE);

            assertThatExceptionOfType(SettingsException.class)
                    .isThrownBy(() -> ten.withConnectionTimeout(endless))
                    .withMessageContaining("pool.connectionTimeout")
                    .withMessageContaining("365 days");
            assertThatExceptionOfType(SettingsException.class)
                    .isThrownBy(() -> ten.withMaxLifetime(endless))
                    .withMessageContaining("pool.maxLifetime")
                    .withMessageContaining("365 days");
            assertThat(ten.withMaxLifetime(Duration.ofDays(365)).maxLifetime()).isEqualTo(Duration.ofDays(365));
        }

        @Test
        void are_refused_to_look_for_leaks_later_than_a_connection_lives_for_the_pool_would_not_look() {
            assertThatExceptionOfType(SettingsException.class)
                    .isThrownBy(() -> ten.withLeakDetection(Duration.ofMinutes(31)))
                    .withMessageContaining("pool.leakDetection is PT31M")
                    .withMessageContaining("not longer than the maximum lifetime");
            assertThat(ten.withLeakDetection(Duration.ofMinutes(5))
                            .withMaxLifetime(Duration.ofMinutes(1))
                            .leakDetection())
                    .isEqualTo(Duration.ofMinutes(1));
            assertThat(ten.withLeakDetection(Duration.ofMinutes(30)).leakDetection())
                    .isEqualTo(Duration.ofMinutes(30));
        }

        @Test
        void are_refused_null() {
            assertThatNullPointerException().isThrownBy(() -> ten.withConnectionTimeout(null));
            assertThatNullPointerException().isThrownBy(() -> ten.withLeakDetection(null));
            assertThatNullPointerException().isThrownBy(() -> ten.withMaxLifetime(null));
            assertThatNullPointerException().isThrownBy(() -> ten.withKeepalive(null));
        }

        @Test
        void are_equal_by_all_their_values() {
            assertThat(ten).isEqualTo(PoolSettings.ofSize(10)).hasSameHashCodeAs(PoolSettings.ofSize(10));
            assertThat(ten.withLeakDetection(Duration.ofSeconds(2))).isNotEqualTo(ten);
            assertThat(ten.toString()).contains("10", "PT10S");
        }
    }
}
