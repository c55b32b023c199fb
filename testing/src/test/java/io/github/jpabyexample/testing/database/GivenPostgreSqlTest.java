package io.github.jpabyexample.testing.database;

import static io.github.jpabyexample.testing.database.GivenServerTest.OURS;
import static io.github.jpabyexample.testing.database.GivenServerTest.run;
import static io.github.jpabyexample.testing.database.GivenServerTest.strings;
import static io.github.jpabyexample.testing.database.GivenServerTest.useAndLeave;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.jpabyexample.testing.database.TestDatabase.Place;
import io.github.jpabyexample.testing.database.TestDatabase.Server;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;

/** PostgreSQL that ran before the tests is left as it was, by whoever uses it. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@ParameterizedClass
@ValueSource(strings = {"superuser", "nosuperuser"})
class GivenPostgreSqlTest {

    @Parameter
    String rights;

    private final Place database = TestDatabase.named("postgresql", null).open("given");
    private final PGSimpleDataSource owner = (PGSimpleDataSource) database.dataSource();
    private final String url =
            "jdbc:postgresql://localhost:" + owner.getPortNumbers()[0] + "/" + owner.getDatabaseName();
    private final Server server = new Server(url, "ann", "secret");

    @BeforeEach
    void a_user_with_a_password() {
        run(
                database,
                "create role ann login password 'secret' " + rights,
                "grant create on database " + owner.getDatabaseName() + " to ann",
                "grant all on schema public to ann");
    }

    @AfterEach
    void leave() {
        run(database, "drop owned by ann cascade", "drop role ann");
        database.close();
    }

    private Place open(String unit) {
        return TestDatabase.named("postgresql", server).open(unit);
    }

    @Test
    void is_used_and_left_as_it_was() {
        useAndLeave(server, "postgresql", owner);
    }

    @Test
    void is_refused_to_others_with_its_words() {
        assertThatIllegalStateException()
                .isThrownBy(() -> TestDatabase.named("postgresql", new Server(url, "bob", "guess"))
                        .open("shop"))
                .withMessageStartingWith("Cannot connect to " + url + ": ")
                .withMessageContaining("bob");
    }

    @Nested
    class A_place_that_is_emptied {

        private Place place;

        @BeforeEach
        void opened() {
            place = open("shop");
        }

        @AfterEach
        void leave() {
            place.close();
        }

        private List<String> column(String query) {
            return strings(place.dataSource(), query);
        }

        @Test
        void keeps_rows_of_tables_that_could_refer_to_those_that_go() {
            run(
                    place,
                    "create table employee (id int primary key)",
                    "create table branch (id int primary key, manager int references employee on delete cascade)",
                    "insert into branch values (1, null), (2, null)");
            place.keepRows();
            run(place, "insert into employee values (7)", "update branch set manager = 7 where id = 2");

            place.empty();

            assertThat(column("select id from branch where manager is null order by id"))
                    .containsExactly("1", "2");
            assertThat(column("select id from employee")).isEmpty();
        }

        @Test
        void keeps_rows_of_others_and_names_them_where_they_refer_to_those_that_go() {
            run(place, "create table employee (id int primary key)", "insert into employee values (7)");
            String schema = strings(owner, OURS).get(0);
            run(
                    database,
                    "create table memo (id int, about int references " + schema + ".employee on delete cascade)",
                    "insert into memo values (1, null)");
            run(database, "grant select on memo to ann");

            place.empty();
            assertThat(column("select id from employee")).isEmpty();
            assertThat(strings(owner, "select id from memo")).containsExactly("1");

            run(place, "insert into employee values (7)");
            run(database, "update memo set about = 7");
            assertThatIllegalStateException()
                    .isThrownBy(place::empty)
                    .withMessage("The rows of employee cannot be removed: public.memo, which is outside of schema "
                            + schema + " of " + url + " and stays as it is, refers to them");
            assertThat(strings(owner, "select id from memo")).containsExactly("1");
        }

        @Test
        void is_empty_though_rows_refer_to_each_other_and_are_many() {
            run(
                    place,
                    "create table cup (id int primary key, pot int, note varchar(200))",
                    "create table pot (id int primary key, cup int references cup)",
                    "alter table cup add foreign key (pot) references pot",
                    "create table empty (id int, cup int references cup)",
                    "insert into cup select n, null, repeat('x', 200) from generate_series(1, 4000) n",
                    "insert into pot values (1, 1)",
                    "update cup set pot = 1");

            place.empty();

            assertThat(column("select id from cup union all select id from pot"))
                    .isEmpty();
        }

        @Test
        void keeps_rows_though_those_that_could_be_referred_to_are_many() {
            run(
                    place,
                    "create table cup (id int primary key, note varchar(200))",
                    "create table shelf (id int primary key, cup int references cup)",
                    "insert into shelf values (1, null)");
            place.keepRows();
            run(place, "insert into cup select n, repeat('x', 200) from generate_series(1, 4000) n");

            place.empty();

            assertThat(column("select id from cup")).isEmpty();
            assertThat(column("select id from shelf")).containsExactly("1");
        }

        @Test
        void keeps_rows_of_others_in_tables_that_inherit() {
            run(place, "create table cup (id int)");
            String schema = strings(owner, OURS).get(0);
            run(database, "create table my_cup () inherits (" + schema + ".cup)", "insert into my_cup values (1)");
            run(place, "insert into cup values (7)");

            place.empty();

            assertThat(strings(owner, "select id from my_cup")).containsExactly("1");
            assertThat(strings(owner, "select id from only " + schema + ".cup")).isEmpty();
        }

        @Test
        void is_empty_though_a_trigger_writes_down_what_goes() {
            run(
                    place,
                    "create table audit (id int)",
                    "create table cup (id int)",
                    "create function audited() returns trigger language plpgsql as"
                            + " 'begin insert into audit values (old.id); return old; end'",
                    "create trigger audited after delete on cup for each row execute function audited()",
                    "insert into cup values (1)");

            place.empty();

            assertThat(column("select id from cup union all select id from audit"))
                    .isEmpty();
        }

        @Test
        void checks_references_again_also_after_a_failure() throws Exception {
            run(
                    place,
                    "create table pot (id int primary key)",
                    "create table cup (id int, pot int references pot)",
                    "insert into pot values (1)");
            try (var holder = place.dataSource().getConnection();
                    var sql = holder.createStatement()) {
                holder.setAutoCommit(false);
                sql.execute("update pot set id = 2");
                Jdbc.run(((Schema) place).connection, waiting -> waiting.execute("set lock_timeout to 50"));

                assertThatIllegalStateException().isThrownBy(place::empty);
            }

            Jdbc.run(((Schema) place).connection, sql -> {
                assertThat(Jdbc.strings(sql, "show session_replication_role")).containsExactly("origin");
            });
            place.empty();
            assertThat(column("select id from pot")).isEmpty();
        }
    }

    @Nested
    class Its_search_path {

        @Test
        void stays_behind_the_units_own_schema_so_that_types_of_an_extension_are_found() {
            run(database, "create extension citext", "create schema tools", "create extension hstore schema tools");
            run(database, "grant usage on schema tools to ann", "alter role ann set search_path = public, tools");

            try (var place = open("shop")) {
                run(place, "create table cup (name citext, more hstore)", "insert into cup values ('Emma', 'a => b')");

                assertThat(strings(place.dataSource(), "select more -> 'a' from cup where name = 'EMMA'"))
                        .containsExactly("b");
                assertThat(strings(place.dataSource(), "select current_schema"))
                        .first()
                        .asString()
                        .startsWith("jpabyexample_");
            }
        }

        @Test
        void leaves_out_tables_which_a_provider_would_take_for_its_own_and_says_so() {
            run(database, "create table cup (id int)", "grant select on cup to ann");

            try (var place = open("shop")) {
                assertThat(strings(place.dataSource(), "select to_regclass('cup')"))
                        .containsExactly((String) null);
                assertThat(place.toString()).endsWith(", where [public] is not searched, for it has tables");
            }
        }
    }

    @Test
    void a_schema_of_a_run_that_was_killed_goes_with_the_next_run_and_no_other_schema_does() throws Exception {
        run(database, "create role bob login superuser");
        try (var living = open("living");
                var another = TestDatabase.named("postgresql", new Server(url, "bob", null))
                        .open("bobs")) {
            ((Schema) open("killed")).connection.close();
            ((Schema) another).connection.createStatement().execute("select pg_advisory_unlock_all()");
            run(database, "create schema jpabyexample_of_somebody authorization ann");

            try (var next = open("next")) {
                assertThat(strings(owner, OURS))
                        .extracting(name -> name.replaceFirst("_[0-9a-f]{8}$", ""))
                        .containsExactly(
                                "jpabyexample_bobs",
                                "jpabyexample_living",
                                "jpabyexample_next",
                                "jpabyexample_of_somebody");
                assertThat(next.dataSource()).isNotNull();
            }
            assertThat(living.dataSource()).isNotNull();
        } finally {
            run(database, "drop owned by bob cascade", "drop role bob");
        }
    }

    @Test
    void what_a_unit_makes_outside_of_its_schema_is_named_and_goes_with_it() {
        run(database, "create schema old authorization ann");
        try (var place = open("shop")) {
            String[] statements = {
                "create schema audit",
                "create table audit.entry (id int primary key)",
                "create table old.entry (id int references audit.entry)",
                "create sequence old.entry_seq"
            };
            run(place, statements);
            run(database, "create table old.of_others (id int)");

            assertThat(place.outside(List.of(statements)))
                    .containsExactlyInAnyOrder(
                            "table \"audit\".\"entry\"",
                            "table \"old\".\"entry\"",
                            "sequence \"old\".\"entry_seq\"",
                            "schema \"audit\"");
        }
        assertThat(strings(
                        owner,
                        "select relname from pg_class where relnamespace = 'old'::regnamespace union all"
                                + " select nspname from pg_namespace where nspname = 'audit'"))
                .containsExactly("of_others");
    }
}
