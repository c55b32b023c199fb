package io.github.jpabyexample.tour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.jpabyexample.tour.Manifest.Chapter;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ManifestTest {

    @Test
    void keeps_chapters_and_lessons_in_order_and_leaves_comments_out() {
        Manifest manifest = Manifest.parse("""
                # In learning order.
                chapter b | Second letter | and more
                lesson x.TwoTest
                lesson x.OneTest

                chapter a | First letter
                """);

        assertThat(manifest.chapters())
                .containsExactly(
                        new Chapter("b", "Second letter | and more", List.of("x.TwoTest", "x.OneTest")),
                        new Chapter("a", "First letter", List.of()));
    }

    @Test
    void of_the_tour_has_the_chapters_in_learning_order() {
        assertThat(Manifest.onClassPath().chapters())
                .extracting(Chapter::name)
                .containsExactly("models", "bootstrap", "crud", "relationships", "queries", "async");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
                    lesson x.OneTest;                                     line 1: a lesson stands before the first chapter
                    chapter a;                                            line 1: a chapter is written
                    chapter a | A/chapter a | B;                          line 2: chapter a is there already
                    chapter a | A/lesson x.One/chapter b | B/lesson x.One; line 4: lesson x.One is there already
                    chapter a | A/lessen x.One;                           line 2: 'lessen x.One' is neither
                    """)
    void refuses_a_wrong_line_with_its_number(String lines, String reason) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Manifest.parse(lines.replace('/', '\n')))
                .withMessageContaining(reason);
    }
}
