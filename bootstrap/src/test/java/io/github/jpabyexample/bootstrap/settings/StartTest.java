package io.github.jpabyexample.bootstrap.settings;

import static io.github.jpabyexample.lesson.Level.EXPERT;
import static io.github.jpabyexample.lesson.On.on;
import static io.github.jpabyexample.lesson.observation.Difference.exception;
import static io.github.jpabyexample.testing.Stack.ECLIPSELINK;
import static io.github.jpabyexample.testing.Stack.HIBERNATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.jpabyexample.bootstrap.Bootstrap;
import io.github.jpabyexample.bootstrap.Connections;
import io.github.jpabyexample.bootstrap.SchemaAction;
import io.github.jpabyexample.bootstrap.UnitSettings;
import io.github.jpabyexample.bootstrap.guestbook.Guest;
import io.github.jpabyexample.lesson.Lesson;
import io.github.jpabyexample.lesson.LessonUnit;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The program starts, and the first customer gets the error: nobody answers at the database, a table is missing, a named
 * query has a mistake. With the other provider it had not started.
 *
 * <p>Choose: {@code Bootstrap.open} where a program had better not start than start broken. Without it, create one entity
 * manager right after the factory, and validate the tables.
 *
 * <p>Try: open {@code unwritten} with {@code SchemaAction.NONE}.
 */
@Lesson(
        value =
                "A start that must fail fails at once, not at the first customer; it says why, shows no secret and leaves nothing behind.",
        level = EXPERT,
        terms = {
            "fail fast",
            "start-up",
            "connection refused",
            "named query",
            "schema validation",
            "missing table",
            "deployment"
        },
        messages = {"The tables do not fit the entities", "Connection to localhost:1 refused"},
        entities = {Unwritten.class, MisspeltQuery.class},
        sqlalchemy = "`create_engine(url)` connects at first use")
class StartTest {

    private static final String AT_FACTORY = "opening the factory";
    private static final String AT_MANAGER = "creating the first entity manager";

    @RegisterExtension
    static final LessonUnit jpa = LessonUnit.of("guestbook", "pooled", Bootstrap::pooled);

    @Nested
    class A_database_that_does_not_answer {

        private static final String NOWHERE = "jdbc:postgresql://localhost:1/none";

        @Test
        void is_noticed_by_a_provider_when_the_factory_is_opened_or_later() {
            Map<String, Object> properties = Map.of("jakarta.persistence.jdbc.url", NOWHERE);

            assertThat(firstFailure("guestbook", properties))
                    .isEqualTo(jpa.expect(
                            exception("when an unreachable database is noticed")
                                    .write("create an entity manager right after the factory, as Bootstrap.open does")
                                    .leftOpen("Obtaining an Entity Manager Factory in a Java SE Environment"),
                            on(HIBERNATE, AT_FACTORY),
                            on(ECLIPSELINK, AT_MANAGER)));
        }

        @Test
        void is_noticed_by_bootstrap_at_once_without_a_secret_and_without_a_thread_left() throws InterruptedException {
            var settings = UnitSettings.named("nowhere")
                    .withUrl("jdbc:postgresql://emma:s3cret@localhost:1/none?password=s3cret", "emma", "s3cret")
                    .withClasses(Guest.class);

            Throwable refused = catchThrowable(() -> Bootstrap.open(settings));

            assertThat(refused).hasStackTraceContaining("localhost:1 refused");
            for (Throwable cause = refused; cause != null; cause = cause.getCause()) {
                assertThat(String.valueOf(cause.getMessage())).doesNotContain("s3cret");
            }
            noThreadIsLeftOf("nowhere");
        }
    }

    @Nested
    class Tables_that_are_missing {

        @Test
        void are_named_and_no_pool_is_left_behind() throws InterruptedException {
            var settings = UnitSettings.named("unwritten")
                    .withConnections(new Connections.Pooled(jpa.dataSource()))
                    .withSchema(SchemaAction.VALIDATE);

            assertThatThrownBy(() -> Bootstrap.open(settings))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageStartingWith("The tables do not fit the entities: ")
                    .hasMessageContaining("unwritten");
            noThreadIsLeftOf("unwritten");
        }
    }

    @Nested
    class A_named_query_with_a_mistake {

        @Test
        void is_refused_by_a_provider_at_once_or_at_first_use() {
            Map<String, Object> properties = Map.of("jakarta.persistence.nonJtaDataSource", jpa.dataSource());

            assertThat(firstFailure("misspelt", properties))
                    .isEqualTo(jpa.expect(
                            exception("when a named query with a mistake is refused")
                                    .write("create an entity manager right after the factory, as Bootstrap.open does")
                                    .leftOpen("Named Queries"),
                            on(HIBERNATE, AT_FACTORY),
                            on(ECLIPSELINK, AT_MANAGER)));
        }

        @Test
        void is_refused_by_bootstrap_at_once() throws InterruptedException {
            var settings = UnitSettings.named("misspelt").withConnections(new Connections.Pooled(jpa.dataSource()));

            assertThatThrownBy(() -> Bootstrap.open(settings)).isInstanceOf(RuntimeException.class);
            noThreadIsLeftOf("misspelt");
            jpa.note("It opens one entity manager before it returns the factory.");
        }
    }

    @Nested
    class A_unit_that_does_not_exist {

        @Test
        void is_refused_with_its_name() throws InterruptedException {
            var settings = UnitSettings.named("gestbook").withConnections(new Connections.Pooled(jpa.dataSource()));

            assertThatThrownBy(() -> Bootstrap.open(settings)).hasMessageContaining("gestbook");
            noThreadIsLeftOf("gestbook");
        }
    }

    private static String firstFailure(String unit, Map<String, Object> properties) {
        EntityManagerFactory factory;
        try {
            factory = Persistence.createEntityManagerFactory(unit, properties);
        } catch (RuntimeException e) {
            return AT_FACTORY;
        }
        try (factory) {
            factory.createEntityManager().close();
        } catch (RuntimeException e) {
            return AT_MANAGER;
        }
        return "never";
    }

    private static void noThreadIsLeftOf(String unit) throws InterruptedException {
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().startsWith(unit)) {
                thread.join(10_000);
                assertThat(thread.isAlive()).as(thread.getName()).isFalse();
            }
        }
    }
}
