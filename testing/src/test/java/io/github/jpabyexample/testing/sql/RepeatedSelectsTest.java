package io.github.jpabyexample.testing.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jpabyexample.testing.JpaUnit;
import io.github.jpabyexample.testing.garden.Bed;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RepeatedSelectsTest {

    @RegisterExtension
    static final JpaUnit jpa = JpaUnit.of("Garden-unit");

    private final List<Bed> beds =
            List.of(Bed.with("herbs", "sage", "thyme"), Bed.with("roses", "Alba"), Bed.with("berries", "currant"));

    @BeforeEach
    void stored() {
        jpa.given(em -> beds.forEach(em::persist));
    }

    @Test
    void are_the_selects_of_each_row_in_a_list() {
        var log = jpa.sqlOf(
                () -> jpa.runInTransaction(em -> em.createQuery("select b from Bed b order by b.id", Bed.class)
                        .getResultList()
                        .forEach(bed -> bed.plants().size())));

        String ids = "[%d], [%d], [%d]"
                .formatted(beds.get(0).id(), beds.get(1).id(), beds.get(2).id());
        assertThatThrownBy(() -> assertThat(log).hasNoRepeatedSelects())
                .hasMessageContaining("Expected no select to be sent again with other values, but ")
                .hasMessageContaining("\n  3 times: ")
                .hasMessageContaining(" with " + ids)
                .hasMessageContaining("These were sent:\n  1. ");
    }

    @Test
    void are_listed_with_how_often_they_were_sent_and_the_first_ten_of_their_values() {
        try (var cups = new Cups()) {
            var log = cups.sent(connection -> {
                connection.createStatement().execute("select name from cup");
                try (var byId = connection.prepareStatement("select name\n from cup where id = ?")) {
                    for (int id = 1; id <= 12; id++) {
                        byId.setInt(1, id);
                        byId.executeQuery();
                    }
                }
            });

            assertThat(log).hasAtMostSelects(13);
            assertThatThrownBy(() -> assertThat(log).hasAtMostSelects(12))
                    .hasMessageContaining("Expected at most 12 selects, but 13 were sent:\n  1. select");
            assertThatThrownBy(() -> assertThat(log).hasNoRepeatedSelects()).hasMessageContaining("""
                            Expected no select to be sent again with other values, but 1 was:
                              12 times: select name from cup where id = ? with [1], [2], [3], [4], [5], [6], [7], [8], [9], [10], and 2 more
                            These were sent:
                              1. select name from cup""");
        }
    }

    @Test
    void are_none_where_one_select_brings_all() {
        var log = jpa.sqlOf(() -> jpa.runInTransaction(
                em -> em.createQuery("select distinct b from Bed b left join fetch b.plants", Bed.class)
                        .getResultList()
                        .forEach(bed -> bed.plants().size())));

        assertThat(log).hasNoRepeatedSelects().hasSelects(1);
    }

    @Test
    void are_none_where_the_values_are_the_same() {
        var log = jpa.sqlOf(() -> {
            for (int i = 0; i < 2; i++) {
                jpa.runInTransaction(em -> em.find(Bed.class, beds.get(0).id()));
            }
        });

        assertThat(log).hasNoRepeatedSelects().hasSelects(2);
    }
}
