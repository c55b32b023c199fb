package io.github.jpabyexample.bootstrap.watching;

import static io.github.jpabyexample.lesson.Level.WORKING;
import static io.github.jpabyexample.lesson.On.on;
import static io.github.jpabyexample.lesson.observation.Difference.cost;
import static io.github.jpabyexample.testing.Stack.ECLIPSELINK;
import static io.github.jpabyexample.testing.Stack.H2;
import static io.github.jpabyexample.testing.Stack.HIBERNATE;
import static io.github.jpabyexample.testing.Stack.POSTGRESQL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import com.zaxxer.hikari.metrics.IMetricsTracker;
import io.github.jpabyexample.bootstrap.Bootstrap;
import io.github.jpabyexample.bootstrap.Connections;
import io.github.jpabyexample.bootstrap.PoolSettings;
import io.github.jpabyexample.bootstrap.UnitSettings;
import io.github.jpabyexample.bootstrap.guestbook.Guest;
import io.github.jpabyexample.bootstrap.guestbook.Visit;
import io.github.jpabyexample.lesson.Lesson;
import io.github.jpabyexample.lesson.LessonUnit;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import net.ttddyy.dsproxy.QueryCount;
import net.ttddyy.dsproxy.listener.SingleQueryCountHolder;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * How many statements does this page send, and does anybody wait for a connection? In the end a caller reads
 * {@code Connection is not available, request timed out}. Providers count each in its own way; a counter at the data
 * source and a tracker at the pool count by the same lines for all.
 *
 * <p>Choose: datasource-proxy's counter for statements, HikariCP's tracker for what happened at the pool, its MXBean for
 * what happens there now; statistics of a provider only for what neither can see, such as entities.
 *
 * <p>Try: give the pool of {@code open()} a second connection.
 */
@Lesson(
        value =
                "Statements are counted at the data source and connections at the pool, by the same lines for every provider.",
        level = WORKING,
        terms = {
            "query count",
            "N+1",
            "connection pool metrics",
            "HikariCP",
            "HikariPoolMXBean",
            "datasource-proxy",
            "metrics"
        },
        messages = {"Connection is not available, request timed out after"},
        sqlalchemy = "`event.listen(engine, \"after_cursor_execute\", …)`, `engine.pool.status()`")
class CountingTest {

    private static final String VISITS = "select v from Visit v";

    @RegisterExtension
    static final LessonUnit jpa = LessonUnit.of("visits", "pooled", Bootstrap::pooled);

    private final SingleQueryCountHolder counts = new SingleQueryCountHolder();
    private EntityManagerFactory factory;

    @BeforeEach
    void open() {
        factory = Bootstrap.open(UnitSettings.named("visits")
                .withConnections(new Connections.Pooled(ProxyDataSourceBuilder.create("visits", jpa.dataSource())
                        .countQuery(counts)
                        .build()))
                .withPool(PoolSettings.ofSize(1).withConnectionTimeout(Duration.ofMillis(250))));
        jpa.given(em -> {
            for (int day = 1; day <= 3; day++) {
                var guest = new Guest("Guest " + day);
                em.persist(guest);
                em.persist(new Visit(guest, LocalDate.of(2026, 1, day)));
            }
        });
    }

    @AfterEach
    void close() {
        factory.close();
    }

    private static void readGuests(EntityManager em, String query) {
        em.createQuery(query, Visit.class)
                .getResultList()
                .forEach(visit -> assertThat(visit.guest().name()).isNotNull());
    }

    @Nested
    class Statements {

        private QueryCount sentBy(Consumer<EntityManager> work) {
            counts.clear();
            factory.runInTransaction(work);
            return counts.getOrCreateQueryCount("visits");
        }

        @Test
        void of_reading_one_by_one_are_many_and_of_a_join_one() {
            assertThat(sentBy(em -> readGuests(em, VISITS)).getSelect()).isEqualTo(4);
            assertThat(sentBy(em -> readGuests(em, VISITS + " join fetch v.guest"))
                            .getSelect())
                    .isEqualTo(1);
        }

        @Test
        void in_a_batch_are_one() {
            assertThat(sentBy(em -> {
                                for (int i = 0; i < 120; i++) {
                                    em.persist(new Guest("Guest"));
                                }
                            })
                            .getInsert())
                    .isEqualTo(3);
        }

