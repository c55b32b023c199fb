package io.github.jpabyexample.bootstrap.factory;

import static io.github.jpabyexample.lesson.Level.WORKING;
import static io.github.jpabyexample.lesson.On.on;
import static io.github.jpabyexample.lesson.observation.Difference.exception;
import static io.github.jpabyexample.testing.Stack.ECLIPSELINK;
import static io.github.jpabyexample.testing.Stack.HIBERNATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.zaxxer.hikari.HikariDataSource;
import io.github.jpabyexample.bootstrap.Bootstrap;
import io.github.jpabyexample.bootstrap.UnitSettings;
import io.github.jpabyexample.bootstrap.guestbook.Guest;
import io.github.jpabyexample.lesson.Lesson;
import io.github.jpabyexample.lesson.LessonUnit;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * "Session/EntityManager is closed", or a pool that runs dry although each entity manager was closed.
 *
 * <p>Choose: try-with-resources for the entity manager, and a rollback before it wherever a transaction may still be
 * open.
 *
 * <p>Try: close an entity manager inside its transaction, and count the connections of the pool.
 */
@Lesson(
        value =
                "What is closed refuses all work; closing an entity manager ends no transaction, closing a factory ends its managers.",
        level = WORKING,
        terms = {"close", "closed EntityManager", "connection leak", "try-with-resources"},
        sqlalchemy = "`session.close()`, `engine.dispose()`")
class ClosingTest {

    @RegisterExtension
    static final LessonUnit jpa = LessonUnit.of("guestbook", "pooled", Bootstrap::pooled);

    @Nested
    class A_closed_entity_manager {

        private final EntityManager em = jpa.factory().createEntityManager();

        @Test
        void refuses_all_work() {
            em.close();

            assertThatThrownBy(() -> em.find(Guest.class, 1L)).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> count(em)).isInstanceOf(IllegalStateException.class);
        }

        @Test
        void may_be_closed_again_or_not() {
            em.close();

            assertThat(outcome(em::close))
                    .isEqualTo(jpa.expect(
                            exception("closing an entity manager twice")
                                    .write("try-with-resources, which closes once")
                                    .follows("EntityManager Interface", ECLIPSELINK)
                                    .since("|| hibernate.jpa.compliance.closed is false by default"),
                            on(HIBERNATE, "nothing"),
                            on(ECLIPSELINK, "IllegalStateException")));
            jpa.note("So let try-with-resources close it, once.");
        }

        @Test
        void keeps_transaction_and_connection_when_it_was_closed_too_early() {
            var transaction = em.getTransaction();
            transaction.begin();
            count(em);
            em.close();
            assertThat(transaction.isActive()).isTrue();
            assertThat(lent()).isEqualTo(1);

            transaction.rollback();
            assertThat(lent()).isZero();
            jpa.note("The context stays until the transaction ends: roll back first, or the pool loses a connection.");
        }
    }

    @Nested
    class A_closed_factory {

        @Test
        void has_closed_its_managers_and_makes_no_new_ones() {
            EntityManagerFactory factory =
                    Bootstrap.open(UnitSettings.named("guestbook").withDataSource(jpa.dataSource()));
            EntityManager manager = factory.createEntityManager();

            factory.close();
            factory.close();

            assertThat(factory.isOpen()).isFalse();
            assertThat(manager.isOpen()).isFalse();
            assertThatThrownBy(factory::createEntityManager).isInstanceOf(IllegalStateException.class);
        }

        @Test
        void may_be_closed_again_or_not_if_it_is_the_providers_own() {
            Map<String, Object> properties = Map.of("jakarta.persistence.nonJtaDataSource", jpa.dataSource());
            EntityManagerFactory factory = Persistence.createEntityManagerFactory("guestbook", properties);
            factory.close();

            assertThat(outcome(factory::close))
                    .isEqualTo(jpa.expect(
                            exception("closing a factory twice")
                                    .write("close it once, or let Bootstrap open it, whose factory may be closed again")
                                    .follows("EntityManagerFactory Interface", ECLIPSELINK)
                                    .since("|| hibernate.jpa.compliance.closed is false by default"),
                            on(HIBERNATE, "nothing"),
                            on(ECLIPSELINK, "IllegalStateException")));
        }
    }

    private static Long count(EntityManager em) {
        return em.createQuery("select count(g) from Guest g", Long.class).getSingleResult();
    }

    private static int lent() {
        return jpa.factory()
                .unwrap(HikariDataSource.class)
                .getHikariPoolMXBean()
                .getActiveConnections();
    }

    private static String outcome(Runnable step) {
        Throwable thrown = catchThrowable(step::run);
        return thrown == null ? "nothing" : thrown.getClass().getSimpleName();
    }
}
