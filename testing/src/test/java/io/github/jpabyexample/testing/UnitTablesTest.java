package io.github.jpabyexample.testing;

import static io.github.jpabyexample.testing.Stack.ECLIPSELINK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.jpabyexample.provider.ProviderSettings;
import io.github.jpabyexample.testing.database.TestDatabase;
import io.github.jpabyexample.testing.database.TestDatabase.Server;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.PersistenceConfiguration;
import jakarta.persistence.Table;
import java.io.IOException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class UnitTablesTest {

    @Entity(name = "Order")
    @Table(name = "order")
    static class ReservedTable {
        @Id
        Long id;
    }

    @Entity
    static class ReservedColumn {
        @Id
        Long id;

        @Column(name = "select")
        String choice;
    }

    @Entity
    static class UnknownType {
        @Id
        Long id;

        @Column(columnDefinition = "no_such_type")
        String text;
    }

    @Entity
    static class ReservedCollection {
        @Id
        Long id;

        @ElementCollection
        @CollectionTable(name = "group")
        Set<String> words;
    }

    @Entity
    @Table(name = "country")
    static class Country {
        @Id
        String code;

        String name;

        @ManyToOne
        Country neighbour;

        static Country of(String code) {
            var country = new Country();
            country.code = code;
            return country;
        }
    }

    @Entity(name = "Room")
    @Table(name = "HT_room")
    static class Room {
        @Id
        Long id = 1L;

        int beds;
    }

    @Entity
    @Table(name = "entry", schema = "audit")
    static class Entry {
        @Id
        Long id = 1L;
    }

    // EclipseLink takes a second configuration of one name for the first one, and goes on with its database.
    private static UnitOpener classes(Class<?>... classes) {
        return (unit, dataSource, properties) -> {
            var configuration = new PersistenceConfiguration(unit + "#" + OPENED.incrementAndGet())
                    .provider(ProviderSettings.onClassPath().persistenceProvider())
                    .properties(ProviderSettings.onClassPath().unitSettings())
                    .properties(properties)
                    .property("jakarta.persistence.nonJtaDataSource", dataSource);
            for (Class<?> type : classes) {
                configuration.managedClass(type);
            }
            return configuration.createEntityManagerFactory();
        };
    }

    private static final AtomicInteger OPENED = new AtomicInteger();

    private static SchemaCreation script(String... statements) {
        return dataSource -> {
            try (var connection = dataSource.getConnection();
                    var sql = connection.createStatement()) {
                for (String statement : statements) {
                    sql.execute(statement);
                }
            }
        };
    }

    @Nested
    class That_the_database_refuses {

        @ParameterizedTest
        @ValueSource(classes = {ReservedTable.class, ReservedColumn.class, UnknownType.class, ReservedCollection.class})
        void are_a_refusal_to_open_which_says_which_and_why(Class<?> entity) {
            var jpa = JpaFixture.of("refused-" + entity.getSimpleName(), "classes", classes(entity));

            assertThatIllegalStateException()
                    .isThrownBy(jpa::clean)
                    .withMessageStartingWith("Cannot open the unit 'refused-" + entity.getSimpleName() + "' on ")
                    .withMessageMatching(
                            "(?is).*the database refused a part of its schema:\n  create table .*(order|select|no_such_type|group).* → .*(order|select|no_such_type|group).*")
                    .withMessageContaining("withTables(…)");
        }

        @Test
        void are_those_of_the_mapping_alone_and_not_what_fails_because_it_is_there_already() {
            var jpa = JpaFixture.of("twice", "classes", classes(Country.class))
                    .with("jakarta.persistence.schema-generation.database.action", "drop-and-create");

            jpa.clean();

            assertThat(jpa.rows("select * from country").rows()).isEmpty();
        }
    }

    @Nested
    class That_are_made_in_another_way {

        private static final SchemaCreation SCRIPT = script(
                "create table country (code varchar(2) primary key, name varchar(40), neighbour_code varchar(2))",
                "create table visit (country varchar(2) references country)",
                "insert into country values ('de', 'Germany', null), ('jp', 'Japan', null)");

        private final JpaFixture jpa =
                JpaFixture.of("countries", "classes", classes(Country.class)).withTables(SCRIPT);

        @RepeatedTest(2)
        void are_as_they_were_made_with_the_rows_that_came_with_them_and_no_others() {
            jpa.clean();
            assertThat(jpa.rows("select code from country order by code").rows())
                    .containsExactly(List.of("de"), List.of("jp"));
            assertThat(jpa.rows("select constraint_name from information_schema.table_constraints"
                                    + " where constraint_type = 'FOREIGN KEY' and table_schema = current_schema")
                            .rows())
                    .as("foreign keys, of which the mapping has another one")
                    .hasSize(1);
            assertThat(jpa.sql().everything()).isEmpty();

            jpa.runInTransaction(em -> em.persist(Country.of("xx")));
            jpa.runInTransaction(em ->
                    em.createNativeQuery("insert into visit values ('de')").executeUpdate());

            assertThat(jpa.sql()).hasInserts(2);
        }

        @Test
        void make_one_unit_with_the_same_creation_and_another_one_with_another() {
            var again = JpaFixture.of("countries", "classes", classes(Country.class))
                    .withTables(SCRIPT);
            var mapped = JpaFixture.of("countries", "classes", classes(Country.class));
            var another = mapped.withTables(dataSource -> SCRIPT.create(dataSource));

            assertThat(again.factory()).isSameAs(jpa.factory());
            assertThat(mapped.factory()).isNotSameAs(jpa.factory());
            assertThat(another.factory()).isNotSameAs(jpa.factory());
        }

        @Test
        void may_fail_which_is_the_cause_of_a_refusal_to_open() {
            var broken = jpa.withTables(dataSource -> {
                throw new IOException("no such script");
            });

            assertThatIllegalStateException()
                    .isThrownBy(broken::factory)
                    .withMessageContaining("'countries'")
                    .withMessageContaining(": no such script")
                    .withCauseInstanceOf(IOException.class);
        }
    }

    @Test
    void named_as_a_provider_names_tables_of_its_own_are_in_the_log_all_the_same() {
        var jpa = JpaFixture.of("rooms", "classes", classes(Room.class));
        jpa.clean();

        jpa.runInTransaction(em -> {
            em.persist(new Room());
            em.flush();
            em.createQuery("update Room r set r.beds = 2").executeUpdate();
            em.createQuery("select r.beds from Room r", Integer.class).getSingleResult();
            em.createQuery("delete from Room r").executeUpdate();
        });

        assertThat(jpa.sql()).hasInserts(1).hasUpdates(1).hasSelects(1).hasDeletes(1);
    }

    @Test
    void that_an_opener_makes_in_another_database_than_the_one_it_is_given_are_a_refusal_to_open() {
        try (var another = TestDatabase.requested().open("another")) {
            UnitOpener astray =
                    (unit, given, properties) -> classes(Country.class).open(unit, another.dataSource(), properties);

            assertThatIllegalStateException()
                    .isThrownBy(() -> JpaFixture.of("astray", "astray", astray).factory())
                    .withMessageContaining(
                            ": it works on another database: its opener does not use the data source that it"
                                    + " is given");
        }
    }

    @Nested
    class In_a_schema_of_their_own {

        private final boolean providerMakesSchemas =
                !ProviderSettings.onClassPath().name().equals(ECLIPSELINK);

        @Test
        void are_made_and_emptied_where_the_database_is_the_units_own_and_the_provider_makes_schemas() {
            var jpa = JpaFixture.of("audited", "classes", classes(Entry.class));
            if (!providerMakesSchemas) {
                assertThatIllegalStateException()
                        .isThrownBy(jpa::clean)
                        .withMessageMatching("(?is).*create table audit.entry.* → .*schema \"audit\".*");
                return;
            }
            jpa.given(em -> em.persist(new Entry()));
            assertThat(jpa.rows("select id from audit.entry").rows()).hasSize(1);

            jpa.clean();

            assertThat(jpa.rows("select id from audit.entry").rows()).isEmpty();
        }

        @Test
        void are_emptied_where_something_else_makes_them() {
            var jpa = JpaFixture.of("audited-by-script", "classes", classes(Entry.class))
                    .withTables(script("create schema audit", "create table audit.entry (id bigint primary key)"));
            jpa.given(em -> em.persist(new Entry()));
            assertThat(jpa.rows("select id from audit.entry").rows()).hasSize(1);

            jpa.clean();

            assertThat(jpa.rows("select id from audit.entry").rows()).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(booleans = {true, false})
        void are_refused_and_gone_on_a_server_that_was_there_before(boolean schemaIsThere) throws SQLException {
            String url = "jdbc:h2:mem:before;USER=sa";
            try (var held = DriverManager.getConnection(url);
                    var sql = held.createStatement()) {
                if (schemaIsThere) {
                    sql.execute("create schema audit");
                }
                var requested = new Requested(
                        ProviderSettings.onClassPath(), TestDatabase.named("h2", new Server(url, null, null)));

                assertThatIllegalStateException()
                        .isThrownBy(() -> OpenUnit.opened(
                                UnitKey.of("audited-" + schemaIsThere, "classes"), classes(Entry.class), requested))
                        .withMessageMatching(
                                schemaIsThere || providerMakesSchemas
                                        ? "(?s).*: it makes table \"AUDIT\".\"ENTRY\".* a unit has one schema: .*"
                                        : "(?is).*create table audit.entry.* → schema \"audit\" not found.*");

                try (var left = sql.executeQuery("select schema_name from information_schema.schemata"
                        + " where schema_name not in ('PUBLIC', 'INFORMATION_SCHEMA')"
                        + " union all select table_name from information_schema.tables where table_schema = 'AUDIT'")) {
                    assertThat(left.next()).isEqualTo(schemaIsThere);
                    assertThat(left.next()).isFalse();
                }
            }
        }
    }
}
