package io.github.jpabyexample.crud.toolkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.jpabyexample.bootstrap.Bootstrap;
import io.github.jpabyexample.crud.UnitOfWork;
import io.github.jpabyexample.lesson.LessonUnit;
import io.github.jpabyexample.models.catalog.Book;
import io.github.jpabyexample.models.catalog.Isbn;
import jakarta.persistence.EntityManager;
import jakarta.persistence.RollbackException;
import java.io.IOException;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class UnitOfWorkEdgesTest {

    @RegisterExtension
    static final LessonUnit jpa = LessonUnit.of("bookstore", "pooled", Bootstrap::pooled);

    private UnitOfWork work;

    @BeforeEach
    void open() {
        work = UnitOfWork.on(jpa.factory());
    }

    @Nested
    class Null {

        @Test
        void is_no_factory() {
            assertThatThrownBy(() -> UnitOfWork.on(null))
                    .isInstanceOf(NullPointerException.class)
                    .hasMessage("factory");
        }

        @Test
        void is_no_work() {
            assertThatThrownBy(() -> work.call(null))
                    .isInstanceOf(NullPointerException.class)
                    .hasMessage("work");
            assertThatThrownBy(() -> work.run(null))
                    .isInstanceOf(NullPointerException.class)
                    .hasMessage("action");
        }

        @Test
        void is_a_result() {
            assertThat(work.<Book, RuntimeException>call(em -> em.find(Book.class, -1L)))
                    .isNull();
        }
    }

    @Nested
    class A_closed_factory {

        @Test
        void takes_no_work() {
            var factory = Bootstrap.pooled("bookstore", jpa.dataSource(), Map.of());
            UnitOfWork late = UnitOfWork.on(factory);
            factory.close();

            assertThatThrownBy(() -> late.call(em -> 1)).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> late.run(em -> {})).isInstanceOf(IllegalStateException.class);
        }
    }

    @Nested
    class Work_that_throws {

        static List<Throwable> failures() {
            return List.of(
                    new IOException("the disk is full"),
                    new InterruptedException("the shop is closing"),
                    new IllegalArgumentException("no such book"),
                    new RollbackException("of the work itself"),
                    new AssertionError("it should not"),
                    new StackOverflowError("work that calls itself"));
        }

        @ParameterizedTest
        @MethodSource("failures")
        void gives_the_caller_the_very_exception_and_writes_nothing(Throwable failure) {
            Throwable seen = catchThrowable(() -> work.run(em -> {
                em.persist(emma());
                em.flush();
                fail(failure);
            }));

            assertThat(seen).isSameAs(failure).hasNoSuppressedExceptions();
            assertThat(titles()).isEmpty();
        }

        @ParameterizedTest
        @MethodSource("failures")
        void gives_the_caller_the_very_exception_when_the_rollback_fails_too(Throwable failure) {
            Throwable seen = catchThrowable(() -> work.run(em -> {
                em.persist(emma());
                em.flush();
                loseConnection(em);
                fail(failure);
            }));

            assertThat(seen).isSameAs(failure);
            assertThat(failure.getSuppressed()).hasSize(1);
            assertThat(titles()).isEmpty();
        }

        @Test
        void gives_the_caller_the_very_exception_when_it_has_rolled_back_already() {
            var failure = new IOException("the disk is full");

            assertThat(catchThrowable(() -> work.run(em -> {
                        em.persist(emma());
                        em.getTransaction().rollback();
                        throw failure;
                    })))
                    .isSameAs(failure)
                    .hasNoSuppressedExceptions();
        }
    }

    @Nested
    class Work_that_cannot_be_committed {

        @Test
        void ends_in_an_exception_and_writes_nothing() {
            assertThatThrownBy(() -> work.run(em -> {
                        em.persist(emma());
                        em.persist(emma());
                    }))
                    .isInstanceOf(RollbackException.class);

            assertThat(titles()).isEmpty();
        }
    }

    @Nested
    class Work_that_ends_its_transaction_itself {

        @Test
        void is_told_so_after_a_commit_whose_row_stays() {
            assertThatThrownBy(() -> work.call(em -> {
                        em.persist(emma());
                        em.getTransaction().commit();
                        return "done";
                    }))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("The work ended its transaction itself: leave the commit to the UnitOfWork, and have it"
                            + " rolled back by setRollbackOnly() or by an exception");

            assertThat(titles()).containsExactly("Emma");
        }

        @Test
        void is_told_so_after_a_rollback() {
            assertThatThrownBy(() -> work.run(em -> {
                        em.persist(emma());
                        em.getTransaction().rollback();
                    }))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("setRollbackOnly()");

            assertThat(titles()).isEmpty();
        }

        @Test
        void and_begins_another_one_has_that_committed() {
            String result = work.call(em -> {
                Book emma = emma();
                em.persist(emma);
                em.getTransaction().commit();
                em.getTransaction().begin();
                emma.rename("Emma, again");
                return "done";
            });

            assertThat(result).isEqualTo("done");
            assertThat(titles()).containsExactly("Emma, again");
        }
    }

    @Nested
    class Work_that_closes_its_entity_manager {

        @Test
        void is_committed_and_returns_its_result() {
            String result = work.call(em -> {
                em.persist(emma());
                em.close();
                return "done";
            });

            assertThat(result).isEqualTo("done");
            assertThat(titles()).containsExactly("Emma");
        }

        @Test
        void is_rolled_back_when_it_throws() {
            var failure = new IOException("the disk is full");

            assertThat(catchThrowable(() -> work.run(em -> {
                        em.persist(emma());
                        em.flush();
                        em.close();
                        throw failure;
                    })))
                    .isSameAs(failure)
                    .hasNoSuppressedExceptions();

            assertThat(titles()).isEmpty();
        }
    }

    @Nested
    class A_call_within_a_call {

        @Test
        void is_committed_by_itself_and_outlives_the_rollback_of_the_other() {
            assertThatThrownBy(() -> work.run(outer -> {
                        outer.persist(new Book(Isbn.invented(2), "Persuasion", 1817, "en", "GB"));
                        work.run(inner -> {
                            assertThat(inner).isNotSameAs(outer);
                            inner.persist(emma());
                        });
                        throw new IOException("the disk is full");
                    }))
                    .isInstanceOf(IOException.class);

            assertThat(titles()).containsExactly("Emma");
        }

        @Test
        void is_rolled_back_by_itself_and_leaves_the_other_alone() {
            work.run(outer -> {
                outer.persist(emma());
                assertThatThrownBy(() -> work.run(inner -> {
                            inner.persist(new Book(Isbn.invented(2), "Persuasion", 1817, "en", "GB"));
                            throw new IOException("the disk is full");
                        }))
                        .isInstanceOf(IOException.class);
            });

            assertThat(titles()).containsExactly("Emma");
        }
    }

    @Nested
    class A_result {

        @Test
        void is_read_after_its_unit_of_work_ended_and_written_no_more() {
            Book emma = work.call(em -> {
                Book book = emma();
                em.persist(book);
                return book;
            });

            assertThat(emma.title()).isEqualTo("Emma");
            assertThat(emma.id()).isNotNull();
            emma.rename("Emma, again");
            assertThat(titles()).containsExactly("Emma");
        }
    }

    private static Book emma() {
        return new Book(Isbn.invented(1), "Emma", 1815, "en", "GB");
    }

    private static void fail(Throwable failure) throws Exception {
        if (failure instanceof Error error) {
            throw error;
        }
        throw (Exception) failure;
    }

    // Each provider hands out the connection of a transaction in one of two ways.
    private static void loseConnection(EntityManager em) throws Exception {
        Connection connection = em.callWithConnection((Connection given) -> given);
        (connection == null ? em.unwrap(Connection.class) : connection).close();
    }

    private static List<String> titles() {
        return jpa.rows("select title from book").rows().stream()
                .map(row -> row.get(0))
                .toList();
    }
}
