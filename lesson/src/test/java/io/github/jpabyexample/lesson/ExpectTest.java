package io.github.jpabyexample.lesson;

import static io.github.jpabyexample.lesson.On.on;
import static io.github.jpabyexample.testing.Stack.ECLIPSELINK;
import static io.github.jpabyexample.testing.Stack.H2;
import static io.github.jpabyexample.testing.Stack.HIBERNATE;
import static io.github.jpabyexample.testing.Stack.POSTGRESQL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.jpabyexample.testing.Stack;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ExpectTest {

    private static final Stack HIBERNATE_H2 = new Stack(HIBERNATE, H2, "Hibernate 7", "H2 2", "17", false);
    private static final Stack HIBERNATE_POSTGRESQL = new Stack(HIBERNATE, POSTGRESQL, "", "", "", false);
    private static final Stack ECLIPSELINK_H2 = new Stack(ECLIPSELINK, H2, "", "", "", true);

    @Test
    void the_value_of_the_provider_or_of_the_database_is_chosen() {
        assertThat(On.valueFor(HIBERNATE_H2, "selects", on(HIBERNATE, 4), on(ECLIPSELINK, 1)))
                .isEqualTo(4);
        assertThat(On.valueFor(ECLIPSELINK_H2, "selects", on(POSTGRESQL, 4), on(H2, 1)))
                .isEqualTo(1);
    }

    @Test
    void the_value_that_says_most_wins_wherever_it_stands() {
        var enumeration = on(HIBERNATE, H2, "enum");
        var varchar = on(HIBERNATE, "varchar");
        var text = on(ECLIPSELINK, "text");

        assertThat(On.valueFor(HIBERNATE_H2, "type", enumeration, varchar, text))
                .isEqualTo("enum");
        assertThat(On.valueFor(HIBERNATE_H2, "type", text, varchar, enumeration))
                .isEqualTo("enum");
        assertThat(On.valueFor(HIBERNATE_POSTGRESQL, "type", enumeration, varchar, text))
                .isEqualTo("varchar");
    }

    @Test
    void a_stack_without_a_value_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> On.valueFor(ECLIPSELINK_H2, "selects", on(HIBERNATE, H2, 4), on(HIBERNATE, 1)))
                .withMessage("'selects' has no value for eclipselink-h2, only [hibernate-h2: 4, hibernate: 1]");
    }

    @Test
    void a_stack_with_two_values_of_which_none_says_more_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> On.valueFor(HIBERNATE_H2, "selects", on(HIBERNATE, 4), on(H2, 1)))
                .withMessage("'selects' has two values for hibernate-h2, hibernate: 4 and h2: 1,"
                        + " and neither says more than the other");
    }

    @Test
    void what_is_no_difference_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> On.valueFor(HIBERNATE_H2, "selects", on(HIBERNATE, 4), on(ECLIPSELINK, 4)))
                .withMessage("'selects' is the same everywhere, [hibernate: 4, eclipselink: 4]:"
                        + " that is no difference, so assert it without expect");
        assertThatIllegalArgumentException().isThrownBy(() -> On.valueFor(HIBERNATE_H2, "selects", on(HIBERNATE, 4)));
    }

    @Test
    void a_stack_is_known_by_its_names() {
        assertThat(HIBERNATE_H2.name()).isEqualTo("hibernate-h2");
        assertThat(HIBERNATE_H2.isOn(HIBERNATE, H2)).isTrue();
        assertThat(HIBERNATE_H2.isOn(HIBERNATE, POSTGRESQL)).isFalse();
        assertThat(HIBERNATE_H2).hasToString("Hibernate 7 on H2 2, Java 17, not woven");
    }
}
