package io.github.jpabyexample.async.writers;

import static io.github.jpabyexample.lesson.Level.EXPERT;
import static io.github.jpabyexample.lesson.On.on;
import static io.github.jpabyexample.lesson.observation.Difference.cost;
import static io.github.jpabyexample.testing.Stack.ECLIPSELINK;
import static io.github.jpabyexample.testing.Stack.H2;
import static io.github.jpabyexample.testing.Stack.HIBERNATE;
import static io.github.jpabyexample.testing.Stack.POSTGRESQL;
import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.jpabyexample.async.AsyncUnitOfWork;
import io.github.jpabyexample.bootstrap.Bootstrap;
import io.github.jpabyexample.crud.UnitOfWork;
import io.github.jpabyexample.lesson.Lesson;
import io.github.jpabyexample.lesson.LessonUnit;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.OptimisticLockException;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A counter or a stock is too low after a busy hour, and no exception tells why: lost updates. Or with a version the log is full of
 * OptimisticLockException, and somebody must do the work again.
 *
 * <p>Choose: one update statement where the database can count; a pessimistic lock where each writer must look first; else a
 * version and a retry, with a limit and a random pause. Without a version nobody is told.
 *
 * <p>Try: allow each writer two tries only.
 */
@Lesson(
        value =
                "What many units change at once is changed by one statement, or under a lock, or again after a conflict; else it is lost.",
        level = EXPERT,
        terms = {"lost update", "optimistic lock", "retry", "backoff", "pessimistic lock", "for update"},
        sqlalchemy = "`version_id_col` and a retry, `with_for_update()`, `update(…).values(n=Shelf.n + 1)`")
class ManyWritersTest {

    private static final int WRITERS = 4;
    private static final int MOST_TRIES = 5;

    @RegisterExtension
    static final LessonUnit jpa = LessonUnit.of("shelves", "pooled", Bootstrap::pooled);

    private final CyclicBarrier allAreHere = new CyclicBarrier(WRITERS);
    private final AtomicInteger tries = new AtomicInteger();
    private AsyncUnitOfWork async;

    @BeforeEach
    void open() {
        jpa.given(em -> {
            em.persist(new Heap());
            em.persist(new Shelf());
        });
        async = AsyncUnitOfWork.on(UnitOfWork.on(jpa.factory()), WRITERS);
    }

    @AfterEach
    void close() {
        async.close();
    }

    @Nested
    class Four_books_put_on_a_heap_without_a_version {

        @Test
        void are_one_book_if_all_four_counted_before_any_of_them_wrote() {
            List<Throwable> failures = failuresOf(() -> async.run(em -> {
                Heap heap = em.find(Heap.class, "novels");
                allAreHere.await(30, SECONDS);
                heap.put();
            }));

            assertThat(failures).isEmpty();
            assertThat(books("heap")).isEqualTo("1");
            jpa.note("Each read 0 and wrote 1. Three books are lost, and nobody was told.");
        }
    }

    @Nested
    class Four_books_put_on_a_shelf_with_a_version {

        @Test
        void are_one_book_and_three_conflicts() {
            List<Throwable> failures = failuresOf(() -> async.run(ManyWritersTest.this::put));

            assertThat(failures).hasSize(3).allMatch(ManyWritersTest::isConflict);
            assertThat(books("shelf")).isEqualTo("1");
        }

        @Test
        void are_four_if_whoever_meets_a_conflict_begins_anew() {
            List<Throwable> failures = failuresOf(() -> atMost(MOST_TRIES, ManyWritersTest.this::put));

            assertThat(failures).isEmpty();
            assertThat(books("shelf")).isEqualTo("4");
            assertThat(tries.get()).isBetween(4 + 3, 4 + 3 + 2 + 1);
            jpa.note("The whole unit is done again, by an entity manager that has not read the old version. "
                    + "So a unit does nothing that cannot be done twice, such as sending a letter.");
        }

        @Test
        void are_not_tried_again_after_a_failure_that_would_only_come_back() {
            List<Throwable> failures = failuresOf(() -> atMost(MOST_TRIES, em -> {
                tries.incrementAndGet();
                throw new IOException("the shelf is locked");
            }));

            assertThat(failures).hasSize(4).allMatch(IOException.class::isInstance);
            assertThat(tries.get()).isEqualTo(4);
        }

