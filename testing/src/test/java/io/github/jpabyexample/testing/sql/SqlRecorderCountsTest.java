package io.github.jpabyexample.testing.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jpabyexample.testing.sql.SqlStatement.Kind;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SqlRecorderCountsTest {

    private static final boolean POSTGRESQL = "postgresql".equals(System.getProperty("jpa.database"));

    private final Cups cups = new Cups();

    @AfterEach
    void leave() {
        cups.close();
    }

    @Test
    void keeps_a_batch_as_one_round_trip_with_all_its_values() {
        var log = cups.sent(connection -> {
            Cups.insert(connection, 1, 2, 3);
            Cups.insert(connection, 4);
        });

        assertThat(log.statements()).extracting(SqlStatement::batch).containsExactly(3, 1);
        assertThat(log.statements()).extracting(SqlStatement::rows).containsExactly(3L, 1L);
        assertThat(log.statements().get(0).parameters())
                .containsExactly(List.of("1", "'cup 1'"), List.of("2", "'cup 2'"), List.of("3", "'cup 3'"));
    }

    @Test
    void keeps_a_batch_of_different_statements_as_that_many() {
        var log = cups.sent(connection -> {
            var batch = connection.createStatement();
            batch.addBatch("insert into cup values (1, 'a'), (2, 'b')");
            batch.addBatch("update cup set name = 'c' where id = 1");
            batch.addBatch("delete from cup");
            batch.executeBatch();
        });

        assertThat(log.statements())
                .extracting(SqlStatement::kind)
                .containsExactly(Kind.INSERT, Kind.UPDATE, Kind.DELETE);
        assertThat(log.statements()).extracting(SqlStatement::rows).containsExactly(2L, 1L, 2L);
        assertThat(log.statements()).extracting(SqlStatement::batch).containsOnly(1);
    }

    @Test
    void counts_rows_written_however_they_were_sent_and_no_generated_key() {
        var log = cups.sent(connection -> {
            Cups.insert(connection, 11, 12);
            connection.createStatement().execute("update cup set name = 'x'");
            var keyed =
                    connection.prepareStatement("insert into cup (name) values ('y')", Statement.RETURN_GENERATED_KEYS);
            keyed.executeUpdate();
            assertThat(keyed.getGeneratedKeys().next()).isTrue();
            connection.prepareStatement("delete from cup where id = -1").executeUpdate();
        });

        assertThat(log.statements()).extracting(SqlStatement::rows).containsExactly(2L, 2L, 1L, 0L);
    }

    @Test
    void counts_rows_as_they_are_read() {
        var log = cups.sent(connection -> {
            Cups.insert(connection, 1, 2, 3);
            var select = connection.createStatement();
            assertThat(select.execute("select id from cup")).isTrue();
            var rows = select.getResultSet();
            rows.next();
            assertThat(cups.recorder().log().statements().get(1).rows()).isEqualTo(1);
            rows.next();
            var other = connection.prepareStatement("select id from cup where id > ?");
            other.setInt(1, 1);
            var others = other.executeQuery();
            while (others.next()) {}
        });

        assertThat(log.statements()).extracting(SqlStatement::rows).containsExactly(3L, 2L, 2L);
    }

    @Test
    void does_not_count_a_batch_to_which_nothing_was_added() {
        var log = cups.sent(connection -> {
            var insert = connection.prepareStatement("insert into cup (name) values (?)");
            for (int i = 1; i <= 4; i++) {
                insert.setString(1, "cup");
                insert.addBatch();
                if (i % 2 == 0) {
                    insert.executeBatch();
                }
            }
            insert.executeBatch();
            insert.addBatch();
            insert.clearBatch();
            insert.executeBatch();
            connection.createStatement().executeBatch();
        });

        assertThat(log).hasStatements(2).hasInserts(2).insertsInto("cup", 4).usedBatchesOf(2, 2);
        assertThat(cups.recorder().sent()).isEqualTo(3);
    }

    @Test
    void keeps_several_statements_in_one_string_as_that_many() {
        var log = cups.sent(
                connection -> connection
                        .createStatement()
                        .execute(
                                "insert into cup values (1, 'a'), (2, ';'); update cup set name = 'x'; delete from cup where id = 1"));

        assertThat(log)
                .hasStatements(3)
                .insertsInto("cup", 2)
                .updatesOf("cup", 1)
                .deletesFrom("cup", 1);
        assertThat(log.statements())
                .extracting(SqlStatement::text)
                .containsExactly(
                        "insert into cup values (1, 'a'), (2, ';')",
                        "update cup set name = 'x'",
                        "delete from cup where id = 1");
        // Only the first is counted, as long as nobody asks for more results.
        assertThat(log.statements())
                .extracting(SqlStatement::rows)
                .containsExactly(2L, SqlStatement.UNKNOWN, SqlStatement.UNKNOWN);
    }

    @Test
    void gives_each_of_several_statements_its_values() {
        var log = cups.sent(connection -> {
            var both = connection.prepareStatement(
                    "insert into cup (id, name) values (?, ?); delete from cup where id = ?");
            both.setInt(1, 7);
            both.setString(2, "red");
            both.setInt(3, 8);
            both.execute();
        });

        assertThat(log.statements())
                .extracting(SqlStatement::parameters)
                .containsExactly(List.of(List.of("7", "'red'")), List.of(List.of("8")));
    }

    @Test
    void tells_of_a_failed_batch_what_the_driver_tells() {
        assertThatThrownBy(() -> cups.sent(connection -> Cups.insert(connection, 1, 2, 2, 3)))
                .hasCauseInstanceOf(BatchUpdateException.class);

        // H2 goes on after a failure; PostgreSQL takes all back.
        assertThat(cups.recorder().log()).hasInserts(1).usedBatchesOf(4).insertsInto("cup", POSTGRESQL ? 0 : 3);
    }

    @Test
    void does_not_know_what_several_statements_in_one_string_did_before_one_failed() {
        assertThatThrownBy(() -> cups.sent(connection -> connection
                        .createStatement()
                        .execute("insert into cup values (1, 'a'); insert into cup values (1, 'b')")))
                .hasCauseInstanceOf(SQLException.class);

        assertThat(cups.recorder().log()).hasInserts(2);
        assertThatThrownBy(() -> assertThat(cups.recorder().log()).insertsInto("cup", 0))
                .hasMessageContaining("Cannot tell how many rows were inserted into cup");
    }

    @Test
    void does_not_know_which_rows_of_a_merge_are_new() {
        String merge = POSTGRESQL
                ? "insert into cup (id, name) values (1, 'a'), (2, 'b') on conflict (id) do update set name = excluded.name"
                : "merge into cup (id, name) key (id) values (1, 'a'), (2, 'b')";

        var log = cups.sent(connection -> {
            Cups.insert(connection, 1);
            connection.createStatement().executeUpdate(merge);
        });

        assertThat(log).hasInserts(2);
        assertThat(log.statements()).extracting(SqlStatement::rows).containsExactly(1L, 2L);
        assertThatThrownBy(() -> assertThat(log).insertsInto("cup", 3))
                .hasMessageContaining("Cannot tell how many rows were inserted into cup")
                .hasMessageContaining("\n  " + merge + " → 2 rows");
    }

    @Test
    void reads_of_what_a_statement_returns_how_many_rows_it_wrote() {
        String insert = "insert into cup (name) values ('a'), ('b')";
        var log = cups.sent(connection -> {
            var statement = connection.createStatement();
            statement.execute(POSTGRESQL ? insert + " returning id" : "select id from final table (" + insert + ")");
            statement.getResultSet().next();
        });

        assertThat(log).hasNoSelects().hasInserts(1).insertsInto("cup", 2);
    }
}
