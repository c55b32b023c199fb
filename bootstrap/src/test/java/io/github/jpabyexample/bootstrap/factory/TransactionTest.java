package io.github.jpabyexample.bootstrap.factory;

import static io.github.jpabyexample.lesson.Level.BASIC;
import static io.github.jpabyexample.lesson.On.on;
import static io.github.jpabyexample.lesson.observation.Difference.answer;
import static io.github.jpabyexample.lesson.observation.Difference.cost;
import static io.github.jpabyexample.lesson.observation.Difference.data;
import static io.github.jpabyexample.lesson.observation.Difference.exception;
import static io.github.jpabyexample.testing.Stack.ECLIPSELINK;
import static io.github.jpabyexample.testing.Stack.HIBERNATE;
import static io.github.jpabyexample.testing.Stack.POSTGRESQL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.zaxxer.hikari.HikariDataSource;
import io.github.jpabyexample.bootstrap.Bootstrap;
import io.github.jpabyexample.bootstrap.UnitSettings;
import io.github.jpabyexample.bootstrap.guestbook.Guest;
import io.github.jpabyexample.lesson.Lesson;
import io.github.jpabyexample.lesson.LessonUnit;
import io.github.jpabyexample.lesson.OnlyOn;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.EntityTransaction;
import jakarta.persistence.Persistence;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A {@code finally} block rolls back and throws, so that the real error is lost; or a commit returns, and the rows are not
 * there: the transaction was marked for rollback, and nothing said so.
 *
 * <p>Choose: {@code runInTransaction}, which ends what it began. By hand: {@code isActive()} before a rollback,
 * {@code getRollbackOnly()} before a commit.
 *
 * <p>Try: flush before {@code setRollbackOnly()}.
 */
@Lesson(
        value =
                "A transaction begins once and ends once, and what it reads and writes runs on one connection if settings ask for it.",
        level = BASIC,
        terms = {
            "EntityTransaction",
            "rollback-only",
            "commit",
            "rollback",
            "transaction timeout",
            "autocommit",
            "resource-local"
        },
        messages = {"transaction already active", "Transaction is currently active", "Cannot roll back transaction"},
        sqlalchemy = "`session.begin()`, `session.in_transaction()`")
class TransactionTest {

    @RegisterExtension
    static final LessonUnit jpa = LessonUnit.of("guestbook", "pooled", Bootstrap::pooled);

    private static final String COMPLIANCE = "hibernate.jpa.compliance.transaction is off; on, both do the same";

    @Nested
    class A_transaction {

        private final EntityManager em = jpa.factory().createEntityManager();
        private final EntityTransaction transaction = em.getTransaction();

        @AfterEach
        void end() {
            if (transaction.isActive()) {
                transaction.rollback();
            }
            em.close();
        }

        @Test
        void begins_once() {
            transaction.begin();

            assertThatThrownBy(transaction::begin).isInstanceOf(IllegalStateException.class);
            assertThat(transaction.isActive()).isTrue();
        }

        @Test
        void ends_once() {
            transaction.begin();
            transaction.commit();

            assertThatThrownBy(transaction::commit).isInstanceOf(IllegalStateException.class);
            assertThat(outcome(transaction::rollback))
                    .isEqualTo(jpa.expect(
                            exception("rolling back what is committed")
                                    .write("if (transaction.isActive()) before rollback()")
                                    .follows("The EntityTransaction Interface", ECLIPSELINK)
                                    .because(
                                            "pool.auto-commit=false, this library's setting: on a pool with autocommit Hibernate does nothing"),
                            on(HIBERNATE, "TransactionException"),
                            on(ECLIPSELINK, "IllegalStateException")));
        }

        @Test
        void that_never_began_is_rolled_back_in_silence_or_refused() {
            assertThat(outcome(transaction::rollback))
                    .isEqualTo(jpa.expect(
                            exception("rolling back what never began")
                                    .write("if (transaction.isActive()) before rollback()")
                                    .follows("The EntityTransaction Interface", ECLIPSELINK)
                                    .because(COMPLIANCE),
                            on(HIBERNATE, "nothing"),
                            on(ECLIPSELINK, "IllegalStateException")));
            jpa.note("So ask isActive() before rolling back in a finally block.");
        }

