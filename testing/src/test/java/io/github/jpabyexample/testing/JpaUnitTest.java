package io.github.jpabyexample.testing;

import static io.github.jpabyexample.testing.Stack.ECLIPSELINK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.jpabyexample.testing.garden.Bed;
import io.github.jpabyexample.testing.garden.Label;
import io.github.jpabyexample.testing.garden.Plant;
import io.github.jpabyexample.testing.garden.Tree;
import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.h2.jdbc.JdbcConnection;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.postgresql.PGConnection;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class JpaUnitTest {

    @RegisterExtension
    static final JpaUnit jpa = JpaUnit.of("Garden-unit");

    @RegisterExtension
    static final JpaUnit cached = JpaUnit.of("Garden-unit").with("jakarta.persistence.sharedCache.mode", "ALL");

    @Nested
    class Each_test {

        @RepeatedTest(2)
        void starts_without_rows_and_without_a_log() {
            assertThat(jpa.rows("select id from bed").rows()).isEmpty();
            assertThat(jpa.rows("select id from plant").rows()).isEmpty();
            assertThat(jpa.sql().everything()).isEmpty();

            jpa.runInTransaction(em -> em.persist(Bed.with("herbs", "sage", "thyme")));
            jpa.runInTransaction(em -> em.persist(new Tree("apple", 4)));

            assertThat(jpa.sql()).insertsInto("bed", 1).insertsInto("plant", 3).insertsInto("tree", 1);
        }

        @RepeatedTest(2)
        void may_leave_rows_that_only_a_native_statement_or_another_connection_wrote() throws Exception {
            assertThat(jpa.rows("select id from bed").rows()).isEmpty();

            try (var connection = jpa.dataSource().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("insert into bed (id, name) values (-1, 'herbs')");
            }
        }

        @RepeatedTest(2)
        void may_leave_rows_however_they_came() throws SQLException, IOException {
            assertThat(jpa.rows("select id from bed").rows()).isEmpty();

            try (var connection = jpa.dataSource().getConnection()) {
                insertBed(connection.getMetaData().getConnection());
                if (connection.isWrapperFor(PGConnection.class)) {
                    connection
                            .unwrap(PGConnection.class)
                            .getCopyAPI()
                            .copyIn("copy bed (id, name) from stdin", new StringReader("-2\therbs\n"));
                } else {
                    insertBed(connection.unwrap(JdbcConnection.class));
                }
            }

            assertThat(jpa.rows("select id from bed").rows()).hasSize(2);
        }

        private static void insertBed(Connection past) throws SQLException {
            try (var statement = past.createStatement()) {
                statement.execute("insert into bed (id, name) select coalesce(max(id), 0) + 1, 'herbs' from bed");
            }
        }

        @RepeatedTest(3)
        void finds_the_table_of_a_generator_as_the_schema_made_it() {
            var first = new Label();
            jpa.runInTransaction(em -> List.of(first, new Label(), new Label()).forEach(em::persist));

            assertThat(first.id()).isPositive();
            assertThat(jpa.rows("select id from label").rows()).hasSize(3);
        }
    }

    @Nested
    class A_given_state {

        private final Bed herbs = Bed.with("herbs", "sage", "thyme");

        @BeforeEach
        void stored() {
            jpa.given(em -> em.persist(herbs));
            cached.given(em -> em.persist(new Bed("berries")));
        }

        @Test
        void is_committed_and_leaves_no_log() {
            assertThat(jpa.sql()).isEmpty();
            assertThat(jpa.rows("select name from plant order by name").rows())
                    .containsExactly(List.of("sage"), List.of("thyme"));
        }

        @Test
        void is_not_in_memory_even_with_a_shared_cache() {
            Long id =
                    Long.valueOf(cached.rows("select id from bed").rows().get(0).get(0));
            // Not in a transaction: what is read there does not fill EclipseLink's shared cache.
            Runnable find = () -> {
                try (var em = cached.factory().createEntityManager()) {
                    assertThat(em.find(Bed.class, id).name()).isEqualTo("berries");
                }
            };

            assertThat(cached.sqlOf(find)).hasSelects(1);
            int again = cached.stack().isOn(ECLIPSELINK) ? 0 : 1;
            assertThat(cached.sqlOf(find)).hasSelects(again);
        }

        @Test
        void is_in_the_database_of_its_own_unit_alone() {
            assertThat(jpa.rows("select name from bed").rows()).containsExactly(List.of("herbs"));
            assertThat(cached.rows("select name from bed").rows()).containsExactly(List.of("berries"));
        }

        @Test
        void is_read_lazily() {
            jpa.runInTransaction(em -> em.find(Bed.class, herbs.id()));
            assertThat(jpa.sql()).hasSelects(1).doesNotMention("sage");

            var plants = jpa.sqlOf(() -> jpa.runInTransaction(
                    em -> assertThat(em.find(Bed.class, herbs.id()).plants()).hasSize(2)));
            assertThat(plants.statements()).extracting(sql -> sql.table()).contains("bed", "plant");
        }
    }

    @Nested
    class A_bulk_update_of_two_tables {

        @Test
        void is_in_the_log_though_the_provider_keeps_ids_in_tables_of_its_own() {
            jpa.given(em -> em.persist(new Tree("apple", 4)));

            jpa.runInTransaction(em -> em.createQuery("update Tree t set t.name = 'pear', t.height = 5")
                    .executeUpdate());

            assertThat(jpa.sql())
                    .mentions("update tree")
                    .mentions("update plant")
                    .hasNoSelects()
                    .hasNoInserts()
                    .hasNoDeletes();
            assertThat(jpa.rows("select name, height from plant join tree on tree.id = plant.id")
                            .rows())
                    .containsExactly(List.of("pear", "5"));
        }
    }

    @Test
    void rows_that_the_database_refuses_to_read_are_refused_with_the_query() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> jpa.rows("select nothing from nowhere"))
                .withMessageStartingWith("Cannot read the rows of: select nothing from nowhere: ");
    }

    @Test
    void a_failure_of_the_database_is_in_the_log() {
        jpa.given(em -> em.persist(new Plant("sage", null)));

        try {
            jpa.runInTransaction(em -> em.persist(new Plant("sage", null)));
        } catch (RuntimeException expected) {
            assertThat(jpa.sql().statements())
                    .anySatisfy(sql -> assertThat(sql.failure()).isNotBlank());
        }

        assertThat(jpa.sql()).hasInserts(1).insertsInto("plant", 0);
    }
}
