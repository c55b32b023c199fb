package io.github.jpabyexample.bootstrap.settings;

import static io.github.jpabyexample.lesson.Level.WORKING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.github.jpabyexample.bootstrap.Bootstrap;
import io.github.jpabyexample.bootstrap.PoolSettings;
import io.github.jpabyexample.bootstrap.SchemaAction;
import io.github.jpabyexample.bootstrap.SettingsException;
import io.github.jpabyexample.bootstrap.UnitSettings;
import io.github.jpabyexample.bootstrap.guestbook.Address;
import io.github.jpabyexample.bootstrap.guestbook.Guest;
import io.github.jpabyexample.lesson.Lesson;
import io.github.jpabyexample.lesson.LessonUnit;
import jakarta.persistence.EntityManagerFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * The URL and the password stand in the program, so each place needs a build of its own. Or a setting has no effect, and
 * nothing says why: its name is misspelt.
 *
 * <p>Choose: system properties for what differs from one start to the next, a file for what a place has, the program for
 * what is the same everywhere. They go before one another in this order.
 *
 * <p>Try: misspell {@code pool.leak-detection} in the file.
 */
@Lesson(
        value =
                "What differs from one place to the next stands outside of the program, and what is wrong there is named, but no secret.",
        level = WORKING,
        terms = {
            "configuration",
            "system properties",
            "properties file",
            "misspelt property",
            "connection URL",
            "pool size",
            "jakarta.persistence.sharedCache.mode"
        },
        messages = {"is unknown, but must be one of", "but must be a duration"},
        sqlalchemy = "`create_engine(os.environ[\"DATABASE_URL\"])`")
class SettingsTest {

    @RegisterExtension
    static final LessonUnit jpa = LessonUnit.of("guestbook", "pooled", Bootstrap::pooled);

    @AfterEach
    void forget() {
        System.getProperties().stringPropertyNames().stream()
                .filter(name -> name.startsWith("persistence.guestbook."))
                .forEach(System::clearProperty);
        // What a unit wrote that was opened by its URL, the recorder has not heard.
        jpa.runInTransaction(em -> em.createQuery("delete from Guest").executeUpdate());
    }

    @Nested
    class System_properties {

        @BeforeEach
        void given() {
            Address here = Address.of(jpa.dataSource());
            System.setProperty("persistence.guestbook.url", here.url());
            System.setProperty("persistence.guestbook.user", here.user());
            System.setProperty("persistence.guestbook.password", here.password());
        }

        @Test
        void say_where_the_database_is() {
            try (EntityManagerFactory factory =
                    Bootstrap.open(UnitSettings.named("guestbook").configured())) {
                factory.runInTransaction(em -> em.persist(new Guest("Emma")));
            }

            assertThat(jpa.rows("select name from guest").rows()).containsExactly(List.of("Emma"));
        }

        @Test
        void go_before_what_the_program_says() {
            System.setProperty("persistence.guestbook.pool.maximum-size", "3");
            UnitSettings settings = UnitSettings.named("guestbook")
                    .withPool(PoolSettings.ofSize(20).withConnectionTimeout(Duration.ofSeconds(1)))
                    .configured();

            try (EntityManagerFactory factory = Bootstrap.open(settings)) {
                assertThat(factory.unwrap(HikariDataSource.class).getMaximumPoolSize())
                        .isEqualTo(3);
                assertThat(factory.unwrap(HikariDataSource.class).getConnectionTimeout())
                        .isEqualTo(1_000);
            }
        }

        @Test
        void with_a_value_that_cannot_work_are_named_with_it_and_what_is_allowed() {
            System.setProperty("persistence.guestbook.pool.connection-timeout", "10 secs");

            assertThatThrownBy(() -> UnitSettings.named("guestbook").configured())
                    .isInstanceOf(SettingsException.class)
                    .hasMessage("persistence.guestbook.pool.connection-timeout is '10 secs', but must be a duration,"
                            + " such as 250ms, 10s, 30m, 1h or 0");
        }

        @Test
        void that_are_misspelt_are_named_without_their_value_which_may_be_a_secret() {
            System.setProperty("persistence.guestbook.pasword", "s3cret");

            assertThatThrownBy(() -> UnitSettings.named("guestbook").configured())
                    .isInstanceOf(SettingsException.class)
                    .hasMessageStartingWith("persistence.guestbook.pasword is unknown, but must be one of")
                    .hasMessageContaining("persistence.guestbook.password")
                    .hasMessageNotContaining("s3cret");
        }
    }

    @Nested
    class A_file {

        @TempDir
        private Path folder;

        @Test
        void goes_before_the_program_and_after_system_properties() throws IOException {
            Path file = Files.writeString(folder.resolve("guestbook.properties"), """
                    persistence.guestbook.pool.maximum-size = 5
                    persistence.guestbook.pool.leak-detection = 1m
                    persistence.guestbook.schema = validate
                    persistence.other.schema = none
                    """);
            System.setProperty("persistence.guestbook.pool.maximum-size", "3");

            UnitSettings settings = UnitSettings.named("guestbook").configured(file);

            assertThat(settings.pool().maximumSize()).isEqualTo(3);
            assertThat(settings.pool().leakDetection()).isEqualTo(Duration.ofMinutes(1));
            assertThat(settings.schema()).isEqualTo(SchemaAction.VALIDATE);
        }
    }

    @Nested
    class A_standard_property {

        @Test
        void that_is_misspelt_is_ignored_by_each_provider_and_refused_by_bootstrap() {
            String misspelt = "jakarta.persistence.sharedcache.mode";
            try (EntityManagerFactory factory = jakarta.persistence.Persistence.createEntityManagerFactory(
                    "guestbook",
                    java.util.Map.of("jakarta.persistence.nonJtaDataSource", jpa.dataSource(), misspelt, "NONE"))) {
                assertThat(factory.isOpen()).isTrue();
            }

            assertThatThrownBy(() -> UnitSettings.named("guestbook").withProperty(misspelt, "NONE"))
                    .isInstanceOf(SettingsException.class)
                    .hasMessageContaining(misspelt + " is unknown")
                    .hasMessageContaining("sharedCache.mode");
        }
    }
}
