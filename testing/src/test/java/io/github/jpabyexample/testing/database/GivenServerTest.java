package io.github.jpabyexample.testing.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.jpabyexample.testing.database.TestDatabase.Server;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/** A server that ran before the tests is left as it was. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class GivenServerTest {

    private static final String OTHERS_SCHEMAS = "select schema_name from information_schema.schemata"
            + " where lower(schema_name) like 'jpabyexample%' order by 1";

    private static void useAndLeave(Server server, String database, DataSource owner) {
        Jdbc.run(owner, sql -> {
            sql.execute("create table cup (id int)");
            sql.execute("insert into cup values (7)");
        });

        try (var place = TestDatabase.named(database, server).open("shop")) {
            Jdbc.run(place.dataSource(), sql -> {
                sql.execute("create table cup (id int)");
                sql.execute("insert into cup values (8)");
            });
            assertThat(TestDatabaseTest.ids(place)).containsExactly("8");
            assertThat(strings(owner, OTHERS_SCHEMAS))
                    .singleElement()
                    .asString()
                    .startsWith("jpabyexample_shop_");

            place.empty();
            assertThat(TestDatabaseTest.ids(place)).isEmpty();
        }

        assertThat(strings(owner, "select id from cup")).containsExactly("7");
        assertThat(strings(owner, OTHERS_SCHEMAS)).isEmpty();
    }

    private static List<String> strings(DataSource dataSource, String query) {
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
    void on_postgresql_with_a_user_and_a_password() throws Exception {
        try (var running = EmbeddedPostgres.builder().start()) {
            Jdbc.run(
                    running.getPostgresDatabase(),
                    sql -> sql.execute("create role ann login superuser password 'secret'"));
            String url = "jdbc:postgresql://localhost:" + running.getPort() + "/postgres";

            useAndLeave(new Server(url, "ann", "secret"), "postgresql", running.getPostgresDatabase());

            Jdbc.run(running.getPostgresDatabase(), sql -> {
                sql.execute("drop table cup");
                sql.execute("alter role ann nosuperuser");
                sql.execute("grant create on database postgres to ann");
            });
            useAndLeave(new Server(url, "ann", "secret"), "postgresql", running.getPostgresDatabase());

            assertThatIllegalStateException()
                    .isThrownBy(() -> TestDatabase.named("postgresql", new Server(url, "bob", "guess"))
                            .open("shop"))
                    .withMessageStartingWith("Cannot connect to " + url + ": ")
                    .withMessageContaining("bob");
        }
    }

    @Test
    void on_postgresql_rows_are_written_in_rewritten_batches() throws Exception {
        try (var place = TestDatabase.named("postgresql", null).open("shop")) {
            assertThat(((PGSimpleDataSource) place.dataSource()).getReWriteBatchedInserts())
                    .isTrue();
        }
    }

    @Test
    void on_h2_in_a_file_that_is_closed_between_connections(@TempDir Path folder) {
        String url = "jdbc:h2:file:" + folder.resolve("shop");

        useAndLeave(new Server(url, "ann", "secret"), "h2", h2(url));
    }

    @Test
    void on_h2_in_memory_that_would_go_with_the_last_connection() throws Exception {
        String url = "jdbc:h2:mem:given";
        try (var held = h2(url).getConnection()) {
            assertThat(held.isValid(1)).isTrue();

            useAndLeave(new Server(url, "ann", "secret"), "h2", h2(url));
        }
    }

    @Test
    void on_h2_over_the_network(@TempDir Path folder) throws Exception {
        var tcp = org.h2.tools.Server.createTcpServer("-tcpPort", "0", "-ifNotExists", "-baseDir", folder.toString())
                .start();
        try {
            String url = "jdbc:h2:" + tcp.getURL() + "/./shop";

            useAndLeave(new Server(url, "ann", "secret"), "h2", h2(url));
        } finally {
            tcp.stop();
        }
    }
}