        @Test
        void that_is_marked_for_rollback_writes_nothing_and_commit_says_so_or_not() {
            transaction.begin();
            em.persist(new Guest("Emma"));
            transaction.setRollbackOnly();

            String outcome = outcome(transaction::commit);

            assertThat(jpa.rows("select name from guest").rows()).isEmpty();
            assertThat(outcome)
                    .isEqualTo(jpa.expect(
                            data("commit of a transaction that is marked for rollback")
                                    .write("ask getRollbackOnly() before commit()")
                                    .follows("The EntityTransaction Interface", ECLIPSELINK)
                                    .because(COMPLIANCE),
                            on(HIBERNATE, "nothing"),
                            on(ECLIPSELINK, "RollbackException")));
        }

        @Test
        void takes_a_timeout_or_forgets_it() {
            transaction.setTimeout(5);

            assertThat(String.valueOf(transaction.getTimeout()))
                    .isEqualTo(jpa.expect(
                            answer("getTimeout() after setTimeout(5)")
                                    .write("nothing makes it the same: use jakarta.persistence.query.timeout")
                                    .leftOpen("The EntityTransaction Interface"),
                            on(HIBERNATE, "5"),
                            on(ECLIPSELINK, "null")));
        }

        @Test
        @OnlyOn(value = POSTGRESQL, because = "H2 has no statement that only sleeps")
        void ends_a_slow_statement_at_its_timeout_where_it_is_kept() {
            transaction.setTimeout(1);
            transaction.begin();

            assertThat(outcome(() -> em.createNativeQuery("select cast(pg_sleep(1.3) as varchar)")
                            .getSingleResult()))
                    .isEqualTo(jpa.expect(
                            exception("a statement of 1.3 s under a transaction timeout of 1 s")
                                    .write("the hint jakarta.persistence.query.timeout, in ms, for the query")
                                    .leftOpen("The EntityTransaction Interface"),
                            on(HIBERNATE, "PersistenceException"),
                            on(ECLIPSELINK, "nothing")));
        }
    }

    @Nested
    class Its_connection {

        private final HikariDataSource pool = new HikariDataSource();

        @BeforeEach
        void over() {
            pool.setDataSource(jpa.dataSource());
            pool.setMaximumPoolSize(2);
        }

        @AfterEach
        void close() {
            pool.close();
        }

        @Test
        void is_held_from_begin_from_the_first_read_or_from_the_first_write() {
            Map<String, Object> properties = Map.of("jakarta.persistence.nonJtaDataSource", pool);
            try (var factory = Persistence.createEntityManagerFactory("guestbook", properties)) {
                assertThat(held(factory))
                        .isEqualTo(jpa.expect(
                                cost("connections held after begin, a read, a write; provider's defaults")
                                        .write("eclipselink.transaction.join-existing=true, as Bootstrap sets it")
                                        .unspecified()
                                        .because("eclipselink.transaction.join-existing, which is off by default"),
                                on(HIBERNATE, "1, 1, 1"),
                                on(ECLIPSELINK, "0, 0, 1")));
            }
            jpa.note("A read before the first write on a connection of its own is outside of the transaction: it"
                    + " may see what the transaction later does not.");
        }

        @Test
        void is_held_by_the_first_read_at_the_latest_when_bootstrap_opens_the_unit() {
            try (var factory = Bootstrap.open(UnitSettings.named("guestbook").withDataSource(pool))) {
                assertThat(held(factory)).endsWith(", 1, 1");
            }
        }

        private String held(EntityManagerFactory factory) {
            factory.createEntityManager().close();
            return factory.callInTransaction(em -> {
                int begun = lent();
                em.createQuery("select count(g) from Guest g", Long.class).getSingleResult();
                int read = lent();
                em.persist(new Guest("Emma"));
                em.flush();
                return begun + ", " + read + ", " + lent();
            });
        }

        private int lent() {
            return pool.getHikariPoolMXBean().getActiveConnections();
        }
    }

    private static String outcome(Runnable step) {
        Throwable thrown = catchThrowable(step::run);
        return thrown == null ? "nothing" : thrown.getClass().getSimpleName();
    }
}
