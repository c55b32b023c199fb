package io.github.jpabyexample.lesson.observation;

import static io.github.jpabyexample.lesson.observation.Difference.cost;
import static io.github.jpabyexample.lesson.observation.Difference.data;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DifferenceTest {

    private final Difference whole = data("rows").write("distinct").follows("Fetch Joins", "eclipselink");

    @Test
    void that_says_what_to_write_and_who_follows_is_complete() {
        assertThatNoException().isThrownBy(whole::requireComplete);
        assertThatNoException().isThrownBy(cost("rows").write("distinct").unspecified()::requireComplete);
    }

    @Test
    void that_does_not_is_refused_with_all_that_is_missing() {
        assertThatIllegalArgumentException()
                .isThrownBy(cost("rows")::requireComplete)
                .withMessage(
                        "'rows' does not say what to write so that it is the same on every provider: .write(\"…\"), nor who"
                                + " follows the specification: .follows(\"<section>\", HIBERNATE), .leftOpen(\"<section>\"), or"
                                + " .unspecified()");
        assertThatIllegalArgumentException()
                .isThrownBy(cost("rows").write(" ").leftOpen("Fetch Joins")::requireComplete)
                .withMessageStartingWith("'rows' does not say what to write");
    }

    @Test
    void that_names_a_section_by_its_number_or_by_a_title_that_there_is_not_is_refused() {
        for (String section : new String[] {"4.4.5.3", "Fetch joins"}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(cost("rows").write("distinct").leftOpen(section)::requireComplete)
                    .withMessage("'rows' names the section '" + section
                            + "', but Jakarta Persistence 3.2 has none of that title: sections.txt lists them");
        }
    }

    @Test
    void reads_as_sentences() {
        assertThat(whole.since("Hibernate 6").because("a setting").sentences())
                .containsExactly(
                        "Write: distinct",
                        "Specification: eclipselink follows \"Fetch Joins\"",
                        "Since: Hibernate 6",
                        "Because of: a setting");
        assertThat(cost("rows").write("distinct").follows("Fetch Joins").sentences())
                .contains("Specification: none follows \"Fetch Joins\"");
        assertThat(cost("rows").write("distinct").leftOpen("Fetch Joins").sentences())
                .contains("Specification: left open by \"Fetch Joins\"");
    }
}
