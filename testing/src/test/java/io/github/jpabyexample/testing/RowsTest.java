package io.github.jpabyexample.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RowsTest {

    @RegisterExtension
    static final JpaUnit jpa = JpaUnit.of("Garden-unit");

    private record Sale(String what, Integer pieces) {}

    @Test
    void a_record_gives_a_column_for_each_component() {
        var rows = Rows.of(Arrays.asList(new Sale("sage", 3), null, new Sale("thyme", null)));

        assertThat(rows.columns()).containsExactly("what", "pieces");
        assertThat(rows.rows())
                .containsExactly(List.of("sage", "3"), List.of("null", "null"), List.of("thyme", "null"));
    }

    @Test
    void an_array_gives_a_column_for_each_element() {
        var rows = Rows.of(List.<Object[]>of(new Object[] {"sage", 3, new byte[] {1, (byte) 255}}));

        assertThat(rows.columns()).containsExactly("1", "2", "3");
        assertThat(rows.rows()).containsExactly(List.of("sage", "3", "0x01ff"));
    }

    @Test
    void all_else_gives_one_column_named_for_its_type() {
        assertThat(Rows.of(List.of(1, 2))).isEqualTo(new Rows(List.of("integer"), List.of(List.of("1"), List.of("2"))));
        assertThat(Rows.of(List.of())).isEqualTo(new Rows(List.of("value"), List.of()));
    }

    @Test
    void rows_of_the_database_show_what_stands_there() {
        jpa.given(em -> em.createNativeQuery("insert into plant (id, name, picture"
                        + (jpa.stack().isOn(Stack.ECLIPSELINK) ? ", dtype" : "") + ") values (?1, ?2, ?3"
                        + (jpa.stack().isOn(Stack.ECLIPSELINK) ? ", 'Plant'" : "") + ")")
                .setParameter(1, -1L)
                .setParameter(2, "sage")
                .setParameter(3, new byte[] {10, 11})
                .executeUpdate());

        var rows = jpa.rows("select name as \"Plant\", picture, bed_id, array[1, 2] as numbers from plant");

        assertThat(rows.columns()).containsExactly("plant", "picture", "bed_id", "numbers");
        assertThat(rows.rows()).containsExactly(List.of("sage", "0x0a0b", "null", "[1, 2]"));
    }

    @Test
    void rows_are_immutable() {
        var rows = Rows.of(List.of(1));

        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> rows.rows().add(List.of("2")));
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> rows.columns().clear());
    }
}
