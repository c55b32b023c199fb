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
 * "Session/EntityManager is closed" stops your second unit of work; or the pool runs dry, though each entity manager is
 * closed: one that was closed too early still has its transaction and its connection.
 *
 * <p>Choose: try-with-resources for an entity manager, with commit or rollback inside of it, or {@code runInTransaction},
 * which does all of that. Close the factory once, when the program ends.
 *
 * <p>Try: {@code commit()} in place of {@code rollback()} after the entity manager was closed.
 */
@Lesson(
        value =
                "What is closed refuses all work; closing an entity manager ends no transaction, closing a factory ends its managers.",
        level = WORKING,
        terms = {
            "EntityManager.close",
            "closed entity manager",
            "EntityManagerFactory.close",
            "try-with-resources",
            "connection leak",
            "persistence context"
        },
        messages = {
            "Session/EntityManager is closed",
            "Attempting to execute an operation on a closed EntityManager",
            "EntityManagerFactory is closed"
        },
        sqlalchemy = "`session.close()`, `engine.dispose()`")
class ClosingTest {

    @RegisterExtension
    static final LessonUnit jpa = LessonUnit.of("guestbook", "pooled", Bootstrap::pooled);

    private static final String COMPLIANCE = "hibernate.jpa.compliance.closed is off; on, both do the same";

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
                                    .write("try-with-resources, which closes it once")
                                    .follows("Provider Responsibilities", ECLIPSELINK)
                                    .because(COMPLIANCE),
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
                                    .write(
                                            "close it once, or let Bootstrap open it: then closing it again does nothing")
                                    .follows("EntityManagerFactory Interface", ECLIPSELINK)
                                    .because(COMPLIANCE),
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
