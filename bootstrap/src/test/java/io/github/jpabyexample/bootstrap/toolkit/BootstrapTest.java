package io.github.jpabyexample.bootstrap.toolkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.zaxxer.hikari.HikariDataSource;
import io.github.jpabyexample.bootstrap.Bootstrap;
import io.github.jpabyexample.bootstrap.Connections;
import io.github.jpabyexample.bootstrap.SettingsException;
import io.github.jpabyexample.bootstrap.UnitSettings;
import io.github.jpabyexample.bootstrap.guestbook.Guest;
import io.github.jpabyexample.lesson.LessonUnit;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceException;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;
import javax.management.JMException;
import javax.management.ObjectName;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class BootstrapTest {

    @RegisterExtension
    static final LessonUnit jpa = LessonUnit.of("guestbook", "pooled", Bootstrap::pooled);

    @Nested
    class Settings_that_cannot_open_a_unit {

        @Test
        void without_connections_are_refused_with_the_three_ways_to_give_them() {
            assertThatExceptionOfType(SettingsException.class)
                    .isThrownBy(() -> Bootstrap.open(UnitSettings.named("guestbook")))
                    .withMessageContaining("withUrl(…), withDataSource(…) or withConnections(…)")
                    .withMessageContaining("persistence.<unit>.url");
        }

        @Test
        void of_null_are_refused() {
            assertThatNullPointerException().isThrownBy(() -> Bootstrap.open(null));
            assertThatNullPointerException().isThrownBy(() -> Bootstrap.pooled(null, jpa.dataSource(), Map.of()));
            assertThatNullPointerException().isThrownBy(() -> Bootstrap.pooled("guestbook", jpa.dataSource(), null));
        }

        @Test
        void of_a_unit_that_does_not_exist_are_refused_and_leave_no_pool() throws InterruptedException {
            var settings = UnitSettings.named("nobody's").withConnections(new Connections.Pooled(jpa.dataSource()));

            assertThatExceptionOfType(PersistenceException.class)
                    .isThrownBy(() -> Bootstrap.open(settings))
                    .withMessageContaining("nobody's");
            for (Thread thread : Thread.getAllStackTraces().keySet()) {
                if (thread.getName().startsWith("nobody's")) {
                    thread.join(10_000);
                    assertThat(thread.isAlive()).as(thread.getName()).isFalse();
                }
            }
        }
    }

    @Nested
    class An_open_factory {

        private final EntityManagerFactory factory = Bootstrap.open(
                UnitSettings.named("guestbook").withConnections(new Connections.Pooled(jpa.dataSource())));

        @AfterEach
        void closed() {
            factory.close();
        }

        @Test
        void is_equal_to_itself_alone_and_may_be_a_key() {
            try (var other = Bootstrap.pooled("guestbook", jpa.dataSource(), Map.of())) {
                assertThat(factory).isEqualTo(factory).isNotEqualTo(other).isNotEqualTo(null);
                assertThat(Map.of(factory, 1, other, 2))
                        .containsEntry(factory, 1)
                        .containsEntry(other, 2);
            }
        }

        @Test
        void unwraps_to_its_pool_and_to_nothing_that_it_is_not() {
            assertThat(factory.unwrap(DataSource.class)).isInstanceOf(HikariDataSource.class);
            assertThat(factory.unwrap(HikariDataSource.class)).isSameAs(factory.unwrap(DataSource.class));
            assertThat(catchThrowable(() -> factory.unwrap(Thread.class))).isInstanceOf(RuntimeException.class);
        }

        @Test
        void runs_a_unit_of_work_within_a_unit_of_work_as_one_of_its_own() {
            assertThatIllegalStateException()
                    .isThrownBy(() -> factory.runInTransaction(outer -> {
                        outer.persist(new Guest("Emma"));
                        factory.runInTransaction(inner -> inner.persist(new Guest("Harriet")));
                        throw new IllegalStateException("the outer one alone is rolled back");
                    }));

            assertThat(jpa.rows("select name from guest").rows()).containsExactly(List.of("Harriet"));
        }

        // Whoever may read the managed beans of a program could read the pool's password there.
        @Test
        void puts_its_pool_into_no_managed_bean() throws JMException {
            assertThat(ManagementFactory.getPlatformMBeanServer()
                            .queryNames(new ObjectName("com.zaxxer.hikari:*"), null))
                    .isEmpty();
        }

        @Test
        void refuses_null_as_work_and_gives_its_connection_back() {
            assertThatNullPointerException().isThrownBy(() -> factory.runInTransaction(null));
            assertThatNullPointerException().isThrownBy(() -> factory.callInTransaction(null));

            assertThat(factory.unwrap(HikariDataSource.class)
                            .getHikariPoolMXBean()
                            .getActiveConnections())
                    .isZero();
        }
    }

    @Nested
    class A_closed_factory {

        private final EntityManagerFactory factory = Bootstrap.pooled("guestbook", jpa.dataSource(), Map.of());
        private final HikariDataSource pool = factory.unwrap(HikariDataSource.class);

        @Test
        void has_closed_its_pool_and_may_be_closed_again() {
            factory.close();

            assertThat(pool.isClosed()).isTrue();
            assertThat(factory.isOpen()).isFalse();
            assertThatCode(factory::close).doesNotThrowAnyException();
        }

        @Test
        void refuses_work() {
            factory.close();

            assertThatIllegalStateException().isThrownBy(factory::createEntityManager);
            assertThatIllegalStateException().isThrownBy(() -> factory.runInTransaction(em -> {}));
        }

        @Test
        void leaves_a_data_source_of_yours_open() {
            try (var yours = new HikariDataSource()) {
                yours.setDataSource(jpa.dataSource());
                Bootstrap.open(UnitSettings.named("guestbook").withDataSource(yours))
                        .close();

                assertThat(yours.isClosed()).isFalse();
            }
            factory.close();
        }
    }
}
