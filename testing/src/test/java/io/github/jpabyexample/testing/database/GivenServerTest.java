package io.github.jpabyexample.testing.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.jpabyexample.testing.database.TestDatabase.Place;
import io.github.jpabyexample.testing.database.TestDatabase.Server;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** H2 that ran before the tests is left as it was. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class GivenServerTest {

    static final String OURS = "select schema_name from information_schema.schemata"
            + " where lower(schema_name) like 'jpabyexample%' order by 1";

    static void useAndLeave(Server server, String database, DataSource owner) {
        Jdbc.run(owner, sql -> {
            sql.execute("create table cup (id int)");
            sql.execute("insert into cup values (7)");
        });

        try (var place = TestDatabase.named(database, server).open("shop")) {
            run(place, "create table cup (id int)", "insert into cup values (8)");
            assertThat(strings(place.dataSource(), "select id from cup")).containsExactly("8");
            assertThat(strings(owner, OURS)).singleElement().asString().startsWith("jpabyexample_shop_");

            place.empty();
            assertThat(strings(place.dataSource(), "select id from cup")).isEmpty();
        }

        assertThat(strings(owner, "select id from cup")).containsExactly("7");
        assertThat(strings(owner, OURS)).isEmpty();
    }

    static void run(Place place, String... statements) {
        Jdbc.run(place.dataSource(), sql -> {
            for (String statement : statements) {
                sql.execute(statement);
            }
        });
    }

    static List<String> strings(DataSource dataSource, String query) {
        List<String> found = new ArrayList<>();
        Jdbc.run(dataSource, sql -> found.addAll(Jdbc.strings(sql, query)));
        return found;
    }

    private static JdbcDataSource h2(String url) {
        var dataSource = new JdbcDataSource();
        dataSource.setURL(url);
        dataSource.setUser("ann");
        dataSource.setPassword("secret");
        return dataSource;
    }

    @Test
    void in_a_file_that_is_closed_between_connections(@TempDir Path folder) {
        String url = "jdbc:h2:file:" + folder.resolve("shop");

        useAndLeave(new Server(url, "ann", "secret"), "h2", h2(url));
    }

    @Test
    void in_memory_that_would_go_with_the_last_connection() throws Exception {
        String url = "jdbc:h2:mem:given";
        try (var held = h2(url).getConnection()) {
            assertThat(held.isValid(1)).isTrue();

            useAndLeave(new Server(url, "ann", "secret"), "h2", h2(url));
        }
    }

    @Test
    void over_the_network(@TempDir Path folder) throws Exception {
        var tcp = org.h2.tools.Server.createTcpServer("-tcpPort", "0", "-ifNotExists", "-baseDir", folder.toString())
                .start();
        try {
            String url = "jdbc:h2:" + tcp.getURL() + "/./shop";

            useAndLeave(new Server(url, "ann", "secret"), "h2", h2(url));
        } finally {
            tcp.stop();
        }
    }

    @Test
    void rows_of_others_that_refer_to_those_of_a_test_stay_and_are_named() throws Exception {
        String url = "jdbc:h2:mem:others";
        try (var held = h2(url).getConnection();
                var sql = held.createStatement();
                var place = TestDatabase.named("h2", new Server(url, "ann", "secret"))
                        .open("shop")) {
            run(place, "create table employee (id int primary key)", "insert into employee values (7)");
            String schema = Jdbc.strings(sql, OURS).get(0);
            sql.execute(
                    "create table memo (id int, about int references \"" + schema + "\".employee on delete cascade)");
            sql.execute("insert into memo values (1, 7)");

            assertThatIllegalStateException()
                    .isThrownBy(place::empty)
                    .withMessage(
                            "The rows of EMPLOYEE cannot be removed: \"PUBLIC\".\"MEMO\", which is outside of schema "
                                    + schema + " of jdbc:h2:mem:others and stays as it is, refers to them");

            assertThat(Jdbc.strings(sql, "select id from memo")).containsExactly("1");
            sql.execute("delete from memo");
            place.empty();
            assertThat(strings(place.dataSource(), "select id from employee")).isEmpty();
            sql.execute("drop table memo");
        }
    }

    @Test
    void a_schema_of_a_run_that_was_killed_goes_with_the_next_run_and_no_other_schema_does() throws Exception {
        String url = "jdbc:h2:mem:killed";
        var server = new Server(url, "ann", "secret");
        try (var held = h2(url).getConnection();
                var sql = held.createStatement();
                var living = TestDatabase.named("h2", server).open("living")) {
            Place killed = TestDatabase.named("h2", server).open("killed");
            ((Schema) killed).connection.close();
            sql.execute("create schema \"jpabyexample_of_somebody\"");
            sql.execute("create schema \"jpabyexample_of_others\"");
            sql.execute("comment on schema \"jpabyexample_of_others\" is 'mine'");

            try (var next = TestDatabase.named("h2", server).open("next")) {
                assertThat(strings(h2(url), OURS))
                        .extracting(name -> name.replaceFirst("_[0-9a-f]{8}$", ""))
                        .containsExactly(
                                "jpabyexample_living",
                                "jpabyexample_next",
                                "jpabyexample_of_others",
                                "jpabyexample_of_somebody");
                assertThat(next.dataSource()).isNotNull();
            }
            assertThat(living.dataSource()).isNotNull();
        }
    }

    @Test
    void a_schema_of_a_run_that_lives_stays_though_its_user_does_not_see_who_is_connected() throws Exception {
        String url = "jdbc:h2:mem:plain";
        var server = new Server(url, "emma", "secret");
        try (var held = h2(url).getConnection();
                var sql = held.createStatement()) {
            sql.execute("create user emma password 'secret'");
            sql.execute("grant alter any schema to emma");
            try (var living = TestDatabase.named("h2", server).open("living");
                    var next = TestDatabase.named("h2", server).open("next")) {
                run(living, "create table cup (id int)");
                run(next, "create table cup (id int)");

                assertThat(strings(living.dataSource(), "select id from cup")).isEmpty();
            }
        }
    }

    @Test
    void what_a_unit_makes_outside_of_its_schema_is_named_and_goes_with_it() throws Exception {
        String url = "jdbc:h2:mem:outside";
        try (var held = h2(url).getConnection();
                var sql = held.createStatement()) {
            sql.execute("create schema old");
            try (var place =
                    TestDatabase.named("h2", new Server(url, "ann", "secret")).open("shop")) {
                String[] statements = {
                    "create schema audit",
                    "create table audit.entry (id int primary key)",
                    "create table old.entry (id int references audit.entry)",
                    "create sequence old.entry_seq"
                };
                run(place, statements);
                sql.execute("create table old.of_others (id int)");

                assertThat(place.outside(List.of(statements)))
                        .containsExactlyInAnyOrder(
                                "table \"AUDIT\".\"ENTRY\"",
                                "table \"OLD\".\"ENTRY\"",
                                "sequence \"OLD\".\"ENTRY_SEQ\"",
                                "schema \"AUDIT\"");
            }
            assertThat(Jdbc.strings(
                            sql,
                            "select table_schema || '.' || table_name from information_schema.tables"
                                    + " where table_schema in ('OLD', 'AUDIT') union all select schema_name from"
                                    + " information_schema.schemata where schema_name = 'AUDIT'"))
                    .containsExactly("OLD.OF_OTHERS");
        }
    }
}
