package io.github.jpabyexample.testing.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jpabyexample.provider.ProviderSettings;
import io.github.jpabyexample.testing.JpaUnit;
import io.github.jpabyexample.testing.garden.Tree;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a provider sends for itself, on tables whose names a user may have chosen, too. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class HousekeepingTest {

    @RegisterExtension
    static final JpaUnit jpa = JpaUnit.of("Garden-unit");

    @ParameterizedTest
    @ValueSource(strings = {"ht_cup", "HT_CUP", "HT_Cup", "hte_cup", "HTE_Cup"})
    void on_a_table_of_the_user_is_none(String table) {
        try (var cups = new Cups()) {
            var recorder = SqlRecorder.around(
                    cups.place().dataSource(), ProviderSettings.onClassPath().ownStatements());

            var log = Cups.sent(recorder, connection -> {
                for (String sql : List.of(
                        "create table %s(id int, rn_ int, primary key (id))",
                        "insert into %s(id) select id from cup",
                        "insert into %s(id, rn_) values (1, 1), (2, 2)",
                        "select rn_ from %s",
                        "update %s hte_tmp set id=3 where rn_=1",
                        "delete from %s")) {
                    connection.createStatement().execute(sql.formatted(table));
                }
            });

            assertThat(log)
                    .hasStatements(5)
                    .insertsInto(table, 2)
                    .hasSelects(1)
                    .updatesOf(table, 1)
                    .deletesFrom(table, 1);
        }
    }

    @Test
    void on_a_temporary_table_of_the_user_is_none() {
        try (var cups = new Cups()) {
            var recorder = SqlRecorder.around(
                    cups.place().dataSource(), ProviderSettings.onClassPath().ownStatements());

            var log = Cups.sent(recorder, connection -> {
                connection.createStatement().execute("create local temporary table ht_work (id int)");
                connection.createStatement().execute("insert into ht_work(id) select id from cup");
            });

            assertThat(log).hasInserts(1);
        }
    }

    @Test
    void of_a_bulk_statement_on_two_tables_is_left_out() {
        jpa.given(em -> List.of(new Tree("apple", 4), new Tree("plum", 3)).forEach(em::persist));

        var updated = jpa.sqlOf(() -> jpa.runInTransaction(
                em -> em.createQuery("update Tree t set t.name = t.name || '!', t.height = 5 where t.height < 4")
                        .executeUpdate()));
        var deleted = jpa.sqlOf(() -> jpa.runInTransaction(
                em -> em.createQuery("delete from Tree t where t.height = 5").executeUpdate()));

        assertThat(updated)
                .updatesOf("tree", 1)
                .updatesOf("plant", 1)
                .hasNoInserts()
                .hasNoDeletes()
                .hasNoSelects();
        assertThat(deleted)
                .deletesFrom("tree", 1)
                .deletesFrom("plant", 1)
                .hasNoInserts()
                .hasNoUpdates()
                .hasNoSelects();
    }
}
