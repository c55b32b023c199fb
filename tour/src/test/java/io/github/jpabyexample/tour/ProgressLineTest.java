package io.github.jpabyexample.tour;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jpabyexample.course.Course;
import io.github.jpabyexample.course.LessonRef;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jline.terminal.Attributes.LocalFlag;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.DumbTerminal;
import org.jline.terminal.impl.LineDisciplineTerminal;
import org.jline.utils.ScreenTerminal;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ProgressLineTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void tells_the_step_and_how_many_claims_are_done_of_those_that_junit_finds() throws Exception {
        List<String> seen = onScreen(100);

        assertThat(seen).hasSize(1 + 3);
        assertThat(seen.get(0)).endsWith(" Running ShowingLesson ░░░░░░░░░░░░░░░░░░░░ 0 of 1 opening the database");
        assertThat(seen.get(1)).contains(" ░░░░░░░░░░░░░░░░░░░░ 0 of 1 are written in one batch");
        assertThat(seen.get(2)).contains(" ██████████░░░░░░░░░░ 1 of 2 [1] ");
        assertThat(seen.get(3)).contains(" █████████████░░░░░░░ 2 of 3 [2] ");
    }

    @Test
    void is_wiped_off_when_all_have_run() throws Exception {
        onScreen(100);

        assertThat(screen(100)).isEmpty();
    }

    @Test
    void keeps_within_a_narrow_terminal() throws Exception {
        assertThat(onScreen(30))
                .allSatisfy(line -> assertThat(line).hasSizeLessThan(30).contains("Running ShowingLesson"));
    }

    @Test
    void is_not_drawn_where_no_line_can_be_drawn_over() throws Exception {
        var nothing = new ByteArrayInputStream(new byte[0]);
        try (var terminal = new DumbTerminal("dumb", "dumb", nothing, out, StandardCharsets.UTF_8)) {
            run(terminal, 80);
        }

        assertThat(out.size()).isZero();
    }

    private List<String> onScreen(int columns) throws Exception {
        try (var terminal = new LineDisciplineTerminal("screen", "xterm-256color", out, StandardCharsets.UTF_8)) {
            terminal.setSize(Size.of(columns, 10));
            List<String> seen = run(terminal, columns);
            assertThat(terminal.getAttributes().getLocalFlag(LocalFlag.ECHO))
                    .as("what is typed afterwards is seen")
                    .isTrue();
            return seen;
        }
    }

    /** {@return what stood on the screen when the plan and each claim began} */
    private List<String> run(Terminal terminal, int columns) throws Exception {
        List<String> seen = new ArrayList<>();
        var watcher = new TestExecutionListener() {

            @Override
            public void testPlanExecutionStarted(TestPlan plan) {
                look();
            }

            @Override
            public void executionStarted(TestIdentifier test) {
                if (test.isTest()) {
                    look();
                }
            }

            private void look() {
                terminal.flush();
                seen.add(screen(columns));
            }
        };
        var lesson = LessonClass.of(new LessonRef("planted", "io.github.jpabyexample.tour.planted.ShowingLesson"));
        try (var runner = new LessonRunner(Course.onClassPath());
                var progress = ProgressLine.on(terminal, "Running ShowingLesson", runner.claims(List.of(lesson)))) {
            runner.run(lesson, progress, watcher);
        }
        return seen;
    }

    // JLine's own emulation of a screen.
    private String screen(int columns) {
        var screen = new ScreenTerminal(columns, 10);
        screen.write(out.toString(StandardCharsets.UTF_8));
        return screen.toString().strip();
    }
}
