package io.github.jpabyexample.bootstrap.factory;

import static io.github.jpabyexample.lesson.Level.BASIC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.zaxxer.hikari.HikariDataSource;
import io.github.jpabyexample.bootstrap.Bootstrap;
import io.github.jpabyexample.bootstrap.guestbook.Guest;
import io.github.jpabyexample.lesson.Lesson;
import io.github.jpabyexample.lesson.LessonUnit;
import io.github.jpabyexample.testing.sql.SqlStatement.Kind;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.EntityTransaction;
import jakarta.persistence.TransactionRequiredException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Every method wants an {@code EntityManager}: is it made once, as the factory is, or each time? {@code persist} leaves no
 * row, {@code flush} throws a {@code TransactionRequiredException}, and connections stay lent.
 *
 * <p>Choose: {@code runInTransaction} for a unit of work, {@code callInTransaction} where it returns something. Begin,
 * commit and close by hand where an entity manager has several transactions.
 *
 * <p>Try: swap the query and {@code persist} in the first claim, and read its table.
 */
@Lesson(
        value =
                "An entity manager is made for one unit of work and may run several transactions; each holds a connection from first statement to end.",
        level = BASIC,
        terms = {
            "EntityManager",
            "EntityManagerFactory",
            "runInTransaction",
            "callInTransaction",
            "unit of work",
            "transaction",
            "application-managed entity manager",
            "TransactionRequiredException"
        },
        messages = {"No active transaction", "No transaction is currently active"},
        sqlalchemy = "`sessionmaker`, `with Session.begin() as session`")
class LifecycleTest {

    @RegisterExtension
    static final LessonUnit jpa = LessonUnit.of("guestbook", "pooled", Bootstrap::pooled);

    private final EntityManager em = jpa.factory().createEntityManager();
    private final EntityTransaction transaction = em.getTransaction();

    @AfterEach
    void end() {
        if (transaction.isActive()) {
            transaction.rollback();
        }
        if (em.isOpen()) {
            em.close();
        }
    }

    /** What can be seen from outside after each step of a unit of work; a call of the sequence serves many units. */
    private record Step(String done, boolean open, boolean active, int lent, int sent) {}

    @Nested
    class An_entity_manager {

        private final List<Step> steps = new ArrayList<>();

        @Test
        void is_created_does_its_work_between_begin_and_commit_and_is_closed() {
            after("createEntityManager");
            transaction.begin();
            after("begin");
            count();
            after("a query");
            em.persist(new Guest("Emma"));
            after("persist");
            transaction.commit();
            after("commit");
            em.close();
            after("close");

            assertThat(jpa.show(
                                    "manager open, transaction active, connections lent, statements sent but for ids",
                                    steps)
                            .rows())
                    .containsExactly(
                            List.of("createEntityManager", "true", "false", "0", "0"),
                            List.of("begin", "true", "true", "0", "0"),
                            List.of("a query", "true", "true", "1", "1"),
                            List.of("persist", "true", "true", "1", "1"),
                            List.of("commit", "true", "false", "0", "2"),
                            List.of("close", "false", "false", "0", "2"));
            jpa.note(
                    "With the pool of Bootstrap opening costs no connection until the first statement, and it goes back at commit,"
                            + " not at close.");
        }

        @Test
        void sends_no_insert_when_its_transaction_is_rolled_back_before_a_flush() {
            transaction.begin();
            em.persist(new Guest("Emma"));
            transaction.rollback();
            after("rollback");

            assertThat(steps).containsExactly(new Step("rollback", true, false, 0, 0));
            assertThat(jpa.rows("select name from guest").rows()).isEmpty();
        }

        @Test
        void may_have_several_transactions_one_after_the_other() {
            for (String name : List.of("Emma", "Harriet")) {
                transaction.begin();
                em.persist(new Guest(name));
                transaction.commit();
            }

            assertThat(jpa.rows("select name from guest order by name").rows())
                    .containsExactly(List.of("Emma"), List.of("Harriet"));
        }

        @Test
        void reads_without_a_transaction_but_does_not_write() {
            assertThat(count()).isZero();
            em.persist(new Guest("Emma"));

            assertThatThrownBy(em::flush).isInstanceOf(TransactionRequiredException.class);
            em.close();
            assertThat(jpa.rows("select name from guest").rows()).isEmpty();
            assertThat(lent()).isZero();
        }

        private void after(String step) {
            steps.add(new Step(
                    step,
                    em.isOpen(),
                    transaction.isActive(),
                    lent(),
                    jpa.sql().statements().size()
                            - jpa.sql().statements(Kind.SEQUENCE).size()));
        }
    }

    @Nested
    class In_one_call {

        @Test
        void runInTransaction_does_all_steps_and_callInTransaction_returns_a_result() {
            jpa.factory().runInTransaction(unit -> unit.persist(new Guest("Emma")));

            Long guests = jpa.factory()
                    .callInTransaction(unit -> unit.createQuery("select count(g) from Guest g", Long.class)
                            .getSingleResult());
            assertThat(guests).isEqualTo(1);
            assertThat(lent()).isZero();
        }

        @Test
        void an_exception_rolls_back_and_reaches_the_caller() {
            var no = new IllegalStateException("no");

            assertThat(catchThrowable(() -> jpa.factory().runInTransaction(unit -> {
                        unit.persist(new Guest("Emma"));
                        unit.flush();
                        throw no;
                    })))
                    .isSameAs(no);
            assertThat(jpa.rows("select name from guest").rows()).isEmpty();
            assertThat(lent()).isZero();
        }

        @Test
        void an_error_leaves_the_transaction_open_unless_bootstrap_opened_the_factory() {
            try (EntityManager own = em.getEntityManagerFactory().createEntityManager()) {
                EntityManagerFactory theProviders = own.getEntityManagerFactory();

                EntityTransaction left = failing(theProviders);
                assertThat(left.isActive()).isTrue();
                assertThat(lent()).isEqualTo(1);
                left.rollback();
            }

            assertThat(failing(jpa.factory()).isActive()).isFalse();
            assertThat(lent()).isZero();
            jpa.note(
                    "Both providers catch exceptions alone: an error costs the pool a connection, and its locks stay.");
        }

        private static EntityTransaction failing(EntityManagerFactory factory) {
            List<EntityTransaction> seen = new ArrayList<>();
            assertThatThrownBy(() -> factory.runInTransaction(unit -> {
                        seen.add(unit.getTransaction());
                        unit.createQuery("select count(g) from Guest g", Long.class)
                                .getSingleResult();
                        throw new StackOverflowError();
                    }))
                    .isInstanceOf(StackOverflowError.class);
            return seen.get(0);
        }
    }

    private Long count() {
        return em.createQuery("select count(g) from Guest g", Long.class).getSingleResult();
    }

    private static int lent() {
        return jpa.factory()
                .unwrap(HikariDataSource.class)
                .getHikariPoolMXBean()
                .getActiveConnections();
    }
}
