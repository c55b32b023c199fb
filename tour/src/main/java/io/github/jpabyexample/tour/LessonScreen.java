package io.github.jpabyexample.tour;

import io.github.jpabyexample.course.source.LessonSource.Member;
import io.github.jpabyexample.lesson.observation.Observation;
import io.github.jpabyexample.lesson.observation.Observation.Outcome;
import io.github.jpabyexample.lesson.observation.Observation.Table;
import io.github.jpabyexample.tour.LessonRun.Claim;
import io.github.jpabyexample.tour.LessonRun.Given;
import io.github.jpabyexample.tour.LessonRun.Introduction;
import io.github.jpabyexample.tour.Syllabus.Numbered;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jline.utils.AttributedStyle;

/** Shows one run of a lesson on a screen, a claim at a time. */
final class LessonScreen {

    private static final int INDENT = 4;

    private final Screen screen;
    private final Numbered lesson;
    private final LessonRun run;
    private final Recorded recorded;
    private final Set<String> given = new HashSet<>();
    private final Set<String> helped = new HashSet<>();
    private boolean saidThatNothingIsRecorded;

    LessonScreen(Screen screen, Numbered lesson, LessonRun run, Recorded recorded) {
        this.screen = screen;
        this.lesson = lesson;
        this.run = run;
        this.recorded = recorded;
    }

    void begin() {
        screen.blank();
        screen.heading(lesson.number() + ". " + lesson.name() + " ("
                + lesson.module().name() + ", " + lesson.chapter().name() + ")");
        screen.prose(0, run.proves(), Screen.STRONG);
        introduction(run.introduction());
        if (run.stack() != null) {
            screen.prose(0, run.stack().toString(), Screen.FAINT);
        }
        for (String reason : run.breaks()) {
            screen.prose(0, "✘ " + lesson.name() + " broke off: " + reason, Screen.BAD);
        }
    }

    private void introduction(Introduction introduction) {
        screen.prose(0, introduction.place(), Screen.FAINT);
        for (String paragraph : introduction.head()) {
            screen.blank();
            screen.prose(0, paragraph, Screen.PLAIN);
        }
        if (!introduction.mappings().isEmpty()) {
            title("mapping");
            screen.java(2 * INDENT, String.join("\n\n", introduction.mappings()));
        }
        for (Table table : introduction.tables()) {
            title("table " + table.name());
            screen.table(2 * INDENT, table.columns());
        }
        screen.blank();
    }

    /** Shows a claim, with how its state comes about unless a claim before has shown that. */
    void claim(Claim claim, boolean formatted) {
        screen.blank();
        screen.item("* ", claim.sentence(), Screen.STRONG);
        for (Given each : claim.givens()) {
            if (given.add(each.state())) {
                title("given");
                screen.java(2 * INDENT, each.source());
            }
        }
        for (Member each : claim.helpers()) {
            if (helped.add(each.name())) {
                title("helper");
                screen.java(2 * INDENT, each.text());
            }
        }
        title("java");
        screen.java(2 * INDENT, claim.source());
        if (claim.seen() != null) {
            seen(claim.seen(), formatted);
        }
        screen.blank();
        verdict(claim);
        if (claim.seen() != null) {
            elsewhere(claim.seen());
        }
    }

    void verdict(Claim claim) {
        screen.prose(INDENT, claim.verdict(), style(claim.outcome()));
    }

    /** Shows what its claims sent. */
    private void seen(Observation.Claim seen, boolean formatted) {
        if (!seen.sql().isEmpty()) {
            title("sql");
            var sql = new SqlText(run.database(), formatted, screen.room(2 * INDENT));
            screen.sql(2 * INDENT, sql.of(seen.sql()).stripTrailing());
        }
        seen.shown().forEach(shown -> {
            title(shown.title());
            screen.table(2 * INDENT, shown.table());
        });
        seen.notes().forEach(note -> aside("Note: " + note));
        seen.expectations().forEach(expected -> aside("Differs: " + LessonRun.difference(expected)));
    }

    private void elsewhere(Observation.Claim seen) {
        var others = run.stack() == null
                ? Map.<String, List<String>>of()
                : recorded.elsewhere(lesson.lesson().ref(), run.stack(), seen);
        others.forEach((provider, sentences) ->
                screen.prose(INDENT, provider + " " + String.join("; ", sentences), Screen.FAINT));
        if (others.isEmpty() && !saidThatNothingIsRecorded) {
            saidThatNothingIsRecorded = true;
            screen.prose(
                    INDENT,
                    "Of other providers nothing is recorded: mvn verify -Pall-stacks records what they do.",
                    Screen.FAINT);
        }
    }

    private void title(String text) {
        screen.blank();
        screen.prose(INDENT, text, Screen.FAINT);
    }

    private void aside(String text) {
        screen.blank();
        screen.prose(INDENT, text, Screen.ASIDE);
    }

    private static AttributedStyle style(Outcome outcome) {
        return switch (outcome) {
            case HELD -> Screen.GOOD;
            case FAILED -> Screen.BAD;
            case SKIPPED -> Screen.ASIDE;
        };
    }
}
