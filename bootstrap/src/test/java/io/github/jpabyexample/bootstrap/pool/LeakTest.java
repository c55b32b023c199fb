package io.github.jpabyexample.bootstrap.pool;

import static io.github.jpabyexample.lesson.Level.EXPERT;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import io.github.jpabyexample.bootstrap.Bootstrap;
import io.github.jpabyexample.bootstrap.Connections;
import io.github.jpabyexample.bootstrap.PoolSettings;
import io.github.jpabyexample.bootstrap.UnitSettings;
import io.github.jpabyexample.bootstrap.guestbook.CapturedLog;
import io.github.jpabyexample.lesson.Lesson;
import io.github.jpabyexample.lesson.LessonUnit;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The pool is empty after some hours, and a restart helps until the evening.
 *
 * <p>Choose: units of work that end by themselves, such as runInTransaction; leak detection while you look for the one
 * that does not.
 *
 * <p>Try: leave out the rollback of a failing unit.
 */
@Lesson(
        value =
                "Who forgets to end a transaction keeps its connection; leak detection says in the log which line of the program took it.",
        level = EXPERT,
        terms = {"connection leak", "leak detection", "leakDetectionThreshold"},
        sqlalchemy = "`engine.pool.status()`")
class LeakTest {

    private static final Duration AFTER = Duration.ofSeconds(2);

    @RegisterExtension
    static final LessonUnit jpa = LessonUnit.of("guestbook", "pooled", Bootstrap::pooled);

    private final CapturedLog log = CapturedLog.of("com.zaxxer.hikari.pool.ProxyLeakTask");
    private EntityManagerFactory factory;
    private HikariPoolMXBean pool;

    @BeforeEach
    void open() {
        factory = Bootstrap.open(UnitSettings.named("guestbook")
                .withConnections(new Connections.Pooled(jpa.dataSource()))
                .withPool(PoolSettings.ofSize(2).withLeakDetection(AFTER)));
        pool = factory.unwrap(HikariDataSource.class).getHikariPoolMXBean();
    }

    @AfterEach
    void close() {
        factory.close();
        log.close();
    }

    @Nested
    class A_transaction_that_nobody_ends {

        private EntityManager forgotten;

        @BeforeEach
        void begun() {
            forgotten = factory.createEntityManager();
            forgotten.getTransaction().begin();
            leak(forgotten);
            forgotten.close();
        }

        @AfterEach
        void end() {
            if (forgotten.getTransaction().isActive()) {
                forgotten.getTransaction().rollback();
            }
        }

        @Test
        void keeps_its_connection_and_is_named_in_the_log_with_the_line_that_took_it() throws InterruptedException {
            assertThat(pool.getActiveConnections()).isEqualTo(1);
            Thread.sleep(AFTER.plusMillis(500).toMillis());

            assertThat(log.records()).hasSize(1);
            assertThat(log.records().get(0).getMessage()).contains("Connection leak detection triggered");
            assertThat(log.records().get(0).getThrown()).isNotNull();
            assertThat(Arrays.stream(log.records().get(0).getThrown().getStackTrace())
                            .map(StackTraceElement::getMethodName))
                    .contains("leak");

            forgotten.getTransaction().rollback();
            assertThat(pool.getActiveConnections()).isZero();
            assertThat(log.records().get(1).getMessage()).contains("was returned to the pool (unleaked)");
            jpa.note("The pool takes nothing back: it cannot know whether the unit is slow or lost.");
        }
    }

    @Nested
    class A_unit_of_work_in_time {

        @Test
        void is_not_in_the_log() throws InterruptedException {
            factory.runInTransaction(LeakTest::leak);
            Thread.sleep(AFTER.plusMillis(500).toMillis());

            assertThat(pool.getActiveConnections()).isZero();
            assertThat(log.records()).isEmpty();
        }
    }

    private static void leak(EntityManager em) {
        em.createQuery("select count(g) from Guest g", Long.class).getSingleResult();
    }
}
