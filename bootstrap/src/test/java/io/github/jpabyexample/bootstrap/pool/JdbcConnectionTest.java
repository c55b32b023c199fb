package io.github.jpabyexample.bootstrap.pool;

import static io.github.jpabyexample.lesson.Level.WORKING;
import static io.github.jpabyexample.lesson.On.on;
import static io.github.jpabyexample.lesson.observation.Difference.exception;
import static io.github.jpabyexample.testing.Stack.ECLIPSELINK;
import static io.github.jpabyexample.testing.Stack.HIBERNATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.jpabyexample.bootstrap.Bootstrap;
import io.github.jpabyexample.bootstrap.guestbook.Address;
import io.github.jpabyexample.bootstrap.guestbook.Guest;
import io.github.jpabyexample.lesson.Lesson;
import io.github.jpabyexample.lesson.LessonUnit;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * You need the JDBC connection of the running transaction. {@code callWithConnection} passes {@code null} on EclipseLink,
 * and {@code unwrap(Connection.class)} fails on Hibernate.
 *
 * <p>Choose: both ways in turn, as {@code withConnection} does it, within a transaction. And give the provider a pool in
 * place of its own, whose size nobody chose.
 *
 * <p>Try: call {@code withConnection} before {@code begin()}.
 */
@Lesson(
        value =
                "A unit of work can lend its JDBC connection: the standard way works for one provider, the old way for the other.",
        level = WORKING,
        terms = {
            "JDBC connection",
            "unwrap",
            "callWithConnection",
            "runWithConnection",
            "connection pool",
            "native JDBC",
            "DataSource"
        },
        messages = {
            "Hibernate cannot unwrap",
            "The internal connection pool has reached its maximum size and no connection is currently available"
        },
        sqlalchemy = "`session.connection()`")
class JdbcConnectionTest {

    @RegisterExtension
    static final LessonUnit jpa = LessonUnit.of("guestbook", "pooled", Bootstrap::pooled);

    @Nested
    class In_a_transaction {

        @Test
        void runWithConnection_gives_the_connection_or_null() {
            jpa.runInTransaction(em -> em.<Connection>runWithConnection(connection -> assertThat(connection != null)
                    .isEqualTo(jpa.expect(
                            exception("callWithConnection gives the connection of a unit that has a DataSource")
                                    .write(
                                            "connection != null ? connection : em.unwrap(Connection.class), in a transaction")
                                    .follows("EntityManager Interface", HIBERNATE),
                            on(HIBERNATE, true),
                            on(ECLIPSELINK, false)))));
        }

        @Test
        void unwrap_gives_the_connection_or_refuses() {
            jpa.runInTransaction(em -> {
                Throwable refused = catchThrowable(() -> em.unwrap(Connection.class));

                assertThat(
                                refused == null
                                        ? "the connection"
                                        : refused.getClass().getSimpleName())
                        .isEqualTo(jpa.expect(
                                exception("unwrap(Connection.class) in a transaction")
                                        .write(
                                                "callWithConnection first; where it passes null, em.unwrap(Connection.class)")
                                        .leftOpen("EntityManager Interface"),
                                on(HIBERNATE, PersistenceException.class.getSimpleName()),
                                on(ECLIPSELINK, "the connection")));
            });
        }

        @Test
        void whichever_gives_it_sees_what_the_transaction_has_flushed_and_is_rolled_back_with_it() {
            try (EntityManager em = jpa.factory().createEntityManager()) {
                em.getTransaction().begin();
                em.persist(new Guest("Emma"));
                em.flush();

                int updated = withConnection(em, connection -> {
                    try (var statement = connection.createStatement()) {
                        return statement.executeUpdate("update guest set name = 'Harriet' where name = 'Emma'");
                    }
                });
                assertThat(updated).isEqualTo(1);
                em.getTransaction().rollback();
            }
            assertThat(jpa.rows("select name from guest").rows()).isEmpty();
        }
    }

    @Nested
    class Outside_of_a_transaction {

        @Test
        void callWithConnection_gives_one_on_hibernate_alone() {
            try (EntityManager em = jpa.factory().createEntityManager()) {
                boolean given = em.callWithConnection((Connection connection) -> connection != null);

                assertThat(given)
                        .isEqualTo(jpa.expect(
                                exception("callWithConnection gives a connection outside of a transaction")
                                        .write("begin a transaction, then as in it")
                                        .leftOpen("EntityManager Interface"),
                                on(HIBERNATE, true),
                                on(ECLIPSELINK, false)));
            }
        }
    }

    @Nested
    class The_providers_own_pool {

        @Test
        void has_a_size_that_nobody_chose_and_refuses_or_blocks() throws InterruptedException {
            Address here = Address.of(jpa.dataSource());
            Map<String, Object> properties = Map.of(
                    "jakarta.persistence.jdbc.url", here.url(),
                    "jakarta.persistence.jdbc.user", here.user(),
                    "jakarta.persistence.jdbc.password", here.password());
            try (var factory = Persistence.createEntityManagerFactory("guestbook", properties)) {
                AtomicInteger lent = new AtomicInteger();
                String end = takeAll(factory, lent);

                assertThat(lent.get() + ", then " + end)
                        .isEqualTo(jpa.expect(
                                exception("connections of the provider's own pool, and what the next one gets")
                                        .write("a pool as jakarta.persistence.nonJtaDataSource, as Bootstrap makes one")
                                        .unspecified(),
                                on(HIBERNATE, "20, then HibernateException"),
                                on(ECLIPSELINK, "32, then it waits")));
            }
            jpa.note("Neither tries a connection before lending it. Give them a pool.");
        }

        private static String takeAll(EntityManagerFactory factory, AtomicInteger lent) throws InterruptedException {
            List<EntityManager> managers = new java.util.concurrent.CopyOnWriteArrayList<>();
            String[] end = {"it waits"};
            var taker = new Thread(() -> {
                try {
                    while (true) {
                        EntityManager em = factory.createEntityManager();
                        em.getTransaction().begin();
                        managers.add(em);
                        em.persist(new Guest("Emma"));
                        em.flush();
                        lent.incrementAndGet();
                    }
                } catch (RuntimeException e) {
                    end[0] = e.getClass().getSimpleName();
                }
            });
            taker.start();
            int before;
            do {
                before = lent.get();
                taker.join(1_000);
            } while (taker.isAlive() && lent.get() > before);
            String found = end[0];
            int taken = lent.get();
            taker.interrupt();
            managers.stream().limit(taken).forEach(em -> em.getTransaction().rollback());
            taker.join(10_000);
            managers.forEach(em -> {
                if (em.getTransaction().isActive()) {
                    em.getTransaction().rollback();
                }
                em.close();
            });
            lent.set(taken);
            return found;
        }
    }

    private interface Work<T> {
        T with(Connection connection) throws SQLException;
    }

    private static <T> T withConnection(EntityManager em, Work<T> work) {
        return em.callWithConnection(
                (Connection given) -> work.with(given != null ? given : em.unwrap(Connection.class)));
    }
}
