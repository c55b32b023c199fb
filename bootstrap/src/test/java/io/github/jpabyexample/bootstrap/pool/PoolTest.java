package io.github.jpabyexample.bootstrap.pool;

import static io.github.jpabyexample.lesson.Level.BASIC;
import static io.github.jpabyexample.lesson.On.on;
import static io.github.jpabyexample.lesson.observation.Difference.cost;
import static io.github.jpabyexample.testing.Stack.ECLIPSELINK;
import static io.github.jpabyexample.testing.Stack.HIBERNATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import io.github.jpabyexample.bootstrap.Bootstrap;
import io.github.jpabyexample.bootstrap.Connections;
import io.github.jpabyexample.bootstrap.PoolSettings;
import io.github.jpabyexample.bootstrap.UnitSettings;
import io.github.jpabyexample.lesson.Lesson;
import io.github.jpabyexample.lesson.LessonUnit;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * "Connection is not available, request timed out": all connections are lent. A unit of work that starts another one inside
 * itself waits in a pool of one for itself.
 *
 * <p>Choose: a pool that {@code Bootstrap} makes: a transaction holds its connection from the first statement on, and not
 * before. Let inner work use the entity manager of the outer.
 *
 * <p>Try: {@code PoolSettings.ofSize(2)}.
 */
@Lesson(
        value =
                "A pool has a size: a unit of work holds one connection, and who finds none waits for a while and is then refused.",
        level = BASIC,
        terms = {
            "connection pool",
            "pool size",
            "HikariCP",
            "connectionTimeout",
            "nested transaction",
            "autocommit",
            "provider_disables_autocommit"
        },
        messages = {"Connection is not available, request timed out after"},
        sqlalchemy = "`pool_size`, `pool_timeout`")
class PoolTest {

    @RegisterExtension
    static final LessonUnit jpa = LessonUnit.of("guestbook", "pooled", Bootstrap::pooled);

    @Nested
    class A_pool_of_one_connection {

        private EntityManagerFactory factory;
        private HikariPoolMXBean pool;

        @BeforeEach
        void open() {
            factory = Bootstrap.open(UnitSettings.named("guestbook")
                    .withConnections(new Connections.Pooled(jpa.dataSource()))
                    .withPool(PoolSettings.ofSize(1).withConnectionTimeout(Duration.ofMillis(250))));
            pool = factory.unwrap(HikariDataSource.class).getHikariPoolMXBean();
            factory.createEntityManager().close();
        }

        @AfterEach
        void close() {
            factory.close();
        }

        @Test
        void lends_it_to_a_unit_of_work_until_its_end() {
            factory.runInTransaction(em -> {
                count(em);
                assertThat(pool.getActiveConnections()).isEqualTo(1);
            });

            assertThat(pool.getActiveConnections()).isZero();
        }

        @Test
        void keeps_it_until_the_first_statement_of_a_transaction() {
            factory.runInTransaction(em -> {
                assertThat(pool.getActiveConnections()).isZero();
                count(em);
                assertThat(pool.getActiveConnections()).isEqualTo(1);
            });
        }

        @Test
        void refuses_a_second_unit_of_work_when_the_time_to_wait_is_over() {
            factory.runInTransaction(em -> {
                count(em);

                Throwable refused = catchThrowable(() -> factory.runInTransaction(PoolTest::count));

                assertThat(refused)
                        .isInstanceOf(PersistenceException.class)
                        .hasRootCauseInstanceOf(SQLTransientConnectionException.class)
                        .rootCause()
                        .hasMessageContaining("guestbook - Connection is not available");
            });

            factory.runInTransaction(PoolTest::count);
            jpa.note(
                    "A unit that starts another one inside itself needs two connections: a pool of one never gives both.");
        }

        @Test
        void gets_it_back_from_work_that_throws() {
            for (int i = 0; i < 3; i++) {
                assertThatThrownBy(() -> factory.runInTransaction(em -> {
                            count(em);
                            throw new IllegalStateException("no");
                        }))
                        .isInstanceOf(IllegalStateException.class);
            }

            assertThat(pool.getActiveConnections()).isZero();
        }
    }

    @Nested
    class A_pool_that_was_made_elsewhere {

        @Test
        void may_have_to_lend_a_connection_before_the_first_statement() {
            try (var mine = new HikariDataSource()) {
                mine.setDataSource(jpa.dataSource());
                try (var factory =
                        Bootstrap.open(UnitSettings.named("guestbook").withDataSource(mine))) {
                    factory.createEntityManager().close();
                    factory.runInTransaction(
                            em -> assertThat(mine.getHikariPoolMXBean().getActiveConnections())
                                    .isEqualTo(jpa.expect(
                                            cost("connections held by a transaction that has sent nothing, from a pool not its own")
                                                    .write("let Bootstrap make the pool: 0 on both")
                                                    .unspecified()
                                                    .because(
                                                            "hibernate.connection.provider_disables_autocommit, which this library sets for a pool that it made itself"),
                                            on(HIBERNATE, 1),
                                            on(ECLIPSELINK, 0))));
                }
                assertThat(mine.isClosed()).isFalse();
            }
            jpa.note("Hibernate must see to autocommit at begin, unless it knows that the pool has switched it off.");
        }
    }

    private static void count(EntityManager em) {
        em.createQuery("select count(g) from Guest g", Long.class).getSingleResult();
    }
}
