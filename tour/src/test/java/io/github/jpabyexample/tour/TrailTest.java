package io.github.jpabyexample.tour;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jpabyexample.course.Course;
import io.github.jpabyexample.tour.Syllabus.Numbered;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TrailTest {

    private final Course course = Course.onClassPath();
    private final Syllabus syllabus = Syllabus.of(course);
    private final Trail trail = new Trail(syllabus, course.paths());

    TrailTest() throws ClassNotFoundException {}

    @Test
    void begins_with_the_first_hour_and_follows_it() {
        Numbered first = trail.first();
        Numbered second = trail.from(first, 1).orElseThrow();

        assertThat(first.name()).isEqualTo("FirstEntity");
        assertThat(second.module().name()).isEqualTo("bootstrap");
        assertThat(trail.place(second)).isEqualTo("first-hour, 2 of 14");
        assertThat(trail.from(second, -1)).contains(first);
        assertThat(trail.from(first, -1)).isEmpty();
        assertThat(trail.from(syllabus.find("UnitOffThread").orElseThrow(), 1)).isEmpty();
    }

    @Test
    void leads_on_in_learning_order_from_a_lesson_that_is_on_no_path() {
        Numbered apart = syllabus.find("EntityClass").orElseThrow();

        assertThat(trail.place(apart)).isEmpty();
        assertThat(trail.from(apart, 1)).isEqualTo(syllabus.from(apart, 1));
    }

    @Test
    void takes_another_path_and_leaves_out_what_was_not_chosen() throws ClassNotFoundException {
        assertThat(trail.begin("Providers").orElseThrow().name()).isEqualTo("UnnoticedChange");
        assertThat(trail.begin("nowhere")).isEmpty();

        var only = Syllabus.of(Choice.of(course, List.of("crud"), List.of()));
        assertThat(new Trail(only, course.paths()).first().name()).isEqualTo("UnitOfWork");
        assertThat(new Trail(only, List.of()).first().name()).isEqualTo("UnitOfWork");
    }

    @Test
    void is_shown_in_the_console_which_begins_another_by_name(@TempDir Path home) {
        var text = new ConsoleRun.Setting(course, home, home, 100)
                .type("path provders", "path providers", "quit")
                .text();

        assertThat(text)
                .containsSubsequence(
                        "path first-hour",
                        "Enter begins with 1. FirstEntity",
                        "no path 'provders'; did you mean 'providers'?",
                        "providers, 1 of 14",
                        "UnnoticedChange");
    }

    @Test
    void that_nobody_knows_is_refused_on_the_command_line() {
        TourRun run = TourRun.of(course, "--path", "first-our");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("no path 'first-our'; did you mean 'first-hour'?");
    }
}
