package io.github.jpabyexample.tour;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jpabyexample.course.Chapter;
import io.github.jpabyexample.course.Course;
import io.github.jpabyexample.course.CourseModule;
import io.github.jpabyexample.course.LessonRef;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TourOptionsTest {

    private static final Course COURSE = TourRun.course(
            TourRun.module("models", "Models", "io.github.jpabyexample.models.classes.FirstEntityTest"),
            new CourseModule(
                    "queries",
                    "Queries",
                    List.of(new Chapter(
                            "jpql",
                            "JPQL",
                            List.of(new LessonRef("queries", "io.github.jpabyexample.tour.planted.RedLesson"))))));

    @Nested
    class The_list {

        @Test
        void names_chapters_and_lessons_with_their_sentences_and_runs_none() {
            TourRun tour = TourRun.of(COURSE, "--list");

            assertThat(tour.status()).isZero();
            assertThat(tour.err()).isEmpty();
            assertThat(tour.out())
                    .contains(
                            "models: Models\n  All of them (all)\n    FirstEntity\n",
                            "An entity is a class whose objects are rows")
                    .contains("queries: Queries\n  JPQL (jpql)\n    RedLesson\n", "This lesson is wrong on purpose.")
                    .doesNotContain("held");
        }

        @Test
        void is_narrowed_by_chapter_and_lesson_in_any_case() {
            for (String chapter : List.of("QUERIES", "Jpql")) {
                assertThat(TourRun.of(COURSE, "--list", "--chapter", chapter).out())
                        .contains("RedLesson")
                        .doesNotContain("FirstEntity");
            }
            assertThat(TourRun.of(COURSE, "--list", "--lesson", "firstentitytest", "--chapter", "models,queries")
                            .out())
                    .contains("FirstEntity")
                    .doesNotContain("RedLesson");
        }

        @Test
        void of_the_real_course_finds_every_lesson() {
            TourRun tour = TourRun.of(Course.onClassPath(), "--list");

            assertThat(tour.err()).isEmpty();
            assertThat(tour.status()).isZero();
            assertThat(tour.out()).startsWith("models: ");
        }
    }

    @Nested
    class A_wrong_name {

        @Test
        void of_a_chapter_is_bad_usage_with_a_suggestion() {
            TourRun tour = TourRun.of(COURSE, "--chapter", "querys");

            assertThat(tour.status()).isEqualTo(2);
            assertThat(tour.err()).contains("no chapter 'querys'; did you mean 'queries'?");
            assertThat(tour.out()).isEmpty();
        }

        @Test
        void of_a_lesson_is_bad_usage_with_a_suggestion() {
            TourRun tour = TourRun.of(COURSE, "--lesson", "FirstEntitiTest");

            assertThat(tour.status()).isEqualTo(2);
            assertThat(tour.err()).contains("no lesson 'FirstEntiti'; did you mean 'FirstEntity'?");
        }

        @Test
        void of_a_lesson_that_stands_in_another_chapter_says_where_it_was_sought() {
            TourRun tour = TourRun.of(COURSE, "--chapter", "queries", "--lesson", "FirstEntity");

            assertThat(tour.status()).isEqualTo(2);
            assertThat(tour.err()).contains("no lesson 'FirstEntity' in queries; --list shows what there is");
        }

        @Test
        void of_an_option_is_bad_usage_with_a_suggestion() {
            TourRun tour = TourRun.of(COURSE, "--lessen", "FirstEntity");

            assertThat(tour.status()).isEqualTo(2);
            assertThat(tour.err()).contains("--lessen").contains("--lesson");
        }

        @Test
        void of_a_class_in_the_course_is_no_fault_of_the_user() {
            TourRun tour = TourRun.ofPlanted("LostLesson");

            assertThat(tour.status()).isEqualTo(1);
            assertThat(tour.err())
                    .contains("io.github.jpabyexample.tour.planted.LostLesson, but no such class is on the class path");
        }
    }

    @Nested
    class Help_and_version {

        @Test
        void go_to_the_output_with_status_0() {
            TourRun help = TourRun.of(COURSE, "--help");
            TourRun version = TourRun.of(COURSE, "--version");

            assertThat(help.status()).isZero();
            assertThat(help.out()).contains("--chapter=NAME", "--lesson=NAME", "--list", "Exit status:");
            assertThat(version.status()).isZero();
            assertThat(version.out()).matches("JPA by Example \\d+\\.\\d+\\.\\d+\\S*, \\w+.* \\d.*, Java \\d+.*\\s+");
        }
    }
}
