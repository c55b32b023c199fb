package io.github.jpabyexample.bootstrap.toolkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.jpabyexample.bootstrap.PoolSettings;
import io.github.jpabyexample.bootstrap.SchemaAction;
import io.github.jpabyexample.bootstrap.SettingsException;
import io.github.jpabyexample.bootstrap.UnitSettings;
import io.github.jpabyexample.bootstrap.guestbook.Guest;
import io.github.jpabyexample.bootstrap.guestbook.Visit;
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
        }

        @Test
        void are_refused_properties_that_nobody_would_heed() {
            assertThatExceptionOfType(SettingsException.class)
                    .isThrownBy(() -> shop.withProperty("jakarta.persistence.lock.timeot", 5))
                    .withMessageContaining("jakarta.persistence.lock.timeot is unknown");
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
        void are_equal_by_all_their_values() {
            assertThat(ten).isEqualTo(PoolSettings.ofSize(10)).hasSameHashCodeAs(PoolSettings.ofSize(10));
            assertThat(ten.withLeakDetection(Duration.ofSeconds(2))).isNotEqualTo(ten);
            assertThat(ten.toString()).contains("10", "PT10S");
        }
    }
}
