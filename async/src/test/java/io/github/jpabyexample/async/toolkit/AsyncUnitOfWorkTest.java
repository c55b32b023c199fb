package io.github.jpabyexample.async.toolkit;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jpabyexample.async.AsyncUnitOfWork;
import io.github.jpabyexample.bootstrap.Bootstrap;
import io.github.jpabyexample.crud.UnitOfWork;
import io.github.jpabyexample.lesson.LessonUnit;
import io.github.jpabyexample.models.catalog.Book;
import io.github.jpabyexample.models.catalog.Isbn;
import jakarta.persistence.EntityManager;
import jakarta.persistence.RollbackException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AsyncUnitOfWorkTest {

    @RegisterExtension
    static final LessonUnit jpa = LessonUnit.of("bookstore", "pooled", Bootstrap::pooled);

    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);
    private AsyncUnitOfWork oneAtOnce;

    @BeforeEach
    void open() {
        oneAtOnce = AsyncUnitOfWork.on(UnitOfWork.on(jpa.factory()), 1);
    }

    @AfterEach
    void close() {
        goOn.countDown();
        oneAtOnce.close();
    }

    @Nested
    class Null {

        @Test
        void is_no_unit_of_work() {
            assertThatThrownBy(() -> AsyncUnitOfWork.on(null, 1))
                    .isInstanceOf(NullPointerException.class)
                    .hasMessage("work");
        }

        @Test
        void is_no_work_and_the_caller_is_told_at_once() {
            assertThatThrownBy(() -> oneAtOnce.call(null))
                    .isInstanceOf(NullPointerException.class)
                    .hasMessage("action");
            assertThatThrownBy(() -> oneAtOnce.run(null))
                    .isInstanceOf(NullPointerException.class)
                    .hasMessage("action");
        }

        @Test
        void is_a_result() throws Exception {
            CompletableFuture<Book> future = oneAtOnce.call(em -> em.find(Book.class, -1L));

            assertThat(future.get(30, SECONDS)).isNull();
        }
    }

    @Nested
    class The_number_at_once {

        @ParameterizedTest
        @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
        void is_at_least_one(int number) {
            UnitOfWork work = UnitOfWork.on(jpa.factory());

            assertThatThrownBy(() -> AsyncUnitOfWork.on(work, number))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("At least one unit must be allowed at once, not " + number);
        }

        @Test
        void is_never_exceeded() throws Exception {
            var running = new AtomicInteger();
            var most = new AtomicInteger();

            CompletableFuture.allOf(Stream.generate(() -> oneAtOnce.run(em -> {
                                most.accumulateAndGet(running.incrementAndGet(), Math::max);
                                count(em);
                                running.decrementAndGet();
                            }))
                            .limit(20)
                            .toArray(CompletableFuture[]::new))
                    .get(30, SECONDS);

            assertThat(most).hasValue(1);
        }

        @Test
        void has_no_upper_bound() throws Exception {
            try (var many = AsyncUnitOfWork.on(UnitOfWork.on(jpa.factory()), Integer.MAX_VALUE)) {
                assertThat(many.call(AsyncUnitOfWorkTest::count).get(30, SECONDS))
                        .isZero();
            }
        }
    }

    @Nested
    class Closed {

        @Test
        void it_takes_no_unit() {
            oneAtOnce.close();

            assertThatThrownBy(() -> oneAtOnce.run(em -> {})).isInstanceOf(RejectedExecutionException.class);
            assertThatThrownBy(() -> oneAtOnce.call(em -> 1)).isInstanceOf(RejectedExecutionException.class);
        }

        @Test
        void it_has_done_all_units_that_it_took_and_is_closed_again_without_harm() {
            List<CompletableFuture<Long>> units = Stream.generate(() -> oneAtOnce.call(AsyncUnitOfWorkTest::count))
                    .limit(5)
                    .toList();
            oneAtOnce.close();
            oneAtOnce.close();

            assertThat(units)
                    .allMatch(CompletableFuture::isDone)
                    .noneMatch(CompletableFuture::isCompletedExceptionally);
        }

        @Test
        void it_has_done_its_units_though_the_closing_thread_was_interrupted() {
            CompletableFuture<Long> unit = oneAtOnce.call(AsyncUnitOfWorkTest::count);
            Thread.currentThread().interrupt();
            oneAtOnce.close();

            assertThat(Thread.interrupted()).isTrue();
            assertThat(unit).isCompleted();
        }
    }

    @Nested
    class A_unit_that_throws {

        static List<Throwable> failures() {
            return List.of(
                    new IOException("the disk is full"),
                    new InterruptedException("the shop is closing"),
                    new IllegalArgumentException("no such book"),
                    new AssertionError("it should not"),
                    new StackOverflowError("work that calls itself"));
        }

        @ParameterizedTest
        @MethodSource("failures")
        void completes_its_future_with_the_very_exception_and_writes_nothing(Throwable failure) throws Exception {
            CompletableFuture<Void> future = oneAtOnce.run(em -> {
                em.persist(emma());
                em.flush();
                fail(failure);
            });

            assertThat(future.handle((nothing, seen) -> seen).get(30, SECONDS)).isSameAs(failure);
            assertThatThrownBy(future::join)
                    .isInstanceOf(CompletionException.class)
                    .cause()
                    .isSameAs(failure);
            assertThat(future.cancel(true)).isFalse();
            assertThat(titles()).isEmpty();
        }
    }

    @Nested
    class A_unit_that_cannot_be_committed {

        @Test
        void completes_its_future_with_the_exception_of_the_commit() throws Exception {
            CompletableFuture<Void> future = oneAtOnce.run(em -> {
                em.persist(emma());
                em.persist(emma());
            });

            assertThat(future.handle((nothing, seen) -> seen).get(30, SECONDS)).isInstanceOf(RollbackException.class);
            assertThat(titles()).isEmpty();
        }
    }

    @Nested
    class A_closed_factory {

        @Test
        void completes_the_future_with_an_exception() throws Exception {
            var factory = Bootstrap.pooled("bookstore", jpa.dataSource(), Map.of());
            try (var late = AsyncUnitOfWork.on(UnitOfWork.on(factory), 1)) {
                factory.close();

                assertThat(late.run(em -> {}).handle((nothing, seen) -> seen).get(30, SECONDS))
                        .isInstanceOf(IllegalStateException.class);
            }
        }
    }

    @Nested
    class Cancelled {

        @Test
        void before_it_began_a_unit_never_runs() throws Exception {
            var ran = new AtomicBoolean();
            CompletableFuture<Void> first = oneAtOnce.run(em -> waitInside());
            assertThat(begun.await(30, SECONDS)).isTrue();
            CompletableFuture<Void> second = oneAtOnce.run(em -> ran.set(true));

            assertThat(second.cancel(false)).isTrue();
            assertThat(second.cancel(true)).isTrue();
            goOn.countDown();
            oneAtOnce.close();

            assertThat(first).isCompleted();
            assertThat(second).isCancelled();
            assertThat(ran).isFalse();
        }

        @Test
        void while_it_runs_a_unit_goes_on_without_an_interrupt_and_is_rolled_back() throws Exception {
            var wentOn = new AtomicBoolean();
            CompletableFuture<Void> future = oneAtOnce.run(em -> {
                em.persist(emma());
                em.flush();
                waitInside();
                wentOn.set(!Thread.currentThread().isInterrupted());
            });
            assertThat(begun.await(30, SECONDS)).isTrue();

            assertThat(future.cancel(true)).isTrue();
            goOn.countDown();
            oneAtOnce.close();

            assertThat(wentOn).isTrue();
            assertThatThrownBy(future::join).isInstanceOf(CancellationException.class);
            assertThat(titles()).isEmpty();
        }

        @Test
        void while_it_runs_a_unit_that_then_throws_stays_cancelled() throws Exception {
            CompletableFuture<Void> future = oneAtOnce.run(em -> {
                em.persist(emma());
                waitInside();
                throw new IOException("the disk is full");
            });
            assertThat(begun.await(30, SECONDS)).isTrue();

            assertThat(future.cancel(false)).isTrue();
            goOn.countDown();
            oneAtOnce.close();

            assertThat(future).isCancelled();
            assertThat(titles()).isEmpty();
        }

        @Test
        void once_its_commit_has_begun_a_unit_refuses_and_is_committed() throws Exception {
            UnitOfWork slow = new SlowToCommit(UnitOfWork.on(jpa.factory()));
            try (var async = AsyncUnitOfWork.on(slow, 1)) {
                CompletableFuture<String> future = async.call(em -> {
                    em.persist(emma());
                    return "done";
                });
                assertThat(begun.await(30, SECONDS)).isTrue();

                assertThat(future.cancel(true)).isFalse();
                assertThat(future).isNotDone();
                goOn.countDown();
                assertThat(future.get(30, SECONDS)).isEqualTo("done");
            }
            assertThat(titles()).containsExactly("Emma");
        }
    }

    @Nested
    class A_unit_within_a_unit {

        @Test
        void runs_after_the_other_where_one_may_run_at_once() throws Exception {
            CompletableFuture<CompletableFuture<Long>> outer = oneAtOnce.call(em -> {
                CompletableFuture<Long> inner = oneAtOnce.call(AsyncUnitOfWorkTest::count);
                em.persist(emma());
                return inner;
            });

            assertThat(outer.thenCompose(inner -> inner).get(30, SECONDS)).isEqualTo(1);
        }

        @Test
        void is_committed_though_the_other_is_rolled_back() throws Exception {
            CompletableFuture<Void> outer = oneAtOnce.run(em -> {
                oneAtOnce.run(inner -> inner.persist(emma()));
                throw new IOException("the disk is full");
            });

            assertThatThrownBy(() -> outer.get(30, SECONDS)).hasCauseInstanceOf(IOException.class);
            oneAtOnce.close();
            assertThat(titles()).containsExactly("Emma");
        }
    }

    /** Waits, between the work and its commit, until the test lets it go on. */
    private class SlowToCommit implements UnitOfWork {

        private final UnitOfWork work;

        SlowToCommit(UnitOfWork work) {
            this.work = work;
        }

        @Override
        public <T, X extends Exception> T call(Work<T, X> action) throws X {
            return work.<T, X>call(em -> {
                T result = action.with(em);
                waitInside();
                return result;
            });
        }
    }

    private void waitInside() {
        begun.countDown();
        try {
            assertThat(goOn.await(30, SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError("interrupted", e);
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

    private static long count(EntityManager em) {
        return em.createQuery("select count(b) from Book b", Long.class).getSingleResult();
    }

    private static List<String> titles() {
        return jpa.rows("select title from book").rows().stream()
                .map(row -> row.get(0))
                .toList();
    }
}
