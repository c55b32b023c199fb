package io.github.jpabyexample.tour;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class OverwrittenTest {

    @Test
    void a_choice_that_the_argument_file_would_overwrite_is_refused() {
        assertThat(Overwritten.in(List.of(
                        "-Djpa.database=postgresql", "-Xmx1g", "-Djpa.provider=hibernate", "-Djpa.database=h2")))
                .containsExactly(
                        "tour: you ask for postgresql, but this tour was built for h2. Build it for another stack:"
                                + " mvn -q package -Ptour -Djpa.database=postgresql");
        assertThat(Overwritten.in(List.of("-Djpa.provider=eclipselink", "-Djpa.provider=hibernate")))
                .hasSize(1);
    }

    @Test
    void the_same_choice_and_other_properties_are_none_of_its_business() {
        assertThat(Overwritten.in(
                        List.of("-Djpa.database=h2", "-Djpa.database.url=jdbc:h2:mem:a", "-Djpa.database=h2")))
                .isEmpty();
    }
}
