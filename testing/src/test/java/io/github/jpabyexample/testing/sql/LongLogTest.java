package io.github.jpabyexample.testing.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LongLogTest {

    private final Cups cups = new Cups();
    private final SqlRecorder recorder = SqlRecorder.keeping(10, cups.place().dataSource());

    @AfterEach
    void leave() {
        cups.close();
    }

    private SqlLog long_log() {
        return Cups.sent(recorder, connection -> {
            Cups.insert(connection, 1, 2, 3);
            connection.createStatement().execute("create table pot (id int)");
            try (var rename = connection.prepareStatement("update cup set name = ? where id = 1")) {
                for (int i = 0; i < 20; i++) {
                    rename.setString(1, "cup " + i);
                    rename.executeUpdate();
                }
            }
            connection.createStatement().execute("select 1");
            connection.createStatement().execute("select id from cup");
            connection.createStatement().execute("delete from cup");
        });
    }

    @Test
    void keeps_its_last_statements_and_all_numbers() {
        var log = long_log();

        assertThat(log)
                .hasStatements(23)
                .hasInserts(1)
                .insertsInto("cup", 3)
                .hasUpdates(20)
                .updatesOf("cup", 20)
                .updatesOf("pot", 0)
                .hasSelects(1)
                .hasAtMostSelects(1)
                .deletesFrom("cup", 1)
                .mentions("delete from cup");
        assertThat(log.kept()).hasSize(9);
        assertThat(log.forgotten()).isEqualTo(14);
        assertThat(log.toString())
                .startsWith("  (14 earlier ones are not kept)\n 15. update cup")
                .endsWith("\n 23. delete from cup → 3 rows");
    }

    @Test
    void is_refused_as_a_list() {
        var log = long_log();

        assertThatIllegalStateException()
                .isThrownBy(log::statements)
                .withMessageStartingWith("10 statements are kept, 14 earlier ones are not: ");
        assertThatIllegalStateException().isThrownBy(log::everything).withMessageContaining("15 earlier ones are not");
        assertThatIllegalStateException().isThrownBy(() -> log.statements(SqlStatement.Kind.DDL));
    }

    static Stream<Consumer<SqlAssert>> questions() {
        return Stream.of(
                log -> log.usedBatchesOf(3),
                SqlAssert::usedBatchesOf,
                log -> log.doesNotMention("insert"),
                log -> log.mentions("insert"));
    }

    @ParameterizedTest
    @MethodSource("questions")
    void fails_where_the_answer_was_forgotten(Consumer<SqlAssert> question) {
        assertThatThrownBy(() -> question.accept(assertThat(long_log())))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("earlier");
    }

    @Test
    void cannot_tell_if_a_forgotten_select_was_sent_again() {
        var log = Cups.sent(recorder, connection -> {
            for (int i = 0; i < 11; i++) {
                connection.createStatement().execute("select id from cup where id = " + i);
            }
        });

        assertThatThrownBy(() -> assertThat(log).hasNoRepeatedSelects())
                .hasMessageContaining("Cannot tell: of 1 earlier statements only the numbers are kept.");
    }

    @Test
    void of_an_inner_block_is_not_that_of_the_outer_one() {
        var outer = recorder.sqlOf(() -> {
            long_log();
            var inner = Cups.sent(recorder, connection -> Cups.insert(connection, 8));
            assertThat(inner.statements()).hasSize(1);
        });

        assertThat(outer).hasStatements(24).insertsInto("cup", 4);
        recorder.clear();
        assertThat(recorder.log().everything()).isEmpty();
    }

    @Test
    void takes_no_more_memory_the_longer_it_gets() throws IOException, InterruptedException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var test = new ProcessBuilder(
                        java,
                        "-Xmx40m",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Sending.class.getName())
                .redirectErrorStream(true)
                .start();

        assertThat(new String(test.getInputStream().readAllBytes())).isEmpty();
        assertThat(test.waitFor()).isZero();
    }

    /** Sends 60,000 statements with texts and values that take more than 1,400 bytes each. */
    static final class Sending {

        private Sending() {}

        public static void main(String... ignored) throws SQLException {
            int statements = 60_000;
            var database = new JdbcDataSource();
            database.setURL("jdbc:h2:mem:sending");
            var recorder = SqlRecorder.around(database);
            try (Connection connection = recorder.dataSource().getConnection()) {
                connection.createStatement().execute("create table cup (id int primary key, name varchar(200))");
                try (var find = connection.prepareStatement(
                        "select id from cup where name in (?" + ", ?".repeat(9) + ") and id = ?")) {
                    for (int i = 0; i < statements; i++) {
                        for (int place = 1; place <= 10; place++) {
                            find.setString(place, "a cup with a name that is rather long and has the number " + i);
                        }
                        find.setInt(11, i);
                        find.executeQuery();
                    }
                }
            }
            assertThat(recorder.log()).hasSelects(statements).hasStatements(statements);
        }
    }
}
