package io.github.jpabyexample.bootstrap.pool;

import static io.github.jpabyexample.lesson.Level.WORKING;
import static io.github.jpabyexample.lesson.On.on;
import static io.github.jpabyexample.lesson.observation.Difference.cost;
import static io.github.jpabyexample.testing.Stack.ECLIPSELINK;
import static io.github.jpabyexample.testing.Stack.HIBERNATE;
import static org.assertj.core.api.Assertions.assertThat;
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
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Under load everything stands still, then many requests fail at once: "Connection is not available, request timed out". Was
 * anything lost by it, and does the pool recover?
 *
 * <p>Choose: a time to wait below the patience of your callers, whatever the provider makes of it. More threads than
 * connections are all served, if that time suffices for the queue.
 *
 * <p>Try: {@code CALLERS = 64}.
 */
@Lesson(
        value =
                "Who finds the pool empty waits for a time that was set, not for ever, and gets an exception; nothing is lost by it.",
        level = WORKING,
        terms = {
            "pool exhausted",
            "connection timeout",
            "connectionTimeout",
            "HikariCP",
            "backpressure",
            "queue",
            "connection leak"
        },
        messages = {"Connection is not available, request timed out after"},
        sqlalchemy = "`sqlalchemy.exc.TimeoutError`")
class ExhaustionTest {

    private static final int SIZE = 4;
    private static final int CALLERS = 16;
    private static final int THREADS = 64;
    private static final int UNITS = Boolean.getBoolean("jpabyexample.long") ? 10_000 : 640;
    private static final Duration TIMEOUT = Duration.ofSeconds(1);
    // Until a busy machine gives each of the callers its turn.
    private static final Duration TURN = Duration.ofMillis(500);

    @RegisterExtension
    static final LessonUnit jpa = LessonUnit.of("guestbook", "pooled", Bootstrap::pooled);

    private EntityManagerFactory factory;
    private HikariPoolMXBean pool;
    private List<EntityManager> leaked = List.of();

    private void open(Duration timeout) {
        factory = Bootstrap.open(UnitSettings.named("guestbook")
                .withConnections(new Connections.Pooled(jpa.dataSource()))
                .withPool(PoolSettings.ofSize(SIZE).withConnectionTimeout(timeout)));
        pool = factory.unwrap(HikariDataSource.class).getHikariPoolMXBean();
    }

    @AfterEach
    void close() {
        factory.close();
    }

    @Nested
    class Sixteen_callers_of_a_pool_whose_connections_are_all_lent {

        @Test
        void are_refused_after_the_time_to_wait_and_all_is_well_afterwards() throws InterruptedException {
            open(TIMEOUT);

            assertThat(problems(0)).isEmpty();
            jpa.note("EclipseLink tries twice; four times, without the settings of its artifact. Set the time below the"
                    + " patience of your callers: else they leave, and their work goes on.");
        }

        @Test
        void are_found_to_wait_too_long_by_this_check_where_they_do() throws InterruptedException {
            open(TIMEOUT.multipliedBy(3));

            assertThat(problems(0)).isNotEmpty().allMatch(problem -> problem.contains("waited"));
        }

        @Test
        void leave_connections_behind_by_this_check_where_one_leaks() throws InterruptedException {
            open(TIMEOUT);

            assertThat(problems(1)).containsExactly("still lent: 1");
            leaked.get(0).getTransaction().rollback();
        }

        private List<String> problemsOf(Queue<Duration> waited, int times) {
            List<String> problems = new ArrayList<>();
            if (waited.size() < CALLERS) {
                problems.add("refused: " + waited.size());
            }
            Duration due = TIMEOUT.multipliedBy(times);
            Duration late = due.multipliedBy(11).dividedBy(10).plus(TURN);
            waited.stream()
                    .filter(time -> time.compareTo(due) < 0 || time.compareTo(late) > 0)
                    .map(time -> "waited for " + time)
                    .forEach(problems::add);
            if (pool.getActiveConnections() > 0) {
                problems.add("still lent: " + pool.getActiveConnections());
            }
            return problems;
        }

        private List<String> problems(int leaks) throws InterruptedException {
            List<EntityManager> holders = new ArrayList<>();
            for (int i = 0; i < SIZE; i++) {
                EntityManager holder = factory.createEntityManager();
                holder.getTransaction().begin();
                count(holder);
                holders.add(holder);
            }
            Queue<Duration> waited = new ConcurrentLinkedQueue<>();
            inThreads(CALLERS, CALLERS, () -> {
                Instant start = Instant.now();
                if (catchThrowable(() -> factory.runInTransaction(ExhaustionTest::count)) != null) {
                    waited.add(Duration.between(start, Instant.now()));
                }
            });
            for (EntityManager holder : holders.subList(leaks, SIZE)) {
                holder.getTransaction().rollback();
                holder.close();
            }
            leaked = holders.subList(0, leaks);
            int times = jpa.expect(
                    cost("times that a unit of work waits for a connection before it gives up")
                            .write("nothing makes it the same: set connectionTimeout to half of what your callers bear")
                            .unspecified()
                            .because(
                                    "the session customizer of this library's EclipseLink artifact: without it EclipseLink waits four times"),
                    on(HIBERNATE, 1),
                    on(ECLIPSELINK, 2));
            return problemsOf(waited, times);
        }
    }

    @Nested
    class More_threads_than_connections {

        @Test
        void are_all_served_if_the_time_suffices_for_the_queue() throws InterruptedException {
            open(Duration.ofSeconds(30));
            AtomicInteger done = new AtomicInteger();

            inThreads(THREADS, UNITS, () -> {
                factory.runInTransaction(ExhaustionTest::count);
                done.incrementAndGet();
            });

            assertThat(done).hasValue(UNITS);
            assertThat(pool.getActiveConnections()).isZero();
            assertThat(pool.getTotalConnections()).isLessThanOrEqualTo(SIZE);
        }
    }

    /** Runs work so many times, on so many threads at once. */
    private static void inThreads(int threads, int times, Runnable work) throws InterruptedException {
        AtomicInteger left = new AtomicInteger(times);
        List<Thread> started = IntStream.range(0, threads)
                .mapToObj(i -> new Thread(() -> {
                    while (left.getAndDecrement() > 0) {
                        work.run();
                    }
                }))
                .toList();
        started.forEach(Thread::start);
        for (Thread thread : started) {
            thread.join();
        }
    }

    private static Long count(EntityManager em) {
        return em.createQuery("select count(g) from Guest g", Long.class).getSingleResult();
    }
}
