package io.github.jpabyexample.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LoggingTest {

    @Test
    void providers_are_quiet_unless_asked_and_the_line_that_names_the_stack_is_not() {
        assertThat(Logging.configuration("").lines()).contains(".level = OFF", "io.github.jpabyexample.level = INFO");
        assertThat(Logging.configuration("quiet")).isEqualTo(Logging.configuration(""));
    }

    @Test
    void all_are_as_loud_as_asked() {
        assertThat(Logging.configuration("FINE").lines())
                .contains(".level = FINE", "io.github.jpabyexample.level = FINE");
        assertThat(Logging.configuration("OFF").lines()).contains(".level = OFF", "io.github.jpabyexample.level = OFF");
    }

    @Test
    void a_level_that_does_not_exist_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Logging.configuration("loud"))
                .withMessageStartingWith(
                        "jpa.log is 'loud', but must be quiet, or a level of java.util.logging: SEVERE,");
    }
}
