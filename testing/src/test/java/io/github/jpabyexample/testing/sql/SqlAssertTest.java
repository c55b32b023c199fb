package io.github.jpabyexample.testing.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.jpabyexample.testing.sql.SqlLog.Told;
import io.github.jpabyexample.testing.sql.SqlStatement.Kind;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.opentest4j.AssertionFailedError;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SqlAssertTest {

    private static final SqlLog LOG = log(
            statement("select next value for cup_ids", 1, 1),
            statement("select c.id from cup c", 1, 2),
            statement("insert into shop.cup (id) values (?)", 3, 3),
            statement("insert into pot select id from cup", 1, 5),
            statement("update cup set name = ?", 2, 2),
            statement("delete from cup where name like '100%'", 1, 7),
            statement("delete from pot", 1, 0),
            statement("create table x (id int)", 1, 0));
    private static final SqlLog NOTHING = log(statement("select next value for cup_ids", 1, 1));

    private static Told statement(String sql, int batch, long rows) {
        var values = Collections.nCopies(batch, Values.NONE);
        return new Told(new Entry(Sql.in(sql).get(0), false, values, batch, 0, null, rows).snapshot(), false, 0);
    }

    private static SqlLog log(Told... statements) {
        return new SqlLog(List.of(statements), 0, new Tally(), Set.of());
    }

    @Test
    void what_was_sent_passes() {
        assertThat(LOG)
                .hasSelects(1)
                .hasAtMostSelects(1)
                .hasAtMostSelects(2)
                .hasInserts(2)
                .hasUpdates(1)
                .hasDeletes(2)
                .hasSequenceCalls(1)
                .hasStatements(6)
                .insertsInto("CUP", 3)
                .insertsInto("shop.cup", 3)
                .insertsInto("other.cup", 0)
                .insertsInto("pot", 5)
                .updatesOf("cup", 2)
                .deletesFrom("cup", 1)
                .deletesFrom("up", 0)
                .usedBatchesOf(3, 2)
                .mentions("FROM   cup\nc")
                .doesNotMention("create table");
        assertThat(NOTHING)
                .hasNoSelects()
                .hasNoInserts()
                .hasNoUpdates()
                .hasNoDeletes()
                .isEmpty()
                .usedBatchesOf();
        assertThat(LOG.statements(Kind.DDL)).hasSize(1);
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                failure(log -> log.hasSelects(4), "Expected 4 selects, but 1 was sent:"),
                failure(log -> log.hasAtMostSelects(0), "Expected no select, but 1 was sent:"),
                failure(SqlAssert::hasNoSelects, "Expected no select, but 1 was sent:"),
                failure(log -> log.hasInserts(1), "Expected 1 insert, but 2 were sent:"),
                failure(SqlAssert::hasNoInserts, "Expected no insert, but 2 were sent:"),
                failure(log -> log.hasUpdates(2), "Expected 2 updates, but 1 was sent:"),
                failure(SqlAssert::hasNoUpdates, "Expected no update, but 1 was sent:"),
                failure(log -> log.hasDeletes(3), "Expected 3 deletes, but 2 were sent:"),
                failure(SqlAssert::hasNoDeletes, "Expected no delete, but 2 were sent:"),
                failure(log -> log.hasSequenceCalls(0), "Expected no sequence call, but 1 was sent:"),
                failure(log -> log.hasStatements(1), "Expected 1 statement, but 6 were sent:"),
                failure(SqlAssert::isEmpty, "Expected no statement, but 6 were sent:"),
                failure(log -> log.insertsInto("cup", 2), "Expected 2 rows inserted into cup, but 3 were sent:"),
                failure(log -> log.updatesOf("pot", 1), "Expected 1 update of pot, but none was sent:"),
                failure(log -> log.deletesFrom("cup", 0), "Expected no delete from cup, but 1 was sent:"),
                failure(
                        log -> log.usedBatchesOf(50, 5),
                        "Expected batches of [50, 5], but batches of [3, 2] were sent:"),
                failure(SqlAssert::usedBatchesOf, "Expected no batch, but batches of [3, 2] were sent:"),
                failure(
                        log -> log.mentions("left join"),
                        "Expected a statement with «left join», but these were sent:"),
                failure(
                        log -> log.doesNotMention("Update  CUP"),
                        "Expected no statement with «Update  CUP», but these were sent:"));
    }

    private static Arguments failure(Consumer<SqlAssert> assertion, String firstLine) {
        return arguments(assertion, firstLine);
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("failures")
    void what_was_not_sent_fails_and_shows_what_was(Consumer<SqlAssert> assertion, String firstLine) {
        assertThatThrownBy(() -> assertion.accept(assertThat(LOG)))
                .isInstanceOf(AssertionError.class)
                .satisfies(error -> assertThat(error.getMessage().strip().lines())
                        .startsWith(firstLine, "  1. select next value for cup_ids → 1 row")
                        .contains("  3. insert into shop.cup (id) values (?) batch of 3 → 3 rows")
                        .contains("  6. delete from cup where name like '100%' → 7 rows")
                        .hasSize(8));
    }

    @Test
    void a_wrong_number_is_a_difference_that_an_IDE_can_show() {
        assertThatThrownBy(() -> assertThat(LOG).hasSelects(4))
                .isInstanceOfSatisfying(AssertionFailedError.class, error -> {
                    assertThat(error.getExpected().getStringRepresentation()).isEqualTo("4");
                    assertThat(error.getActual().getStringRepresentation()).isEqualTo("1");
                });
    }

    @Test
    void nothing_sent_is_said_so() {
        assertThatThrownBy(() -> assertThat(log()).hasSelects(1))
                .hasMessageContaining("Expected 1 select, but none was sent:")
                .hasMessageContaining("(nothing was sent)");
        assertThatThrownBy(() -> assertThat(NOTHING).usedBatchesOf(2))
                .hasMessageContaining("Expected batches of [2], but none was sent:");
    }

    @Test
    void a_description_goes_before_the_message() {
        assertThatThrownBy(() -> assertThat(LOG).as("the report").hasSelects(0))
                .hasMessageStartingWith("[the report] ");
    }

    @Test
    void a_number_that_cannot_be_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> assertThat(LOG).hasSelects(-1))
                .withMessage("Cannot expect -1 selects");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> assertThat(LOG).hasAtMostSelects(-1))
                .withMessage("Cannot expect -1 selects");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> assertThat(LOG).insertsInto("cup", -2))
                .withMessage("Cannot expect -2 rows");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> assertThat(LOG).usedBatchesOf(50, 1))
                .withMessageContaining("two sets of values or more");
    }
}
