package io.github.jpabyexample.bootstrap.several;

import static io.github.jpabyexample.lesson.Level.EXPERT;
import static io.github.jpabyexample.lesson.On.on;
import static io.github.jpabyexample.lesson.observation.Difference.data;
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
 * Reads shall go to a second database, and somebody does not find what he has just saved.
 *
 * <p>Choose: a second factory for reads that may be a little late; the first one for what follows a write of the same
 * caller.
 *
 * <p>Try: write through the factory of the replica.
 */
@Lesson(
        value = "A read replica is a second factory over the same classes: who asks it reads what has arrived so far.",
        level = EXPERT,
        terms = {"read replica", "read-only connection", "routing", "stale read"},
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

    // What the database does by itself, a moment later.
    private void replicate() {
        for (List<String> row : jpa.rows("select id, name from guest").rows()) {
            replicaDatabase.execute("insert into guest (id, name) values (%s, '%s')".formatted(row.get(0), row.get(1)));
        }
    }

    @Nested
    class A_row_that_was_just_written {

        @Test
        void is_at_the_primary_and_later_at_the_replica() {
            assertThat(names(primary)).containsExactly("Emma");
            assertThat(names(replica)).isEmpty();

            replicate();
            assertThat(names(replica)).containsExactly("Emma");
            jpa.note("So what follows a write of the same caller is read at the primary.");
        }
    }

    @Nested
    class A_write_at_the_replica {

        @Test
        void is_refused_by_the_database_where_its_connections_are_read_only() {
            Throwable refused = catchThrowable(() -> replica.runInTransaction(em -> em.persist(new Guest("Harriet"))));

            assertThat(refused != null)
                    .isEqualTo(jpa.expect(
                            data("a write through a connection that is read-only is refused")
                                    .write("a user of the database who may not write")
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
