package io.github.jpabyexample.testing.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.jpabyexample.testing.database.TestDatabase.Server;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TestDatabaseTest {

    @Nested
    class A_name {

        @Test
        void that_nobody_knows_is_refused_with_those_that_are_known() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> TestDatabase.named("oracle", null))
                    .withMessage("No database is called 'oracle'; known are [h2, postgresql]");
        }

        @Test
        void that_does_not_fit_the_URL_is_refused() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> TestDatabase.named("h2", new Server("jdbc:postgresql://db/shop", null, null)))
                    .withMessage("The tests run on h2, but jpa.database.url is jdbc:postgresql://db/shop: choose the"
                            + " database of that server with -Djpa.database, or leave the URL out");
        }

        @ParameterizedTest
        @ValueSource(strings = {"h2", "postgresql"})
        void that_is_known_is_kept(String name) {
            assertThat(TestDatabase.named(name, null).name()).isEqualTo(name);
        }
    }

    @Nested
    class A_server {

        private final Properties before = (Properties) System.getProperties().clone();

        // In a build on all stacks a server of another database is not asked for.
        @BeforeEach
        void on_one_stack() {
            System.clearProperty("stack.all");
        }

        @AfterEach
        void as_before() {
            System.setProperties(before);
        }

        @Test
        void is_read_from_system_properties() {
            System.setProperty("jpa.database.url", " jdbc:postgresql://db/shop ");
            System.setProperty("jpa.database.user", "ann");
            System.setProperty("jpa.database.password", "secret");
            assertThat(Server.requested()).isEqualTo(new Server("jdbc:postgresql://db/shop", "ann", "secret"));

            System.setProperty("jpa.database.url", "");
            assertThat(Server.requested()).isNull();
        }

        @Test
        void has_the_password_of_the_environment_unless_a_property_has_one() {
            System.setProperty("jpa.database.url", "jdbc:postgresql://db/shop?user=ann");
            System.setProperty("jpa.database.user", "");
            System.setProperty("jpa.database.password", "");
            assertThat(Server.requested("secret"))
                    .isEqualTo(new Server("jdbc:postgresql://db/shop?user=ann", null, "secret"));

            assertThat(Server.requested("")).extracting(Server::password).isNull();

            System.setProperty("jpa.database.password", "another");
            assertThat(Server.requested("secret")).extracting(Server::password).isEqualTo("another");
        }
    }

    @Nested
    class A_place {

        private final TestDatabase database = TestDatabase.requested();

        @Test
        void is_apart_from_all_others_even_of_the_same_unit_and_of_another_instance() {
            try (var one = database.open("shop");
                    var two = database.open("shop");
                    var three = TestDatabase.named(database.name(), null).open("shop")) {
                for (var place : List.of(one, two, three)) {
                    Jdbc.run(place.dataSource(), sql -> sql.execute("create table cup (id int)"));
                }
            }
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "My unit; drop 'x'",
                    "a-unit-whose-name-is-far-longer-than-any-name-of-a-schema-may-be-in-a-database"
                })
        void takes_any_name_of_a_unit(String unit) {
            try (var place = database.open(unit)) {
                Jdbc.run(place.dataSource(), sql -> {
                    sql.execute("create table cup (id int)");
                    sql.execute("insert into cup values (1)");
                });
                place.empty();
                assertThat(ids(place)).isEmpty();
            }
        }

        @Test
        void is_emptied_whatever_refers_to_what() {
            try (var place = database.open("shop")) {
                Jdbc.run(place.dataSource(), sql -> {
                    sql.execute("create table cup (id int primary key, pot int)");
                    sql.execute("create table \"Pot 'x'\" (id int primary key, cup int references cup)");
                    sql.execute("alter table cup add foreign key (pot) references \"Pot 'x'\"");
                    sql.execute("insert into cup values (1, null)");
                    sql.execute("insert into \"Pot 'x'\" values (1, 1)");
                    sql.execute("update cup set pot = 1");
                });

                place.empty();

                assertThat(ids(place)).isEmpty();
                assertThat(ids(place, "\"Pot 'x'\"")).isEmpty();
                assertThat(catchThrowable(() ->
                                Jdbc.run(place.dataSource(), sql -> sql.execute("insert into cup values (2, 99)"))))
                        .as("foreign keys still hold")
                        .isNotNull();
            }
        }
    }

    static List<String> ids(TestDatabase.Place place) {
        return ids(place, "cup");
    }

    static List<String> ids(TestDatabase.Place place, String table) {
        List<String> ids = new ArrayList<>();
        Jdbc.run(place.dataSource(), sql -> ids.addAll(Jdbc.strings(sql, "select id from " + table)));
        return ids;
    }
}
