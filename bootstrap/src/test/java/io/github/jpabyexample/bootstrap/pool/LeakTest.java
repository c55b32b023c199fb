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
 * After some hours the pool is empty and stays so: somewhere a transaction is begun and never ended. Which line of the
 * program was it?
 *
 * <p>Choose: leak detection in production, with a time longer than the longest honest unit of work;
 * {@code runInTransaction}, after which no connection is lent.
 *
 * <p>Try: leave out {@code forgotten.close()}.
 */
@Lesson(
        value =
                "Who forgets to end a transaction keeps its connection; leak detection says in the log which line of the program took it.",
        level = EXPERT,
        terms = {
            "connection leak",
            "leak detection",
            "leakDetectionThreshold",
            "HikariCP",
            "pool exhausted",
            "transaction left open"
        },
        messages = {
            "Connection leak detection triggered",
            "was returned to the pool (unleaked)",
            "Apparent connection leak detected"
        },
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
