package io.github.jpabyexample.tour;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jpabyexample.course.Course;
import io.github.jpabyexample.course.CourseModule;
import io.github.jpabyexample.course.LearningPath;
import io.github.jpabyexample.course.LearningPath.Step;
import io.github.jpabyexample.course.source.LessonSource;
import java.io.IOException;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class StoryTest {

    private final Course course = Course.onClassPath();
    private final LearningPath story = course.path("story").orElseThrow();

    @Test
    void goes_through_all_modules_in_learning_order() {
        assertThat(story.steps().stream().map(step -> step.lesson().module()).distinct())
                .containsExactlyElementsOf(
                        course.modules().stream().map(CourseModule::name).toList());
    }

    @Test
    void names_claims_that_stand_in_their_lessons() throws IOException, ClassNotFoundException {
        for (Step step : story.steps()) {
            assertThat(LessonSource.of(step.lesson().load()).java().text())
                    .contains("void " + step.claim().orElseThrow() + "(");
        }
    }

    @Test
    void runs_straight_through_where_there_is_no_terminal() {
        TourRun tour = TourRun.of(course, "--story", "--chapter", "models");

        assertThat(tour.status()).as(tour.out() + tour.err()).isZero();
        assertThat(tour.out())
                .containsSubsequence("FirstEntity\n", "* A new novel becomes one row", "    sql\n", "✔ held\n")
                .doesNotContain("* A stored novel", "WaysToAFactory");
    }
}
