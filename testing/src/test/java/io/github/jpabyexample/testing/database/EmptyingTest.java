package io.github.jpabyexample.testing.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class EmptyingTest {

    private final TestDatabase.Place place = TestDatabase.requested().open("shop");

    @AfterEach
    void leave() {
        place.close();
    }

    private void run(String... statements) {
        Jdbc.run(place.dataSource(), sql -> {
            for (String statement : statements) {
                sql.execute(statement);
            }
        });
    }

    private List<String> column(String query) {
        List<String> found = new ArrayList<>();
        Jdbc.run(place.dataSource(), sql -> found.addAll(Jdbc.strings(sql, query)));
        return found;
    }

    @Nested
    class Rows_of_tests {

        @Test
        void go_whatever_refers_to_what_and_the_references_are_checked_again() {
            run(
                    "create table cup (id int primary key, pot int)",
                    "create table \"Pot 'x'\" (id int primary key, cup int references cup)",
                    "alter table cup add foreign key (pot) references \"Pot 'x'\"",
                    "insert into cup values (1, null)",
                    "insert into \"Pot 'x'\" values (1, 1)",
                    "update cup set pot = 1");

            place.empty();

            assertThat(column("select id from cup")).isEmpty();
            assertThat(column("select id from \"Pot 'x'\"")).isEmpty();
            assertThat(catchThrowable(() -> run("insert into cup values (2, 99)")))
                    .isNotNull();
        }

        @Test
        void go_from_every_schema_of_a_database_that_is_the_units_own() {
            run(
                    "create schema audit",
                    "create table audit.entry (id int primary key)",
                    "create table cup (id int primary key, entry int references audit.entry)",
                    "insert into audit.entry values (1)",
                    "insert into cup values (1, 1)");

            place.empty();

            assertThat(column("select id from cup")).isEmpty();
            assertThat(column("select id from audit.entry")).isEmpty();
        }

        @Test
        void go_from_tables_that_are_made_or_made_anew_by_a_test() {
            run("create table cup (id int)", "insert into cup values (1)");
            place.empty();
            run(
                    "drop table cup",
                    "create table cup (id int)",
                    "create table pot (id int)",
                    "insert into pot values (1)");
            run("insert into cup values (2)");

            place.empty();

            assertThat(column("select id from cup union all select id from pot"))
                    .isEmpty();
        }
    }

    @Nested
    class Rows_that_came_with_the_tables {

        @Test
        void stay_where_they_could_refer_to_rows_that_go() {
            run(
                    "create table employee (id int primary key)",
                    "create table branch (id int primary key, manager int references employee on delete cascade)",
                    "insert into branch values (1, null)");
            place.keepRows();
            run("insert into employee values (7)");

            place.empty();

            assertThat(column("select id from branch")).containsExactly("1");
            assertThat(column("select id from employee")).isEmpty();
        }

        @Test
        void stay_where_a_test_made_them_refer_to_rows_that_go_and_no_longer_refer_to_them() {
            run(
                    "create table employee (firm int, id int, primary key (firm, id))",
                    "create table branch (id int primary key, firm int, manager int, name varchar(9),"
                            + " foreign key (firm, manager) references employee on delete cascade)",
                    "insert into branch values (1, 3, null, 'Bath'), (2, null, 4, 'Lyme')");
            place.keepRows();
            run(
                    "insert into employee values (3, 7)",
                    "update branch set firm = 3, manager = 7",
                    "update branch set name = 'Highbury' where id = 2");

            place.empty();

            assertThat(column("select concat(id, ' ', firm, ' ', manager, ' ', name) from branch order by id"))
                    .containsExactly("1 3  Bath", "2  4 Highbury");
            assertThat(column("select id from employee")).isEmpty();
        }

        @Test
        void stay_without_a_key_and_no_longer_refer_to_rows_that_go() {
            run(
                    "create table employee (id int primary key)",
                    "create table branch (name varchar(9), manager int references employee)",
                    "insert into branch values ('Bath', null)");
            place.keepRows();
            run("insert into employee values (7)", "update branch set manager = 7");

            place.empty();

            assertThat(column("select name from branch where manager is null")).containsExactly("Bath");
            assertThat(column("select id from employee")).isEmpty();
        }

        @Test
        void stay_where_no_other_table_is_and_none_has_a_key() {
            run("create table country (name varchar(9))", "insert into country values ('Japan')");
            place.keepRows();
            run("insert into country values ('Atlantis')");

            place.empty();

            assertThat(column("select name from country order by name")).containsExactly("Atlantis", "Japan");
        }

        @Test
        void stay_and_rows_that_a_test_added_to_them_go() {
            run(
                    "create table country (a varchar(2), b int, name varchar(9), primary key (a, b))",
                    "insert into country values ('de', 1, 'Germany'), ('jp', 1, 'Japan')");
            place.keepRows();
            run("insert into country values ('de', 2, 'Atlantis')", "delete from country where a = 'jp'");

            place.empty();

            assertThat(column("select name from country")).containsExactly("Germany");
        }

        @Test
        void stay_as_a_test_changed_them_for_the_row_of_a_table_generator_goes_on() {
            run(
                    "create table id_table (name varchar(9) primary key, next int)",
                    "insert into id_table values ('cup', 0)");
            place.keepRows();
            run("update id_table set next = 50");

            place.empty();

            assertThat(column("select next from id_table")).containsExactly("50");
        }
    }

    @Test
    void a_table_that_is_held_is_a_refusal_and_afterwards_all_is_as_before() throws Exception {
        run("create table pot (id int primary key)", "create table cup (id int, pot int references pot)");
        run("insert into pot values (1)", "insert into cup values (1, 1)");
        try (var holder = place.dataSource().getConnection();
                var sql = holder.createStatement()) {
            holder.setAutoCommit(false);
            sql.execute("update cup set id = 2");
            Jdbc.run(((Schema) place).connection, waiting -> waiting.execute("set lock_timeout to 100"));

            assertThatIllegalStateException()
                    .isThrownBy(place::empty)
                    .withMessageStartingWith("The rows of ")
                    .withMessageContaining(" cannot be removed: is a transaction of a test still open? ");

            holder.rollback();
        }
        assertThat(catchThrowable(() -> run("insert into cup values (3, 99)")))
                .as("references are checked")
                .isNotNull();
        place.empty();
        assertThat(column("select id from cup union all select id from pot")).isEmpty();
    }
}
