package io.github.jpabyexample.tour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.jpabyexample.tour.Manifest.Chapter;
import io.github.jpabyexample.tour.Story.Step;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class StoryTest {

    @Test
    void goes_through_all_chapters_in_learning_order() {
        List<Chapter> chapters = Manifest.onClassPath().chapters();

        assertThat(Story.onClassPath().steps().stream()
                        .map(step -> chapters.stream()
                                .filter(chapter -> chapter.lessons().contains(step.lesson()))
                                .findFirst()
                                .orElseThrow(() -> new AssertionError(step + " is in no chapter")))
                        .distinct())
                .containsExactlyElementsOf(chapters.stream()
                        .filter(chapter -> !chapter.lessons().isEmpty())
                        .toList());
    }

    @Test
    void names_claims_that_stand_in_their_lessons() throws IOException, ClassNotFoundException {
        for (Step step : Story.onClassPath().steps()) {
            assertThat(LessonSource.fileOf(LessonClass.named(step.lesson()).type()))
                    .contains("void " + step.method() + "(");
        }
    }

    @Test
    void refuses_a_line_without_a_claim() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Story.parse("# one\nx.OneTest"))
                .withMessageContaining("'x.OneTest' is not '<class>#<method>'");
    }

    @Test
    void runs_straight_through_where_there_is_no_terminal() {
        TourRun tour = TourRun.of(Manifest.onClassPath(), "--story", "--chapter", "models");

        assertThat(tour.status()).as(tour.out() + tour.err()).isZero();
        assertThat(tour.out())
                .containsSubsequence("FirstEntity\n", "* A new book becomes one row", "    sql\n", "✔ held\n")
                .doesNotContain("* A stored book", "WaysToAFactory");
    }
}
