package io.github.jpabyexample.crud.unitofwork;

import static io.github.jpabyexample.lesson.Level.BASIC;
import static io.github.jpabyexample.lesson.On.on;
import static io.github.jpabyexample.lesson.observation.Difference.exception;
import static io.github.jpabyexample.testing.Stack.ECLIPSELINK;
import static io.github.jpabyexample.testing.Stack.HIBERNATE;
import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.zaxxer.hikari.HikariDataSource;
import io.github.jpabyexample.bootstrap.Bootstrap;
import io.github.jpabyexample.crud.UnitOfWork;
import io.github.jpabyexample.lesson.Lesson;
import io.github.jpabyexample.lesson.LessonUnit;
import io.github.jpabyexample.models.catalog.Book;
import io.github.jpabyexample.models.catalog.Isbn;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Something throws in the middle: is half of it in the database, does the next writer wait for a lock that nobody gives back, and
 * does the pool run dry? And the object in your hands still shows what was never written.
 *
 * <p>Choose: let the exception leave the unit of work, which rolls back; {@code setRollbackOnly} where there is a result but
 * nothing to keep. A rollback undoes rows, not objects: throw detached entities away and read again.
 *
 * <p>Try: catch the exception within the unit of work, and look at the row.
 */
@Lesson(
        value = "A unit of work that fails leaves nothing behind: no row, no lock and no connection.",
        level = BASIC,
        terms = {"rollback", "setRollbackOnly", "detached entity", "row lock", "connection leak", "RollbackException"},
        messages = "Transaction \"rolled back\" because transaction was set to RollbackOnly",
        sqlalchemy = "`session.rollback`, `with Session.begin()`")
class RollbackTest {

    @RegisterExtension
    static final LessonUnit jpa = LessonUnit.of("bookstore", "pooled", Bootstrap::pooled);

    @Nested
    class A_stored_book {

        @BeforeEach
        void stored() {
            jpa.given(em -> em.persist(new Book(Isbn.invented(1), "Emma", 1815, "en", "GB")));
        }

        @Test
        void stays_as_it_was_when_the_work_throws() {
            var work = UnitOfWork.on(jpa.factory());

            assertThatThrownBy(() -> work.run(em -> {
                        book(em).rename("Lost");
                        em.flush();
                        throw new IOException("the disk is full");
                    }))
                    .isInstanceOf(IOException.class)
                    .hasMessage("the disk is full");

            assertThat(jpa.sql()).updatesOf("book", 1);
            assertThat(jpa.rows("select title from book").rows()).containsExactly(List.of("Emma"));
        }

        @Test
        void stays_as_it_was_when_the_work_asks_for_rollback_and_the_result_is_still_returned() {
            String seen = UnitOfWork.on(jpa.factory()).call(em -> {
                Book book = book(em);
                book.rename("Only a trial");
                em.getTransaction().setRollbackOnly();
                return book.title();
            });

            assertThat(seen).isEqualTo("Only a trial");
            assertThat(jpa.rows("select title from book").rows()).containsExactly(List.of("Emma"));
        }

        @Test
        void stays_as_it_was_when_a_transaction_that_was_marked_for_rollback_is_committed() {
            try (EntityManager em = jpa.factory().createEntityManager()) {
                em.getTransaction().begin();
                book(em).rename("Only a trial");
                em.getTransaction().setRollbackOnly();

                Throwable told = catchThrowable(em.getTransaction()::commit);

                assertThat(told == null ? "nothing" : told.getClass().getSimpleName())
                        .isEqualTo(jpa.expect(
                                exception("what commit says of a transaction that was marked for rollback")
                                        .write("ask getRollbackOnly() before commit, and roll back, as UnitOfWork does")
                                        .follows("The EntityTransaction Interface", ECLIPSELINK)
                                        .because("hibernate.jpa.compliance.transaction: where it is true, Hibernate too"
                                                + " throws a RollbackException"),
                                on(HIBERNATE, "nothing"),
                                on(ECLIPSELINK, "RollbackException")));
            }

            assertThat(jpa.rows("select title from book").rows()).containsExactly(List.of("Emma"));
        }

        @Test
        void is_detached_after_the_rollback_and_the_object_keeps_what_was_set() {
            try (EntityManager em = jpa.factory().createEntityManager()) {
                em.getTransaction().begin();
                Book renamed = book(em);
                renamed.rename("Lost");
                assertThat(em.contains(renamed)).isTrue();

                em.getTransaction().rollback();

                assertThat(em.contains(renamed)).isFalse();
                assertThat(renamed.title()).isEqualTo("Lost");
                assertThat(book(em)).isNotSameAs(renamed).returns("Emma", Book::title);
            }
        }

        @Test
        void is_locked_as_long_as_the_unit_runs_and_free_for_the_next_writer_right_after_its_rollback()
                throws Exception {
            var work = UnitOfWork.on(jpa.factory());
            var next = new CompletableFuture<Void>();

            assertThatThrownBy(() -> work.run(em -> {
                        book(em).rename("Lost");
                        em.flush();
                        next.completeAsync(() -> {
                            work.run(other -> book(other).rename("Emma, a novel"));
                            return null;
                        });
                        assertThatThrownBy(() -> next.get(300, MILLISECONDS)).isInstanceOf(TimeoutException.class);
                        throw new IOException("the disk is full");
                    }))
                    .isInstanceOf(IOException.class);
            next.get(30, SECONDS);

            assertThat(jpa.rows("select title from book").rows()).containsExactly(List.of("Emma, a novel"));
        }

        private static Book book(EntityManager em) {
            return em.createQuery("select b from Book b", Book.class).getSingleResult();
        }
    }

    @Nested
    class A_pool_of_connections {

        @Test
        void gets_its_connection_back_whatever_the_work_throws_but_not_from_run_in_transaction_after_an_error() {
            try (var pooled = Bootstrap.pooled("bookstore", jpa.dataSource(), Map.of());
                    EntityManager em = pooled.createEntityManager()) {
                var pool = pooled.unwrap(HikariDataSource.class).getHikariPoolMXBean();
                var factory = em.getEntityManagerFactory();

                assertThatThrownBy(() -> UnitOfWork.on(factory).run(RollbackTest::failAfterReading))
                        .isInstanceOf(StackOverflowError.class);
                assertThat(pool.getActiveConnections()).isZero();

                assertThatThrownBy(() -> factory.runInTransaction(RollbackTest::failAfterReading))
                        .isInstanceOf(StackOverflowError.class);
                assertThat(pool.getActiveConnections()).isEqualTo(1);
            }
            jpa.note(
                    "Both providers roll back after a RuntimeException only; after an Error the transaction stays open. The"
                            + " factory that Bootstrap returns ends it.");
        }
    }

    private static void failAfterReading(EntityManager em) {
        em.createQuery("select count(b) from Book b", Long.class).getSingleResult();
        throw new StackOverflowError("work that calls itself");
    }
}
