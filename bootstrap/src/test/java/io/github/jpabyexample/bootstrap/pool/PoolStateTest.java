package io.github.jpabyexample.bootstrap.pool;

import static io.github.jpabyexample.lesson.Level.WORKING;
import static io.github.jpabyexample.testing.Stack.H2;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.github.jpabyexample.bootstrap.Bootstrap;
import io.github.jpabyexample.bootstrap.Connections;
import io.github.jpabyexample.bootstrap.PoolSettings;
import io.github.jpabyexample.bootstrap.UnitSettings;
import io.github.jpabyexample.bootstrap.guestbook.Address;
import io.github.jpabyexample.lesson.Lesson;
import io.github.jpabyexample.lesson.LessonUnit;
import jakarta.persistence.EntityManagerFactory;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Now and then a unit of work runs in a schema, or at an isolation level, for which it never asked: somebody before it
 * changed the connection, and the pool lent it on.
 *
 * <p>Choose: the setters of JDBC, which the pool takes back, and the schema in the URL. What only SQL can change is set for
 * the transaction alone: {@code set local} on PostgreSQL.
 *
 * <p>Try: set the isolation level by {@code setTransactionIsolation} in the claim with the statement.
 */
@Lesson(
        value =
                "What a unit of work changes at its connection by JDBC, the pool takes back; what it changes by SQL, the next borrower inherits.",
        level = WORKING,
        terms = {
            "connection state",
            "isolation level",
            "setSchema",
            "search_path",
            "read-only connection",
            "reset on return",
            "HikariCP"
        },
        sqlalchemy = "`pool_reset_on_return`")
class PoolStateTest {

    @RegisterExtension
    static final LessonUnit jpa = LessonUnit.of("guestbook", "pooled", Bootstrap::pooled);

    private EntityManagerFactory factory;

    @BeforeEach
    void poolOfOne() {
        Address here = Address.of(jpa.dataSource());
        String url =
                jpa.stack().isOn(H2) && !here.url().contains("SCHEMA=") ? here.url() + ";SCHEMA=PUBLIC" : here.url();
        factory = Bootstrap.open(UnitSettings.named("guestbook")
                .withUrl(url, here.user(), here.password())
                .withPool(PoolSettings.ofSize(1)));
    }

    @AfterEach
    void close() {
        factory.close();
    }

    /** What a borrower finds. */
    private record State(boolean readOnly, boolean autoCommit, int isolation, String schema) {

        static State of(Connection connection) throws SQLException {
            return new State(
                    connection.isReadOnly(),
                    connection.getAutoCommit(),
                    connection.getTransactionIsolation(),
                    connection.getSchema());
        }
    }

    @Nested
    class A_connection_that_was_changed {

        @Test
        void by_its_setters_comes_back_as_it_was() throws SQLException {
            State before = borrowed();

            change(connection -> {
                connection.setReadOnly(true);
                connection.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE);
                connection.setSchema(other());
            });

            assertThat(borrowed()).isEqualTo(before);
            jpa.note("The schema only where the URL names it: else the pool does not know what it was.");
        }

        @Test
        void keeps_another_schema_if_the_url_names_none() throws SQLException {
            factory.close();
            factory = Bootstrap.open(UnitSettings.named("guestbook")
                    .withConnections(new Connections.Pooled(jpa.dataSource()))
                    .withPool(PoolSettings.ofSize(1)));

            change(connection -> connection.setSchema(other()));

            assertThat(borrowed().schema()).isEqualTo(other());
        }

        @Test
        void by_a_statement_comes_back_changed() throws SQLException {
            State before = borrowed();

            change(connection -> {
                try (var statement = connection.createStatement()) {
                    statement.execute("set session characteristics as transaction isolation level serializable");
                }
            });

            assertThat(before.isolation()).isEqualTo(Connection.TRANSACTION_READ_COMMITTED);
            assertThat(borrowed().isolation()).isEqualTo(Connection.TRANSACTION_SERIALIZABLE);
            jpa.note(
                    "The pool remembers which setters were called; it does not read statements. On PostgreSQL, set local"
                            + " ends with the transaction.");
        }
    }

    @Nested
    class A_transaction_that_was_left_open {

        @Test
        void is_rolled_back_before_the_next_borrower_comes() throws SQLException {
            try (Connection connection = factory.unwrap(HikariDataSource.class).getConnection();
                    var statement = connection.createStatement()) {
                connection.setAutoCommit(false);
                statement.execute("insert into guest (id, name) values (-1, 'Emma')");
            }

            factory.runInTransaction(em -> assertThat(em.createQuery("select count(g) from Guest g", Long.class)
                            .getSingleResult())
                    .isZero());
            assertThat(jpa.rows("select name from guest").rows()).isEmpty();
        }
    }

    private interface Change {
        void to(Connection connection) throws SQLException;
    }

    private String other() {
        return jpa.stack().isOn(H2) ? "INFORMATION_SCHEMA" : "pg_catalog";
    }

    private void change(Change change) throws SQLException {
        try (Connection connection = factory.unwrap(HikariDataSource.class).getConnection()) {
            change.to(connection);
            if (!connection.getAutoCommit()) {
                connection.commit();
            }
        }
    }

    private State borrowed() throws SQLException {
        try (Connection connection = factory.unwrap(HikariDataSource.class).getConnection()) {
            State state = State.of(connection);
            if (!connection.getAutoCommit()) {
                connection.rollback();
            }
            return state;
        }
    }
}
