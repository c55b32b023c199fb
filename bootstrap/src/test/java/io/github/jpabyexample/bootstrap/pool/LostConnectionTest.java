package io.github.jpabyexample.bootstrap.pool;

import static io.github.jpabyexample.lesson.Level.EXPERT;
import static io.github.jpabyexample.lesson.On.on;
import static io.github.jpabyexample.lesson.observation.Difference.exception;
import static io.github.jpabyexample.testing.Stack.ECLIPSELINK;
import static io.github.jpabyexample.testing.Stack.HIBERNATE;
import static io.github.jpabyexample.testing.Stack.POSTGRESQL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.zaxxer.hikari.HikariDataSource;
import io.github.jpabyexample.bootstrap.Bootstrap;
import io.github.jpabyexample.bootstrap.Connections;
import io.github.jpabyexample.bootstrap.PoolSettings;
import io.github.jpabyexample.bootstrap.UnitSettings;
import io.github.jpabyexample.bootstrap.guestbook.Guest;
import io.github.jpabyexample.lesson.Lesson;
import io.github.jpabyexample.lesson.LessonUnit;
import io.github.jpabyexample.lesson.OnlyOn;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The database was restarted, or the network dropped what was idle, and the first requests fail: "terminating connection due
 * to administrator command".
 *
 * <p>Choose: a pool that tries a connection before it lends it, and units of work that their callers may repeat;
 * {@code aliveBypassWindowMs=0} where a failure costs more than a round trip.
 *
 * <p>Try: {@code open(false)} in {@code lostNow}.
 */
@OnlyOn(value = POSTGRESQL, because = "an H2 in memory has no server that ends connections")
@Lesson(
        value =
                "A pool tries a connection before it lends it, unless it was in use just now: what is lost while idle costs nobody a unit of work.",
        level = EXPERT,
        terms = {
            "lost connection",
            "database restart",
            "connection validation",
            "pre-ping",
            "HikariCP",
            "retry",
            "keepalive"
        },
        messages = {"terminating connection due to administrator command", "Connection is closed"},
        sqlalchemy = "`pool_pre_ping=True`, `pool_recycle`")
class LostConnectionTest {

    private static final int SIZE = 3;
    // Before EclipseLink, by default, connects again.
    private static final Duration DELAY = Duration.ofSeconds(5);
    // HikariCP trusts a connection for half a second after its last use, and reads here whether for longer: so that the
    // speed of the machine does not decide which of the two is seen.
    private static final String TRUST = "com.zaxxer.hikari.aliveBypassWindowMs";

    @RegisterExtension
    static final LessonUnit jpa = LessonUnit.of("guestbook", "pooled", Bootstrap::pooled);

    private EntityManagerFactory factory;

    private void open(boolean trusts) {
        System.setProperty(TRUST, trusts ? "60000" : "-1");
        factory = Bootstrap.open(UnitSettings.named("guestbook")
                .withConnections(new Connections.Pooled(jpa.dataSource()))
                .withPool(PoolSettings.ofSize(SIZE).withConnectionTimeout(Duration.ofSeconds(3))));
    }

    @AfterEach
    void close() {
        System.clearProperty(TRUST);
        factory.close();
    }

    @Nested
    class Connections_that_were_lost_while_idle {

        @BeforeEach
        void lostForAWhile() throws SQLException {
            open(false);
            loseAll();
        }

        @Test
        void are_replaced_before_the_next_unit_of_work_gets_one() {
            for (int i = 0; i < SIZE + 1; i++) {
                factory.runInTransaction(em -> em.persist(new Guest("Emma")));
            }

            assertThat(jpa.rows("select name from guest").rows()).hasSize(SIZE + 1);
        }
    }

    @Nested
    class Connections_that_were_lost_right_after_use {

        @BeforeEach
        void lostNow() throws SQLException {
            open(true);
            loseAll();
        }

        @Test
        void each_fail_one_unit_of_work_and_are_replaced_then() {
            List<Boolean> succeeded = IntStream.rangeClosed(0, SIZE)
                    .mapToObj(i -> catchThrowable(() -> factory.runInTransaction(LostConnectionTest::count)) == null)
                    .toList();

            assertThat(succeeded).containsExactly(false, false, false, true);
            jpa.note("No provider repeats a transaction: it cannot know what else its unit of work has done. Who"
                    + " cannot bear it starts the JVM with -Dcom.zaxxer.hikari.aliveBypassWindowMs=0, for a round trip"
                    + " more with each unit.");
        }

        @Test
        void fail_a_read_outside_of_a_transaction_at_once_too() {
            Instant start = Instant.now();
            try (EntityManager em = factory.createEntityManager()) {
                assertThat(catchThrowable(() -> count(em))).isInstanceOf(PersistenceException.class);
            }

            assertThat(Duration.between(start, Instant.now())).isLessThan(DELAY);
        }
    }

    @Nested
    class A_provider_with_its_own_settings {

        @Test
        void fails_such_a_read_or_repeats_it_after_five_seconds() throws SQLException {
            try (var pool = new HikariDataSource()) {
                pool.setDataSource(jpa.dataSource());
                pool.setMaximumPoolSize(SIZE);
                System.setProperty(TRUST, "60000");
                Map<String, Object> properties = Map.of("jakarta.persistence.nonJtaDataSource", pool);
                factory = Persistence.createEntityManagerFactory("guestbook", properties);
                factory.createEntityManager().close();
                loseAll(pool);

                Instant start = Instant.now();
                Throwable failure;
                try (EntityManager em = factory.createEntityManager()) {
                    failure = catchThrowable(() -> count(em));
                }
                boolean delayed = Duration.between(start, Instant.now()).compareTo(DELAY) >= 0;
                assertThat((failure == null ? "succeeds" : "fails") + (delayed ? " after 5 s" : " at once"))
                        .isEqualTo(jpa.expect(
                                exception(
                                                "a read outside of a transaction that gets a connection lost just now, by default")
                                        .write("let Bootstrap open the unit: it fails at once on both")
                                        .unspecified()
                                        .because(
                                                "EclipseLink connects and reads again after 5 s by default; this library's session customizer sets that time to 0"),
                                on(HIBERNATE, "fails at once"),
                                on(ECLIPSELINK, "succeeds after 5 s")));
            }
        }
    }

    private void loseAll() throws SQLException {
        loseAll(factory.unwrap(HikariDataSource.class));
    }

    private static void loseAll(HikariDataSource pool) throws SQLException {
        List<Connection> lent = new ArrayList<>();
        for (int i = 0; i < SIZE; i++) {
            lent.add(pool.getConnection());
        }
        for (Connection connection : lent) {
            lose(connection);
            connection.close();
        }
    }

    // As a server does with each when it is restarted.
    private static void lose(Connection connection) throws SQLException {
        int server;
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select pg_backend_pid()")) {
            row.next();
            server = row.getInt(1);
        }
        if (!connection.getAutoCommit()) {
            connection.commit();
        }
        try (var other = jpa.dataSource().getConnection();
                var statement = other.createStatement()) {
            statement.execute("select pg_terminate_backend(" + server + ")");
        }
    }

    private static Long count(EntityManager em) {
        return em.createQuery("select count(g) from Guest g", Long.class).getSingleResult();
    }
}
