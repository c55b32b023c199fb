package io.github.jpabyexample.async.threads;

import static io.github.jpabyexample.lesson.Level.WORKING;
import static io.github.jpabyexample.lesson.On.on;
import static io.github.jpabyexample.lesson.observation.Difference.exception;
import static io.github.jpabyexample.testing.Stack.ECLIPSELINK;
import static io.github.jpabyexample.testing.Stack.HIBERNATE;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jpabyexample.async.AsyncUnitOfWork;
import io.github.jpabyexample.bootstrap.Bootstrap;
import io.github.jpabyexample.crud.UnitOfWork;
import io.github.jpabyexample.lesson.Lesson;
import io.github.jpabyexample.lesson.LessonUnit;
import io.github.jpabyexample.models.catalog.Author;
import io.github.jpabyexample.models.catalog.Book;
import io.github.jpabyexample.models.catalog.Isbn;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * JPA blocks, and an entity manager is not thread-safe. What you want is not to wait for SQL, and to stop what nobody waits for
 * any longer; and what the other thread hands over ends in a LazyInitializationException.
 *
 * <p>Choose: a unit of work with an entity manager of its own for each task, on another thread, as many at once as there are
 * connections. Fetch inside what is handed over: its entities are detached entities.
 *
 * <p>Try: give AsyncUnitOfWork forty at once, and look how long the last one waits for a connection.
 */
@Lesson(
        value =
                "A unit of work runs on one thread with an entity manager of its own; others wait for its future, not for its SQL.",
        level = WORKING,
        terms = {
            "thread-safe",
            "EntityManager and threads",
            "CompletableFuture",
            "virtual threads",
            "cancel",
            "detached entity",
            "LazyInitializationException"
        },
        messages = "Cannot lazily initialize collection of role",
        sqlalchemy = "`AsyncSession`: no equivalent in JPA")
class UnitOffThreadTest {

    private static final int AT_ONCE = 4;

    @RegisterExtension
    static final LessonUnit jpa = LessonUnit.of("bookstore", "pooled", Bootstrap::pooled);

    private AsyncUnitOfWork async;

    @BeforeEach
    void open() {
        async = AsyncUnitOfWork.on(UnitOfWork.on(jpa.factory()), AT_ONCE);
    }

    @AfterEach
    void close() {
        async.close();
    }

    @Nested
    class A_stored_author_with_one_book {

        @BeforeEach
        void stored() {
            jpa.given(em -> {
                var jane = new Author("Jane Austen", 1775, 1817);
                var emma = new Book(Isbn.invented(1), "Emma", 1815, "en", "GB");
                emma.addAuthor(jane);
                em.persist(jane);
                em.persist(emma);
            });
        }

        @Test
        void is_counted_by_two_units_whose_results_meet() throws Exception {
            CompletableFuture<Long> books = async.call(em -> count(em, "Book"));
            CompletableFuture<Long> authors = async.call(em -> count(em, "Author"));

            assertThat(books.thenCombine(authors, Long::sum).get(30, SECONDS)).isEqualTo(2);
            assertThat(jpa.sql()).hasSelects(2);
        }

        @Test
        void is_read_by_forty_units_whose_entity_managers_are_each_called_by_one_thread_alone() throws Exception {
            var calls = new ThreadsThatCall();
            try (var watched = AsyncUnitOfWork.on(UnitOfWork.on(calls.of(jpa.factory())), AT_ONCE)) {
                all(40, i -> watched.run(em -> assertThat(count(em, "Book")).isEqualTo(1)));
            }

            assertThat(calls.byEntityManager())
                    .hasSize(40)
                    .allSatisfy(threads -> assertThat(threads).hasSize(1).doesNotContain(Thread.currentThread()));
        }

        @Test
        void is_read_by_forty_units_of_which_at_most_four_run_at_once() throws Exception {
            var running = new AtomicInteger();
            var most = new AtomicInteger();

            all(
                    40,
                    i -> async.run(em -> {
                        most.accumulateAndGet(running.incrementAndGet(), Math::max);
                        assertThat(count(em, "Book")).isEqualTo(1);
                        running.decrementAndGet();
                    }));

            assertThat(most.get()).isBetween(1, AT_ONCE);
            jpa.note("At most " + AT_ONCE + " units ran at once: as many as they were given connections.");
        }

        @Test
        void is_left_alone_by_a_unit_that_throws_and_the_future_says_why() {
            CompletableFuture<Void> future = async.run(em -> {
                book(em).rename("Lost");
                em.flush();
                throw new IOException("the printer is out of paper");
            });

            assertThatThrownBy(() -> future.get(30, SECONDS))
                    .hasCauseInstanceOf(IOException.class)
                    .hasMessageContaining("the printer is out of paper");
            assertThat(jpa.rows("select title from book").rows()).hasToString("[[Emma]]");
        }

        @Test
        void is_left_alone_by_a_unit_that_is_cancelled_while_it_runs() throws Exception {
            var renamed = new CountDownLatch(1);
            var cancelled = new CountDownLatch(1);
            CompletableFuture<Void> future = async.run(em -> {
                book(em).rename("Too late");
                em.flush();
                renamed.countDown();
                assertThat(cancelled.await(30, SECONDS)).isTrue();
            });

            assertThat(renamed.await(30, SECONDS)).isTrue();
            assertThat(future.cancel(false)).isTrue();
            cancelled.countDown();
            async.close();

            assertThatThrownBy(future::join).isInstanceOf(CancellationException.class);
            assertThat(jpa.rows("select title from book").rows()).hasToString("[[Emma]]");
        }

        @Test
        void cannot_be_called_back_once_it_is_committed() throws Exception {
            CompletableFuture<Void> future = async.run(em -> book(em).rename("Emma, a novel"));
            future.get(30, SECONDS);

            assertThat(future.cancel(true)).isFalse();
            assertThat(jpa.rows("select title from book").rows()).hasToString("[[Emma, a novel]]");
        }

        @Test
        void has_books_that_were_fetched_inside_the_unit_and_on_hibernate_no_others() throws Exception {
            Author fetched = async.call(em -> em.createQuery("select a from Author a join fetch a.books", Author.class)
                            .getSingleResult())
                    .get(30, SECONDS);
            assertThat(jpa.sqlOf(() -> assertThat(fetched.books()).hasSize(1))).isEmpty();

            Author lazy = async.call(UnitOffThreadTest::author).get(30, SECONDS);
            String outside;
            try {
                outside = lazy.books().size() + " book, by a select nobody asked for";
            } catch (RuntimeException e) {
                outside = e.getClass().getSimpleName();
            }

            assertThat(outside)
                    .isEqualTo(jpa.expect(
                            exception("a lazy collection after its entity manager was closed")
                                    .write("join fetch it inside the unit")
                                    .leftOpen("Detached Entities and Lazy Loading"),
                            on(HIBERNATE, "LazyInitializationException"),
                            on(ECLIPSELINK, "1 book, by a select nobody asked for")));
        }
    }

    private static void all(int units, java.util.function.IntFunction<CompletableFuture<Void>> start) throws Exception {
        CompletableFuture.allOf(IntStream.range(0, units).mapToObj(start).toArray(CompletableFuture[]::new))
                .get(60, SECONDS);
    }

    private static long count(EntityManager em, String entity) {
        return em.createQuery("select count(e) from " + entity + " e", Long.class)
                .getSingleResult();
    }

    private static Book book(EntityManager em) {
        return em.createQuery("select b from Book b", Book.class).getSingleResult();
    }

    private static Author author(EntityManager em) {
        return em.createQuery("select a from Author a", Author.class).getSingleResult();
    }
}