        @Test
        void are_given_up_after_five_tries_each_if_the_conflict_never_ends() {
            List<Throwable> failures = failuresOf(() -> atMost(MOST_TRIES, em -> {
                tries.incrementAndGet();
                em.find(Shelf.class, "novels").put();
                UnitOfWork.on(jpa.factory())
                        .run(other -> other.createQuery("update Shelf s set s.version = s.version + 1")
                                .executeUpdate());
            }));

            assertThat(failures).hasSize(4).allMatch(ManyWritersTest::isConflict);
            assertThat(tries.get()).isEqualTo(4 * MOST_TRIES);
            assertThat(books("shelf")).isEqualTo("0");
        }

        @Test
        void are_four_at_the_first_try_if_each_locks_the_row_before_it_counts() {
            List<Throwable> failures = failuresOf(() -> async.run(em -> {
                allAreHere.await(30, SECONDS);
                em.find(Shelf.class, "novels", LockModeType.PESSIMISTIC_WRITE).put();
            }));

            assertThat(failures).isEmpty();
            assertThat(books("shelf")).isEqualTo("4");
            assertThat(jpa.sql())
                    .hasSelects(4)
                    .hasUpdates(4)
                    .mentions(jpa.expect(
                            cost("how a row is locked for writing")
                                    .write(
                                            "nothing makes it the same: on both no other writer gets the row; on PostgreSQL"
                                                    + " 'for update' holds up inserts of rows that refer to it as well")
                                    .leftOpen("Pessimistic Locking"),
                            on(HIBERNATE, H2, "for update"),
                            on(HIBERNATE, POSTGRESQL, "for no key update"),
                            on(ECLIPSELINK, "for update")));
            jpa.note("They wait for each other in the database, each with a connection of the pool.");
        }

        // A bulk update goes past the version, which is counted up by hand: see "Bulk Update and Delete Operations".
        @Test
        void are_four_at_the_first_try_if_the_database_counts() {
            List<Throwable> failures = failuresOf(() -> async.run(em -> {
                allAreHere.await(30, SECONDS);
                em.createQuery("""
                                update Shelf s
                                set s.books = s.books + 1, s.version = s.version + 1
                                where s.name = 'novels'
                                """).executeUpdate();
            }));

            assertThat(failures).isEmpty();
            assertThat(books("shelf")).isEqualTo("4");
            assertThat(jpa.sql()).hasUpdates(4).hasNoSelects();
        }
    }

    /** All have read before any writes, at the first try. */
    private void put(EntityManager em) throws Exception {
        Shelf shelf = em.find(Shelf.class, "novels");
        if (tries.incrementAndGet() <= WRITERS) {
            allAreHere.await(30, SECONDS);
        }
        shelf.put();
    }

    /** A pause of random length before each new try: who met once would else meet again. No thread waits in it. */
    private CompletableFuture<Void> atMost(int tries, UnitOfWork.Action<Exception> unit) {
        return async.run(unit).exceptionallyCompose(failure -> {
            if (tries == 1 || !isConflict(failure)) {
                return CompletableFuture.failedFuture(failure);
            }
            var later = CompletableFuture.delayedExecutor(
                    ThreadLocalRandom.current().nextLong(5, 50), MILLISECONDS);
            return CompletableFuture.supplyAsync(() -> atMost(tries - 1, unit), later)
                    .thenCompose(Function.identity());
        });
    }

    private static boolean isConflict(Throwable failure) {
        return failure instanceof OptimisticLockException || failure.getCause() instanceof OptimisticLockException;
    }

    private static List<Throwable> failuresOf(Supplier<CompletableFuture<Void>> writer) {
        List<CompletableFuture<Void>> writers =
                Stream.generate(writer).limit(WRITERS).toList();
        return writers.stream()
                .map(each -> each.orTimeout(60, SECONDS)
                        .handle((nothing, failure) -> failure)
                        .join())
                .filter(Objects::nonNull)
                .map(failure -> failure instanceof CompletionException ? failure.getCause() : failure)
                .toList();
    }

    private static String books(String table) {
        return jpa.show("table " + table, jpa.rows("select books from " + table))
                .rows()
                .get(0)
                .get(0);
    }
}
