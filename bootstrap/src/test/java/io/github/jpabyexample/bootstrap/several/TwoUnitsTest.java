package io.github.jpabyexample.bootstrap.several;

import static io.github.jpabyexample.lesson.Level.EXPERT;
import static io.github.jpabyexample.lesson.On.on;
import static io.github.jpabyexample.lesson.observation.Difference.data;
import static io.github.jpabyexample.testing.Stack.ECLIPSELINK;
import static io.github.jpabyexample.testing.Stack.HIBERNATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.github.jpabyexample.bootstrap.Bootstrap;
import io.github.jpabyexample.bootstrap.Connections;
import io.github.jpabyexample.bootstrap.PoolSettings;
import io.github.jpabyexample.bootstrap.SchemaAction;
import io.github.jpabyexample.bootstrap.UnitSettings;
import io.github.jpabyexample.bootstrap.guestbook.EmptyDatabase;
import io.github.jpabyexample.bootstrap.guestbook.Guest;
import io.github.jpabyexample.bootstrap.guestbook.Visit;
import io.github.jpabyexample.lesson.Lesson;
import io.github.jpabyexample.lesson.LessonUnit;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceConfiguration;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * One program works with two databases, and a row turns up in the wrong one; or one of two transactions commits, and the
 * other then fails. Each unit has transactions of its own, and a provider may go by the name of a unit.
 *
 * <p>Choose: a name of its own for each unit, or {@code Bootstrap}, which gives it one; first the write that must not be
 * lost, then the one that can be repeated; JTA, which is not shown here, where both must be one transaction.
 *
 * <p>Try: let the exception in {@code Work_in_both} be thrown before the inner transaction begins.
 */
@Lesson(
        value =
                "Two units with names of their own have each a database, a pool, a set of entities and transactions; no transaction is in both.",
        level = EXPERT,
        terms = {
            "multiple persistence units",
            "two databases",
            "two data sources",
            "resource-local transaction",
            "JTA",
            "XA",
            "distributed transaction"
        },
        messages = {"Unknown entity type", "Unknown Entity bean class"},
        sqlalchemy = "two engines, `Session(binds={…})`")
class TwoUnitsTest {

    @RegisterExtension
    static final LessonUnit jpa = LessonUnit.of("guestbook", "pooled", Bootstrap::pooled);

    private final EmptyDatabase otherDatabase = new EmptyDatabase();
    private final EntityManagerFactory visits = Bootstrap.open(UnitSettings.named("visits")
            .withConnections(new Connections.Pooled(otherDatabase.dataSource()))
            .withPool(PoolSettings.ofSize(2))
            .withSchema(SchemaAction.CREATE));

    @AfterEach
    void close() {
        visits.close();
        otherDatabase.close();
    }

    @Nested
    class An_entity_that_both_units_have {

        @Test
        void has_rows_in_each_of_their_databases() {
            jpa.factory().runInTransaction(em -> em.persist(new Guest("Emma")));
            visits.runInTransaction(em -> em.persist(new Guest("Harriet")));

            assertThat(jpa.rows("select name from guest").rows()).containsExactly(List.of("Emma"));
            assertThat(otherDatabase.column("select name from guest")).containsExactly("Harriet");
        }
    }

    @Nested
    class An_entity_of_one_unit {

        @Test
        void is_unknown_to_the_other() {
            assertThatThrownBy(() -> jpa.runInTransaction(em -> em.find(Visit.class, 1L)))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThat(visits.getMetamodel().getEntities()).hasSize(2);
            assertThat(jpa.factory().getMetamodel().getEntities()).hasSize(1);
        }
    }

    @Nested
    class Two_units_of_one_name {

        @Test
        void are_two_on_Hibernate_and_share_one_database_on_EclipseLink() {
            try (EntityManagerFactory one = configured("by name", jpa.dataSource());
                    EntityManagerFactory other = configured("by name", otherDatabase.dataSource())) {
                one.runInTransaction(em -> em.persist(new Guest("Emma")));
                other.runInTransaction(em -> em.persist(new Guest("Harriet")));
            }

            assertThat(jpa.rows("select name from guest order by name").rows().size())
                    .isEqualTo(jpa.expect(
                            data("rows in the database of the first of two PersistenceConfigurations of one name, after one"
                                            + " insert through each")
                                    .write("another name for each, as Bootstrap.open gives it")
                                    .leftOpen("jakarta.persistence.PersistenceConfiguration Class"),
                            on(HIBERNATE, 1),
                            on(ECLIPSELINK, 2)));
            jpa.note("EclipseLink goes by the name: the second has the session of the first, and so its database.");
        }

        @Test
        void are_two_if_bootstrap_opens_them() {
            UnitSettings settings = UnitSettings.named("by bootstrap").withClasses(Guest.class);
            try (EntityManagerFactory one = Bootstrap.open(settings.withDataSource(jpa.dataSource()));
                    EntityManagerFactory other = Bootstrap.open(settings.withDataSource(otherDatabase.dataSource()))) {
                one.runInTransaction(em -> em.persist(new Guest("Emma")));
                other.runInTransaction(em -> em.persist(new Guest("Harriet")));
                assertThat(List.of(one.getName(), other.getName())).containsOnly("by bootstrap");
            }

            assertThat(jpa.rows("select name from guest").rows()).containsExactly(List.of("Emma"));
            assertThat(otherDatabase.column("select name from guest")).containsExactly("Harriet");
        }

        private static EntityManagerFactory configured(String name, DataSource dataSource) {
            return new PersistenceConfiguration(name)
                    .managedClass(Guest.class)
                    .property("jakarta.persistence.nonJtaDataSource", dataSource)
                    .createEntityManagerFactory();
        }
    }

    @Nested
    class Work_in_both {

        @Test
        void is_two_transactions_of_which_one_may_fail_alone() {
            assertThatThrownBy(() -> jpa.factory().runInTransaction(em -> {
                        em.persist(new Guest("Emma"));
                        visits.runInTransaction(other -> other.persist(new Guest("Emma")));
                        throw new IllegalStateException("after the other has committed");
                    }))
                    .isInstanceOf(IllegalStateException.class);

            assertThat(jpa.rows("select name from guest").rows()).isEmpty();
            assertThat(otherDatabase.column("select name from guest")).containsExactly("Emma");
            jpa.note(
                    "One transaction over two databases takes JTA. Without it, write what must not be lost first, and be"
                            + " able to repeat the rest.");
        }
    }

    @Nested
    class Each_pool {

        @Test
        void ends_with_its_own_factory() {
            var pool = visits.unwrap(HikariDataSource.class);

            visits.close();

            assertThat(pool.isClosed()).isTrue();
            assertThat(jpa.factory().isOpen()).isTrue();
            jpa.factory().runInTransaction(em -> em.persist(new Guest("Emma")));
        }
    }
}
