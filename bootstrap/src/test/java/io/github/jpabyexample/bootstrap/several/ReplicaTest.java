package io.github.jpabyexample.bootstrap.several;

import static io.github.jpabyexample.lesson.Level.EXPERT;
import static io.github.jpabyexample.lesson.On.on;
import static io.github.jpabyexample.lesson.observation.Difference.exception;
import static io.github.jpabyexample.testing.Stack.H2;
import static io.github.jpabyexample.testing.Stack.POSTGRESQL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.zaxxer.hikari.HikariDataSource;
import io.github.jpabyexample.bootstrap.Bootstrap;
import io.github.jpabyexample.bootstrap.Connections;
import io.github.jpabyexample.bootstrap.SchemaAction;
import io.github.jpabyexample.bootstrap.UnitSettings;
import io.github.jpabyexample.bootstrap.guestbook.EmptyDatabase;
import io.github.jpabyexample.bootstrap.guestbook.Guest;
import io.github.jpabyexample.lesson.Lesson;
import io.github.jpabyexample.lesson.LessonUnit;
import jakarta.persistence.EntityManagerFactory;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Reads are to go to another database than writes, and a user who has just saved something does not find it. A second
 * factory over the same classes reads there; here a loop in the test copies the rows, since how a database copies them is
 * not the matter of JPA.
 *
 * <p>Choose: the second factory for reads that may be a little old; the first one for all that follows a write of the same
 * caller.
 *
 * <p>Try: persist a second guest after the rows were copied, and ask both factories.
 */
@Lesson(
        value =
                "Reads go to another database through a second factory over the same classes, and see what has been copied there so far.",
        level = EXPERT,
        terms = {"read replica", "read-only connection", "routing data source", "read/write splitting", "stale read"},
        messages = {"cannot execute nextval() in a read-only transaction"},
        sqlalchemy = "`Session.get_bind`")
class ReplicaTest {

    @RegisterExtension
    static final LessonUnit jpa = LessonUnit.of("guestbook", "pooled", Bootstrap::pooled);

    private final EmptyDatabase replicaDatabase = new EmptyDatabase();
    private EntityManagerFactory primary;
    private EntityManagerFactory replica;
    private HikariDataSource readOnly;

    @BeforeEach
    void open() {
        UnitSettings settings = UnitSettings.named("guestbook");
        primary = jpa.factory();
        Bootstrap.open(settings.withConnections(new Connections.Pooled(replicaDatabase.dataSource()))
                        .withSchema(SchemaAction.CREATE))
                .close();
        readOnly = new HikariDataSource();
        readOnly.setDataSource(replicaDatabase.dataSource());
        readOnly.setMaximumPoolSize(2);
        readOnly.setReadOnly(true);
        if (jpa.stack().isOn(POSTGRESQL)) {
            readOnly.setConnectionInitSql("set default_transaction_read_only = on");
        }
        replica = Bootstrap.open(settings.withDataSource(readOnly));
        primary.runInTransaction(em -> em.persist(new Guest("Emma")));
    }

    @AfterEach
    void close() {
        replica.close();
        readOnly.close();
        replicaDatabase.close();
    }

    // In place of what a database does by itself, and of all that can go wrong with it.
    private void copyRows() {
        for (List<String> row : jpa.rows("select id, name from guest").rows()) {
            replicaDatabase.execute("insert into guest (id, name) values (%s, '%s')".formatted(row.get(0), row.get(1)));
        }
    }

    @Nested
    class A_row_that_was_just_written {

        @Test
        void is_not_seen_through_the_second_factory_before_it_is_copied() {
            assertThat(names(primary)).containsExactly("Emma");
            assertThat(names(replica)).isEmpty();

            copyRows();
            assertThat(names(replica)).containsExactly("Emma");
            jpa.note("So what follows a write of the same caller is read at the primary.");
        }
    }

    @Nested
    class A_write_through_the_second_factory {

        @Test
        void is_refused_by_PostgreSQL_and_not_by_H2_where_its_connections_are_read_only() {
            Throwable refused = catchThrowable(() -> replica.runInTransaction(em -> em.persist(new Guest("Harriet"))));

            assertThat(refused != null)
                    .isEqualTo(jpa.expect(
                            exception("a write through a connection that is read-only is refused")
                                    .write("a user of the database who may only select, for the second factory")
                                    .unspecified(),
                            on(H2, false),
                            on(POSTGRESQL, true)));
            assertThat(names(primary)).containsExactly("Emma");
        }
    }

    private static List<String> names(EntityManagerFactory factory) {
        return factory.callInTransaction(
                em -> em.createQuery("select g.name from Guest g", String.class).getResultList());
    }
}
