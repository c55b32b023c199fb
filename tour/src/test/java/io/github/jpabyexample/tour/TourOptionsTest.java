package io.github.jpabyexample.tour;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TourOptionsTest {

    private static final Manifest MANIFEST = Manifest.parse("""
            chapter models | Models
            lesson io.github.jpabyexample.models.FirstEntityTest

            chapter queries | Queries
            lesson io.github.jpabyexample.tour.planted.RedLesson

            chapter async | Still to be written
            """);

    @Nested
    class The_list {

        @Test
        void names_chapters_and_lessons_with_their_sentences_and_runs_none() {
            TourRun tour = TourRun.of(MANIFEST, "--list");

            assertThat(tour.status()).isZero();
            assertThat(tour.err()).isEmpty();
            assertThat(tour.out())
                    .contains("models: Models", "    FirstEntity\n", "An entity is a class whose objects are rows")
                    .contains("queries: Queries", "    RedLesson\n", "This lesson is wrong on purpose.")
                    .doesNotContain("async", "held");
        }

        @Test
        void is_narrowed_by_chapter_and_lesson_in_any_case() {
            assertThat(TourRun.of(MANIFEST, "--list", "--chapter", "QUERIES").out())
                    .contains("RedLesson")
                    .doesNotContain("FirstEntity");
            assertThat(TourRun.of(MANIFEST, "--list", "--lesson", "firstentitytest", "--chapter", "models,queries")
                            .out())
                    .contains("FirstEntity")
                    .doesNotContain("RedLesson");
        }

        @Test
        void of_the_real_manifest_finds_every_lesson() {
            TourRun tour = TourRun.of(Manifest.onClassPath(), "--list");

            assertThat(tour.err()).isEmpty();
            assertThat(tour.status()).isZero();
            assertThat(tour.out()).startsWith("models: ");
        }
    }

    @Nested
    class A_wrong_name {

        @Test
        void of_a_chapter_is_bad_usage_with_a_suggestion() {
            TourRun tour = TourRun.of(MANIFEST, "--chapter", "querys");

            assertThat(tour.status()).isEqualTo(2);
            assertThat(tour.err()).contains("no chapter 'querys'; did you mean 'queries'?");
            assertThat(tour.out()).isEmpty();
        }

        @Test
        void of_a_lesson_is_bad_usage_with_a_suggestion() {
            TourRun tour = TourRun.of(MANIFEST, "--lesson", "FirstEntitiTest");

            assertThat(tour.status()).isEqualTo(2);
            assertThat(tour.err()).contains("no lesson 'FirstEntiti'; did you mean 'FirstEntity'?");
        }

        @Test
        void of_a_lesson_that_stands_in_another_chapter_says_where_it_was_sought() {
            TourRun tour = TourRun.of(MANIFEST, "--chapter", "queries", "--lesson", "FirstEntity");

            assertThat(tour.status()).isEqualTo(2);
            assertThat(tour.err()).contains("no lesson 'FirstEntity' in queries; --list shows what there is");
        }

        @Test
        void of_an_option_is_bad_usage_with_a_suggestion() {
            TourRun tour = TourRun.of(MANIFEST, "--lessen", "FirstEntity");

            assertThat(tour.status()).isEqualTo(2);
            assertThat(tour.err()).contains("--lessen").contains("--lesson");
        }

        @Test
        void of_a_class_in_the_manifest_is_no_fault_of_the_user() {
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
            TourRun help = TourRun.of(MANIFEST, "--help");
            TourRun version = TourRun.of(MANIFEST, "--version");

            assertThat(help.status()).isZero();
            assertThat(help.out()).contains("--chapter=NAME", "--lesson=NAME", "--list", "Exit status:");
            assertThat(version.status()).isZero();
            assertThat(version.out()).matches("JPA by Example \\d+\\.\\d+\\.\\d+\\S*, \\w+.* \\d.*, Java \\d+.*\\s+");
        }
    }
}
