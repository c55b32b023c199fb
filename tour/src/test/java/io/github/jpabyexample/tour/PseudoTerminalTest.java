package io.github.jpabyexample.tour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tour as somebody sees it who starts it: its main, its lessons, and a terminal with signals. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PseudoTerminalTest {

    private static final String CTRL_C = "\u0003";

    @TempDir
    Path home;

    @BeforeAll
    static void there_is_one() {
        assumeTrue(
                PseudoTerminal.isHere(),
                "no pseudo-terminal: it takes the commands script of util-linux and env of coreutils");
    }

    // Each of its claims waits for more than two seconds.
    private static final String SLOW = "Leak";

    @Test
    void shows_menu_search_lesson_and_source_and_is_left_by_ctrl_c() throws Exception {
        try (var terminal = PseudoTerminal.tour(home)) {
            terminal.awaits("My first classes in the database");
            terminal.awaits("Enter begins");
            terminal.awaits("tour> ");

            terminal.type("search UUID\r");
            assertThat(terminal.awaits("tour> ")).contains("  GeneratedId");

            terminal.type("firstentity\r");
            terminal.awaits("Running FirstEntity");
            terminal.awaits("opening the database");
            assertThat(terminal.awaits("FirstEntity 1/5> "))
                    .containsSubsequence("1. FirstEntity (models, classes)", "    java\n", "    sql\n", "✔ held");

            terminal.type("more\r");
            terminal.awaits("package io.github.jpabyexample.models.classes;");
            terminal.type(CTRL_C + "q");
            terminal.awaits("FirstEntity 1/5> ");

            terminal.type(CTRL_C);
            isLeft(terminal);
        }
    }

    @Test
    void is_left_by_ctrl_c_while_a_lesson_runs() throws Exception {
        try (var terminal = PseudoTerminal.tour(home)) {
            terminal.awaits("tour> ");
            terminal.type(SLOW + "\r");
            terminal.awaits("Running " + SLOW);
            terminal.awaits("█");

            terminal.type(CTRL_C);
            isLeft(terminal);
        }
    }

    // With the status of a signal, a terminal in order, and neither a complaint nor a process left behind.
    private static void isLeft(PseudoTerminal terminal) throws IOException, InterruptedException {
        terminal.awaits("status 130\n");
        String settings = terminal.awaits("\nend");
        assertThat(terminal.leftAfterTheEnd()).isEmpty();

        assertThat(settings).containsPattern("\\bisig\\b").contains(" icanon", " echo ");
        assertThat(terminal.text()).doesNotContain("Exception in thread").doesNotContain("\tat ");
    }
}