        @Test
        void of_bulk_updates_native_SQL_and_failures_are_in_it() {
            QueryCount sent = sentBy(em -> {
                em.createQuery("delete from Visit v").executeUpdate();
                em.createNativeQuery("update guest set name = 'Emma'").executeUpdate();
                em.createNativeQuery("select name from guest").getResultList();
            });
            assertThat(sent.getDelete()).isEqualTo(1);
            assertThat(sent.getUpdate()).isEqualTo(1);
            assertThat(sent.getSelect()).isEqualTo(1);
            assertThat(sent.getTotal()).isEqualTo(3);

            assertThat(catchThrowable(() -> sentBy(em ->
                            em.createNativeQuery("update guest set name = null").executeUpdate())))
                    .isInstanceOf(PersistenceException.class);
            assertThat(counts.getOrCreateQueryCount("visits").getFailure())
                    .isEqualTo(jpa.expect(
                            cost("failures counted at the data source for one statement that fails")
                                    .write(
                                            "nothing makes it the same: ask whether there was a failure, and not how many")
                                    .unspecified(),
                            on(HIBERNATE, 1L),
                            on(ECLIPSELINK, H2, 1L),
                            on(ECLIPSELINK, POSTGRESQL, 2L)));
            jpa.note(
                    "EclipseLink then asks whether its connection still lives, and PostgreSQL refuses that in a failed transaction.");
        }
    }

    @Nested
    class A_pool {

        private final AtomicInteger borrowed = new AtomicInteger();
        private final AtomicInteger refused = new AtomicInteger();

        @BeforeEach
        void track() {
            factory.unwrap(HikariDataSource.class).setMetricsTrackerFactory((name, figures) -> new IMetricsTracker() {
                @Override
                public void recordConnectionAcquiredNanos(long waited) {
                    borrowed.incrementAndGet();
                }

                @Override
                public void recordConnectionTimeout() {
                    refused.incrementAndGet();
                }
            });
        }

        @Test
        void tells_how_often_a_connection_was_borrowed() {
            factory.runInTransaction(em -> readGuests(em, VISITS));
            factory.runInTransaction(em -> {});
            factory.runInTransaction(em -> em.persist(new Guest("Emma")));

            assertThat(borrowed).hasValue(2);
            try (EntityManager em = factory.createEntityManager()) {
                readGuests(em, VISITS);
            }
            assertThat(borrowed).hasValue(2 + 4);
            jpa.note("Without a transaction it is borrowed for each statement anew.");
        }

        @Test
        void tells_how_many_were_refused() {
            factory.runInTransaction(em -> {
                readGuests(em, VISITS);
                assertThat(catchThrowable(() -> factory.runInTransaction(inner -> readGuests(inner, VISITS))))
                        .isInstanceOf(PersistenceException.class);
            });

            assertThat(refused)
                    .hasValue(jpa.expect(
                            cost("times that one unit of work was refused a connection")
                                    .write("nothing makes it the same: ask whether one was refused, and not how many")
                                    .unspecified()
                                    .because(
                                            "PromptFailure of providers/eclipselink lets it try twice, and not four times"),
                            on(HIBERNATE, 1),
                            on(ECLIPSELINK, 2)));
        }

        @Test
        void tells_who_waits_now() {
            HikariPoolMXBean pool = factory.unwrap(HikariDataSource.class).getHikariPoolMXBean();
            factory.unwrap(HikariDataSource.class).setConnectionTimeout(30_000);
            var second = new AtomicReference<CompletableFuture<Void>>();
            factory.runInTransaction(em -> {
                readGuests(em, VISITS);
                second.set(
                        CompletableFuture.runAsync(() -> factory.runInTransaction(inner -> readGuests(inner, VISITS))));
                while (pool.getThreadsAwaitingConnection() == 0 && !second.get().isDone()) {
                    Thread.onSpinWait();
                }
                assertThat(pool.getActiveConnections()).isEqualTo(1);
                assertThat(pool.getThreadsAwaitingConnection()).isEqualTo(1);
            });

            second.get().join();
            assertThat(pool.getThreadsAwaitingConnection()).isZero();
        }
    }
}
