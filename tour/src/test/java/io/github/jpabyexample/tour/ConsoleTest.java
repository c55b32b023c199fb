package io.github.jpabyexample.tour;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jpabyexample.course.Chapter;
import io.github.jpabyexample.course.Course;
import io.github.jpabyexample.course.CourseModule;
import io.github.jpabyexample.course.LessonRef;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ConsoleTest {

    private static final Course TWO_MODULES = TourRun.course(
            new CourseModule(
                    "tours",
                    "In two chapters",
                    List.of(chapter("first", "First", "ShowingLesson"), chapter("second", "Second", "SkippedLesson"))),
            new CourseModule("more", "In one chapter", List.of(chapter("third", "Third", "RedLesson"))));

    @TempDir
    Path home;

    private ConsoleRun.Setting console;

    @BeforeEach
    void two_lessons() {
        console = ConsoleRun.Setting.in(home, "ShowingLesson", "RedLesson", "SkippedLesson");
    }

    private static Chapter chapter(String name, String title, String lesson) {
        return new Chapter(
                name, title, List.of(new LessonRef("tours", "io.github.jpabyexample.tour.planted." + lesson)));
    }

    @Nested
    class The_menu {

        @Test
        void lists_modules_before_anything_is_opened() {
            assertThat(console.type("quit").text())
                    .containsSubsequence(
                            "JPA by Example", "planted    1 to 3  Lessons for the tests", "Enter begins", "tour> ")
                    .doesNotContain("RedLesson")
                    .doesNotContain("Running");
        }

        @Test
        void lists_the_numbered_lessons_of_a_module_of_a_chapter_and_of_all() {
            for (String command : List.of("planted", "chapter planted", "chapter all", "list")) {
                assertThat(console.type(command).text())
                        .containsSubsequence(
                                "planted: Lessons for the tests",
                                "All of them (all)",
                                " 1  ShowingLesson",
                                "A lesson may open two units, show tables, and say what differs.",
                                " 2  RedLesson");
            }
        }

        @Test
        void parts_modules_and_chapters_by_a_blank_line() {
            assertThat(new ConsoleRun.Setting(TWO_MODULES, home, home, 100)
                            .type("list")
                            .text())
                    .containsSubsequence(
                            "tours: In two chapters\n\n  First (first)\n",
                            "\n\n  Second (second)\n",
                            "\n\nmore: In one chapter\n\n  Third (third)\n");
        }

        @Test
        void is_left_with_status_0_by_quit_and_ctrl_d_and_with_130_by_ctrl_c() {
            assertThat(console.type("quit").status()).isZero();
            assertThat(console.keys("\u0004").status()).isZero();
            assertThat(console.keys("\u0003").status()).isEqualTo(130);
        }

        @Test
        void finds_a_word_in_sentences_claims_and_sources() {
            String found = console.type("search BATCH", "search gherkin").text();

            assertThat(found)
                    .containsSubsequence(
                            "1  ShowingLesson", "are written in one batch", "'gherkin' stands in no lesson.");
            assertThat(found.substring(found.indexOf("search BATCH"))).doesNotContain("RedLesson");
            assertThat(console.type("search units,").text()).containsOnlyOnce("open two units");
        }

        @Test
        void says_what_was_probably_meant() {
            assertThat(console.type("seach x", "redleson", "chapter plante", "more")
                            .text())
                    .contains("no lesson or command 'seach x'; did you mean 'search'?")
                    .contains("no lesson or command 'redleson'; did you mean 'RedLesson'?")
                    .contains("no chapter 'plante'; did you mean 'planted'?")
                    .contains("No lesson is open yet");
        }

        @Test
        void shows_the_commands() {
            assertThat(console.type("help").text())
                    .contains("search WORD", "previous", "tables", "leaves, as does Ctrl-D");
        }
    }

    @Nested
    class A_lesson {

        @Test
        void is_opened_by_number_or_name_and_run_and_enter_shows_one_claim_more() {
            assertThat(console.type("1").text())
                    .containsSubsequence(
                            "Running ShowingLesson",
                            "1. ShowingLesson (planted, all)",
                            "A lesson may open two units, show tables, and say what differs.",
                            "* Three authors are written in one batch",
                            "✔ held",
                            "ShowingLesson 1/3> ")
                    .doesNotContain("* Three authors are found by");
            assertThat(console.type("showinglessontest", "").text())
                    .containsSubsequence("* Three authors are found by [1]", "ShowingLesson 2/3> ")
                    .doesNotContain("found by [2]");
            assertThat(console.type("1", "all", "").text())
                    .containsSubsequence("found by [2]", "ShowingLesson 3/3> ", "Running RedLesson");
        }

        @Test
        void shows_java_and_sql_in_colours_and_all_that_the_plain_tour_shows() {
            ConsoleRun run = console.type("1");

            assertThat(run.raw())
                    .containsIgnoringCase("\u001b[36minsert\u001b[")
                    .contains("\u001b[32m\"Anne Brontë\"\u001b[");
            assertThat(run.text())
                    .containsSubsequence(
                            "    given\n",
                            "    java\n        jpa.runInTransaction(em ->\n",
                            "    sql\n         1. ",
                            "values: ",
                            "→ a batch of 2, 2 rows, ",
                            "    all authors\n        +--",
                            "| Anne Brontë ",
                            "Note: Rows of one table go to the database together.",
                            "Differs: initial letter of the provider: here ",
                            "✔ held",
                            "mvn verify -Pall-stacks records");
        }

        @Test
        void shows_its_file_its_sql_on_one_line_and_its_tables() {
            assertThat(console.columns(200).type("1", "more").text())
                    .contains("package io.github.jpabyexample.tour.planted;");
            assertThat(console.columns(200).type("1", "sql").text())
                    .containsPattern("(?i)\\d\\. insert into author ?\\(");
            assertThat(console.type("1", "tables").text())
                    .containsPattern("(?i)\njpa: author: \\d rows\n")
                    .contains("| Jane Austen ")
                    .containsPattern("(?i)No rows: .*cached: author, ");
        }

        @Test
        void runs_its_claims_as_they_are_written_and_keeps_the_tables_of_each() {
            String shown = ConsoleRun.Setting.in(home, "GrowingLesson")
                    .type("1", "tables", "", "tables")
                    .text();

            assertThat(shown)
                    .containsSubsequence(
                            "* z leaves one author",
                            "GrowingLesson 1/2> tables",
                            ": 1 row\n",
                            "Ring\u2407\u241b[2J",
                            "* a leaves two authors",
                            "GrowingLesson 2/2> tables",
                            ": 2 rows\n",
                            "Mary Shelley")
                    .doesNotContain("\u0007");
        }

        @Test
        void is_followed_and_preceded_and_run_again_and_its_chapter_is_run() {
            assertThat(console.type("2", "next", "previous", "again").text())
                    .containsSubsequence(
                            "Running RedLesson", "Running SkippedLesson", "Running RedLesson", "Running RedLesson");
            assertThat(console.type("1", "previous", "3", "next").text())
                    .containsSubsequence("This is the first lesson.", "That was the last lesson.");
            assertThat(console.type("run").text())
                    .containsSubsequence(
                            "* Three authors are found by [2]",
                            "✔ held",
                            "* An empty store has three books",
                            "✘ did not hold: ",
                            "– skipped: ",
                            "SkippedLesson 1/1> ");
        }

        @Test
        void is_run_with_its_chapter_where_that_was_asked_for_and_else_with_its_module() {
            var chapters = new ConsoleRun.Setting(TWO_MODULES, home, home, 100);

            assertThat(chapters.type("chapter second", "SkippedLesson", "run").text())
                    .contains("Running second")
                    .doesNotContain("Running tours", "Three authors");
            assertThat(chapters.type("chapter second", "ShowingLesson", "run").text())
                    .contains("Running tours", "Three authors", "A blue database");
            assertThat(chapters.type("SkippedLesson", "run").text()).contains("Running tours");
        }

        @Test
        void that_breaks_off_says_why_and_the_console_goes_on() {
            assertThat(ConsoleRun.Setting.in(home, "BrokenLesson", "SkippedLesson")
                            .type("1", "list")
                            .text())
                    .containsSubsequence(
                            "✘ BrokenLesson broke off: ", "the cupboard is bare", "Enter opens 2.", "> list")
                    .doesNotContain("Running SkippedLesson");
        }

        @Test
        void keeps_within_the_width_of_the_terminal() {
            assertThat(console.columns(60).type("1", "all").text().lines())
                    .allSatisfy(line -> assertThat(line.length()).as(line).isLessThanOrEqualTo(60));
        }
    }

    @Nested
    class The_next_visit {

        @Test
        void begins_where_the_last_one_ended() {
            console.type("2");

            assertThat(console.type("").text())
                    .containsSubsequence("Enter opens 2. RedLesson, where you left off.", "Running RedLesson");
        }

        @Test
        void begins_anew_where_nothing_can_be_kept() throws IOException {
            Path file = Files.createFile(home.resolve("no-folder"));
            var unwritable = new ConsoleRun.Setting(console.course(), file, home, 80);

            assertThat(unwritable.type("3").status()).isZero();
            assertThat(unwritable.type("quit").text()).contains("Enter begins");
        }
    }
}
