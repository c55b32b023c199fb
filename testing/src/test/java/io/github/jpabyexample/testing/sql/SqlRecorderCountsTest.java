package io.github.jpabyexample.testing.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jpabyexample.testing.sql.SqlStatement.Kind;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SqlRecorderCountsTest {

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
}
