package io.github.jpabyexample.testing.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jpabyexample.testing.sql.SqlStatement.Kind;
import java.io.ByteArrayInputStream;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SqlRecorderTest {

    private static final boolean POSTGRESQL = "postgresql".equals(System.getProperty("jpa.database"));

    private final Cups cups = new Cups();

    @AfterEach
    void leave() {
        cups.close();
    }

    @Test
    void keeps_bound_values_in_the_order_of_their_places() {
        var log = cups.sent(connection -> {
            var insert = connection.prepareStatement("insert into cup (id, name) values (?, ?)");
            insert.setString(2, "red");
            insert.setInt(1, 7);
            insert.executeUpdate();
            insert.setInt(1, 8);
            insert.setNull(2, Types.VARCHAR);
            insert.executeUpdate();
        });

        assertThat(log.statements())
                .extracting(SqlStatement::parameters)
                .containsExactly(List.of(List.of("7", "'red'")), List.of(List.of("8", "null")));
        assertThat(log).hasToString("""
                  1. insert into cup (id, name) values (?, ?) [7, 'red'] → 1 row
                  2. insert into cup (id, name) values (?, ?) [8, null] → 1 row\
                """);
    }

    @Test
    void shows_no_identity_hash_codes_and_cuts_long_values() {
        var log = cups.sent(connection -> {
            String bytes = POSTGRESQL ? "bytea" : "varbinary(9)";
            connection.createStatement().execute("create table tray (a varchar(200), b " + bytes + ")");
            var insert = connection.prepareStatement("insert into tray values (?, ?)");
            insert.setString(1, "x".repeat(200));
            insert.setBytes(2, new byte[3]);
            insert.executeUpdate();
            insert.setBinaryStream(2, new ByteArrayInputStream(new byte[4]), 4);
            insert.executeUpdate();
        });

        assertThat(log.statements())
                .extracting(sql -> sql.parameters().get(0).get(1))
                .containsExactly("3 bytes", "a stream of bytes");
        assertThat(log.statements().get(0).parameters().get(0).get(0))
                .hasSize(80)
                .endsWith("x…");
    }

    @Test
    void records_a_call_of_a_function() {
        var log = cups.sent(connection -> {
            var call = connection.prepareCall("{? = call abs(?)}");
            call.registerOutParameter(1, Types.INTEGER);
            call.setInt(2, -5);
            call.execute();
            assertThat(call.getInt(1)).isEqualTo(5);
        });

        SqlStatement call = log.statements().get(0);
        assertThat(call.kind()).isEqualTo(Kind.OTHER);
        assertThat(call.parameters()).containsExactly(List.of("-5"));
    }

    @Test
    void records_a_failure_with_the_message_of_the_database_and_throws_it() {
        assertThatThrownBy(() -> cups.sent(connection -> {
                    Cups.insert(connection, 1);
                    Cups.insert(connection, 1);
                }))
                .hasRootCauseInstanceOf(SQLException.class);

        SqlStatement failed = cups.recorder().log().statements().get(1);
        assertThat(failed.failure()).isNotBlank();
        assertThat(failed.toString()).contains("→ failed: ");
    }

    @Test
    void measures_the_time_until_the_answer() {
        var clock = new Object() {
            long inside;
        };
        var slow = standIn(
                DataSource.class,
                () -> standIn(
                        Connection.class,
                        () -> standIn(Statement.class, () -> {
                            long start = System.nanoTime();
                            do {
                                clock.inside = System.nanoTime() - start;
                            } while (clock.inside < 100);
                            return false;
                        })));
        long start = System.nanoTime();

        var log = Cups.sent(
                SqlRecorder.around(slow),
                connection -> connection.createStatement().execute("delete from cup"));

        assertThat(log.statements().get(0).took())
                .isBetween(Duration.ofNanos(clock.inside), Duration.ofNanos(System.nanoTime() - start));
    }

    /** An object of JDBC that has one answer. */
    private static <T> T standIn(Class<T> type, Supplier<Object> answer) {
        return type.cast(Proxy.newProxyInstance(
                SqlRecorderTest.class.getClassLoader(),
                new Class<?>[] {type},
                (self, method, given) ->
                        Set.of("getConnection", "createStatement", "execute").contains(method.getName())
                                ? answer.get()
                                : method.getReturnType() == int.class ? (Object) 0 : null));
    }

    @Test
    void separates_nested_blocks_and_keeps_everything_for_the_outer_one() {
        var outer = cups.sent(connection -> {
            Cups.insert(connection, 1);
            var inner = cups.sent(another -> another.createStatement().execute("delete from cup"));
            assertThat(inner).hasDeletes(1).hasStatements(1);
        });

        assertThat(outer).hasInserts(1).hasDeletes(1).hasStatements(2);
    }

    @Test
    void records_a_block_whatever_it_clears() {
        var outer = cups.sent(connection -> {
            connection.createStatement().execute("select id from cup");
            cups.recorder().clear();
            assertThat(cups.recorder().log()).isEmpty();
            var inner = cups.sent(another -> {
                Cups.insert(another, 1, 2);
                cups.recorder().clear();
            });
            assertThat(inner).hasInserts(1).hasStatements(1);
        });

        assertThat(outer).hasSelects(1).insertsInto("cup", 2).hasStatements(2);
        assertThat(cups.recorder().log()).isEmpty();
    }

    @Test
    void is_as_it_was_after_a_block_that_failed() {
        assertThatThrownBy(() -> cups.recorder().sqlOf(() -> {
                    throw new IllegalStateException("out of cups");
                }))
                .hasMessage("out of cups");

        assertThat(cups.sent(connection -> Cups.insert(connection, 1))).hasStatements(1);
        assertThat(cups.recorder().log()).hasStatements(1);
        assertThat(cups.recorder().sent()).isEqualTo(2);
    }

    @Test
    void hears_all_threads() throws Exception {
        var threads = Executors.newFixedThreadPool(8);
        try {
            var work = IntStream.range(0, 200)
                    .<Callable<SqlLog>>mapToObj(
                            id -> () -> cups.sent(connection -> Cups.insert(connection, id, 1000 + id)))
                    .toList();
            for (var done : threads.invokeAll(work)) {
                done.get();
            }
        } finally {
            threads.shutdown();
        }

        assertThat(cups.recorder().log()).hasInserts(200).insertsInto("cup", 400);
        assertThat(cups.recorder().log().statements())
                .extracting(SqlStatement::batch)
                .containsOnly(2);
    }

    @Test
    void leaves_out_pings_and_ddl_and_what_it_was_told_to() {
        var told = SqlRecorder.around(cups.place().dataSource(), Pattern.compile("(?i)delete from cup.*"));
        Cups.Work work = connection -> {
            for (String sql : List.of(
                    "select 1",
                    "/* alive? */ SELECT 1;",
                    "delete from cup",
                    "create table if not exists pot (id int)")) {
                connection.createStatement().execute(sql);
            }
        };

        assertThat(Cups.sent(told, work)).isEmpty();
        assertThat(told.log()).hasToString("  (nothing was sent)");
        assertThat(told.log().everything()).hasSize(4);
        assertThat(told.log().statements(Kind.DDL)).hasSize(1);
        assertThat(cups.sent(work)).hasDeletes(1).hasStatements(1);
    }
}
