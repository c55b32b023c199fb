package io.github.jpabyexample.testing.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** What PostgreSQL's driver tells, and what not. Its batches are rewritten here. */
@EnabledIfSystemProperty(named = "jpa.database", matches = "postgresql")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PostgreSqlCountsTest {

    private final Cups cups = new Cups();

    @AfterEach
    void leave() {
        cups.close();
    }

    private static Cups.Work batch(String sql, int... ids) {
        return connection -> {
            try (var insert = connection.prepareStatement(sql)) {
                for (int id : ids) {
                    insert.setInt(1, id);
                    insert.addBatch();
                }
                insert.executeBatch();
            }
        };
    }

    private static void cannotTell(SqlLog log) {
        assertThat(log.statements().get(0).rows()).isEqualTo(SqlStatement.UNKNOWN);
        for (int rows = 0; rows < 5; rows++) {
            int any = rows;
            assertThatThrownBy(() -> assertThat(log).insertsInto("cup", any))
                    .hasMessageContaining(
                            "Cannot tell how many rows were inserted into cup, for the driver does not say");
        }
    }

    @Test
    void a_rewritten_batch_inserts_as_many_rows_as_its_text_has() {
        assertThat(cups.sent(batch("insert into cup (id, name) values (?, 'a'), (default, 'twin')", 101, 102, 103)))
                .insertsInto("cup", 6)
                .usedBatchesOf(3);
    }

    @Test
    void a_rewritten_batch_that_may_leave_out_rows_does_not_tell_how_many() {
        String insert = "insert into cup (id) values (?) on conflict do nothing";
        cups.sent(batch(insert, 1));

        cannotTell(cups.sent(batch(insert, 1, 2, 3, 4)));
        assertThat(cups.sent(batch(insert, 1, 2))).insertsInto("cup", 0);
        assertThat(cups.sent(connection -> connection
                        .createStatement()
                        .executeUpdate("insert into cup values (1) on conflict do nothing")))
                .insertsInto("cup", 0);
    }

    @Test
    void a_batch_that_returns_its_rows_is_not_counted_by_the_driver() {
        assertThat(cups.sent(batch("insert into cup (id) values (?) returning id", 1, 2, 3)))
                .insertsInto("cup", 3);
        cannotTell(cups.sent(batch("insert into cup (id) select x from generate_series(10, ?) x returning id", 12, 9)));
    }

    @Test
    void what_is_returned_tells_how_many_rows_were_written_when_all_of_it_was_read() {
        String insert = "insert into cup (name) select 'x' from generate_series(1, 3) returning id";

        var readAll = cups.sent(connection -> {
            var rows = connection.createStatement().executeQuery(insert);
            while (rows.next()) {}
        });
        var readSome = cups.sent(
                connection -> connection.createStatement().executeQuery(insert).next());
        var readAsManyAsAllowed = cups.sent(connection -> {
            var statement = connection.createStatement();
            statement.setMaxRows(1);
            var rows = statement.executeQuery(insert);
            while (rows.next()) {}
        });

        assertThat(readAll).insertsInto("cup", 3);
        cannotTell(readSome);
        cannotTell(readAsManyAsAllowed);
    }

    @Test
    void a_trigger_that_leaves_out_rows_is_seen_where_they_are_counted() {
        var log = cups.sent(connection -> {
            var sql = connection.createStatement();
            sql.execute("create function half() returns trigger language plpgsql as $$ begin"
                    + " if new.id % 2 = 0 then return null; end if; return new; end $$");
            sql.execute("create trigger half before insert on cup for each row execute function half()");
            sql.executeUpdate("insert into cup (id) values (1), (2)");
            var rows = sql.executeQuery("insert into cup (id) values (3), (4) returning id");
            while (rows.next()) {}
        });

        assertThat(log).insertsInto("cup", 2);
    }

    @Test
    void all_that_a_statement_writes_is_seen() {
        Cups.insert(cups, 1, 2);

        var log = cups.sent(connection -> connection.createStatement().execute("""
                with gone as (delete from cup where id = 1 returning id),
                     renamed as (update cup set name = 'x' where id = 2 returning id)
                insert into cup (name) select 'y' from gone
                """));

        assertThat(log)
                .hasStatements(1)
                .hasNoSelects()
                .hasInserts(1)
                .hasUpdates(1)
                .hasDeletes(1)
                .insertsInto("cup", 1)
                .updatesOf("cup", 1)
                .deletesFrom("cup", 1);
        assertThat(log.statements().get(0).rows()).isEqualTo(SqlStatement.UNKNOWN);
    }

    @Test
    void a_call_of_the_wrong_method_fails_after_the_rows_are_written() {
        for (String sql : List.of(
                "insert into cup (name) values ('a') returning id", "insert into cup (name) select 'b' returning id")) {
            assertThatThrownBy(() ->
                            cups.sent(connection -> connection.createStatement().executeUpdate(sql)))
                    .hasCauseInstanceOf(SQLException.class);
        }

        assertThat(cups.recorder().log().statements())
                .extracting(SqlStatement::rows)
                .containsExactly(1L, SqlStatement.UNKNOWN);
    }

    @Test
    void several_statements_in_one_string_are_counted_as_their_results_are_asked_for() {
        var log = cups.sent(connection -> {
            var sql = connection.createStatement();
            sql.execute(
                    "insert into cup (name) select 'a' from generate_series(1, 2); select id from cup; delete from cup");
            sql.getMoreResults();
            var rows = sql.getResultSet();
            while (rows.next()) {}
            sql.getMoreResults();
        });

        assertThat(log.statements()).extracting(SqlStatement::rows).containsExactly(2L, 2L, 2L);
    }
}
