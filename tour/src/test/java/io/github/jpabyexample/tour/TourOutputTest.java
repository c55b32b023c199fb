package io.github.jpabyexample.tour;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TourOutputTest {

    private static final String STACK = System.getProperty("jpa.provider") + "-" + System.getProperty("jpa.database");

    @Nested
    class A_green_lesson {

        private final TourRun tour = TourRun.ofPlanted("ShowingLesson");

        @Test
        void begins_with_the_stack_the_chapter_and_its_sentence() {
            assertThat(tour.status()).as(tour.out() + tour.err()).isZero();
            assertThat(tour.out().lines().findFirst().orElseThrow())
                    .containsIgnoringCase(STACK.split("-")[0])
                    .containsIgnoringCase(STACK.split("-")[1])
                    .contains("Java " + System.getProperty("java.version"));
            assertThat(tour.out())
                    .containsSubsequence(
                            "planted: Lessons for the tests\n==============================\n",
                            "ShowingLesson\n-------------\n",
                            "A lesson may open two units, show tables, and say what differs.\n");
        }

        @Test
        void shows_claim_state_java_sql_table_note_difference_and_verdict_in_this_order() {
            String provider = STACK.startsWith("hibernate") ? "h" : "e";

            assertThat(tour.out())
                    .containsSubsequence(
                            "* Three authors are written in one batch\n",
                            "    given\n        jpa.given(em -> {\n            // Born in this order.\n",
                            "    java\n        jpa.runInTransaction(em ->\n                List.of(",
                            "    sql\n         1. ",
                            "values: ",
                            "1819, 1880, '",
                            "→ a batch of 2, 2 rows, ",
                            " ms\n",
                            "    all authors\n        +--",
                            "| Anne Brontë ",
                            "    Note: Rows of one table go to the database together.\n",
                            "    Differs: initial letter of the provider: here " + provider
                                    + "; hibernate h, eclipselink e. Write: nothing.",
                            "    ✔ held\n");
        }

        @Test
        void shows_what_is_given_once_for_a_state_and_each_invocation_of_a_claim() {
            assertThat(tour.out()).containsOnlyOnce("    given\n");
            assertThat(tour.out())
                    .containsSubsequence(
                            "* Three authors are written in one batch\n",
                            "* Three authors are found by [1] ",
                            "'Jane Austen'",
                            "* Three authors are found by [2] ",
                            "'Mary Shelley'",
                            "1 lesson, 3 claims: 3 held, 0 did not hold, 0 skipped; ");
        }
    }

    @Nested
    class A_red_lesson {

        @Test
        void gives_status_1_and_the_reason_and_its_true_claims_hold() {
            TourRun tour = TourRun.ofPlanted("RedLesson");

            assertThat(tour.status()).isEqualTo(1);
            assertThat(tour.out())
                    .containsSubsequence(
                            "* An empty store has no books\n",
                            "    ✔ held\n",
                            "* An empty store has three books\n",
                            "    ✘ did not hold: ",
                            "[books in an empty store]",
                            "Expected size: 3 but was: 0",
                            "(RedLesson.java:",
                            "1 lesson, 2 claims: 1 held, 1 did not hold, 0 skipped",
                            "✘ RedLesson: An empty store has three books\n");
        }
    }

    @Nested
    class A_lesson_that_breaks_off {

        @Test
        void gives_status_1_and_the_reason_and_the_next_lesson_runs() {
            TourRun tour = TourRun.ofPlanted("BrokenLesson", "SkippedLesson");

            assertThat(tour.status()).isEqualTo(1);
            assertThat(tour.out())
                    .containsSubsequence(
                            "✘ BrokenLesson broke off: ", "cannot begin", "caused by ", "the cupboard is bare")
                    .contains("SkippedLesson\n")
                    .contains("✘ BrokenLesson: broke off")
                    .doesNotContain("never tried");
        }
    }

    @Nested
    class A_skipped_state {

        @Test
        void gives_status_0_and_the_reason_and_shows_the_source_all_the_same() {
            TourRun tour = TourRun.ofPlanted("SkippedLesson");

            assertThat(tour.status()).isZero();
            assertThat(tour.out())
                    .containsSubsequence(
                            "* A blue database is blue\n",
                            "throw new AssertionError(",
                            "    – skipped: ",
                            "only on db2: no other database is blue",
                            "0 held, 0 did not hold, 1 skipped");
        }
    }
}
