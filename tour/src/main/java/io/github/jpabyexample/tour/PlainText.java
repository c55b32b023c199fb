package io.github.jpabyexample.tour;

import io.github.jpabyexample.course.Chapter;
import io.github.jpabyexample.course.CourseModule;
import io.github.jpabyexample.course.source.LessonSource.Member;
import io.github.jpabyexample.lesson.observation.Observation;
import io.github.jpabyexample.lesson.observation.Observation.Outcome;
import io.github.jpabyexample.tour.LessonRun.Claim;
import io.github.jpabyexample.tour.LessonRun.Given;
import io.github.jpabyexample.tour.LessonRun.Introduction;
import io.github.jpabyexample.tour.Syllabus.Numbered;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.text.WordUtils;

/** Prints lessons as plain text. Prose is wrapped; SQL and Java stay as they are, so that they can be copied. */
final class PlainText {

    private static final int WIDTH = 100;

    /** How far Java, SQL and tables are indented. */
    private static final int BLOCK = 8;

    private final PrintWriter out;
    private boolean stackIsKnown;

    PlainText(PrintWriter out) {
        this.out = out;
    }

    /** Says what there is, without running it. */
    void contents(CourseModule module, List<Numbered> lessons) {
        out.println(module.name() + ": " + module.title());
        Chapter chapter = null;
        for (Numbered lesson : lessons) {
            if (!lesson.chapter().equals(chapter)) {
                chapter = lesson.chapter();
                out.println("  " + chapter.title() + " (" + chapter.name() + ")");
            }
            out.println("    " + lesson.name());
            prose(8, lesson.lesson().proves());
        }
        out.println();
    }

    /** The stack is known when a lesson has run; it is said once, before anything else. */
    void stack(LessonRun lesson) {
        if (lesson.stack() != null && !stackIsKnown) {
            stackIsKnown = true;
            out.println(lesson.stack());
            out.println();
        }
    }

    void module(CourseModule module) {
        heading(module.name() + ": " + module.title(), "=");
        out.println();
    }

    void lesson(LessonRun lesson) {
        heading(lesson.name(), "-");
        prose(0, lesson.proves());
        out.println();
        introduction(lesson.introduction());
        Set<String> shown = new HashSet<>();
        for (Claim claim : lesson.claims()) {
            claim(claim, shown, new SqlText(lesson.database(), true, WIDTH - BLOCK));
        }
        for (String reason : lesson.breaks()) {
            verdict("✘ " + lesson.name() + " broke off: " + reason, 0);
        }
        out.flush();
    }

    private void introduction(Introduction introduction) {
        prose(0, introduction.place());
        out.println();
        introduction.head().forEach(paragraph -> {
            prose(0, paragraph);
            out.println();
        });
        block("mapping", String.join("\n\n", introduction.mappings()));
        introduction
                .tables()
                .forEach(table -> block("table " + table.name(), TableText.of(table.columns(), WIDTH - BLOCK)));
    }

    void summary(List<LessonRun> lessons, Duration took) {
        List<String> failures = lessons.stream()
                .flatMap(lesson -> lesson.failures().map(failure -> lesson.name() + ": " + failure))
                .toList();
        heading("Summary", "=");
        out.println(count(lessons.size(), "lesson") + ", "
                + count(
                        lessons.stream()
                                .mapToInt(lesson -> lesson.claims().size())
                                .sum(),
                        "claim") + ": "
                + sum(lessons, Outcome.HELD) + " held, "
                + sum(lessons, Outcome.FAILED) + " did not hold, "
                + sum(lessons, Outcome.SKIPPED) + " skipped; "
                + String.format(Locale.ROOT, "%.1f seconds", took.toMillis() / 1_000.0));
        failures.forEach(failure -> out.println("✘ " + failure));
        out.flush();
    }

    private void claim(Claim claim, Set<String> shown, SqlText sql) {
        prose(0, "* " + claim.sentence());
        out.println();
        for (Given given : claim.givens()) {
            if (shown.add(given.state())) {
                block("given", given.source());
            }
        }
        for (Member helper : claim.helpers()) {
            if (shown.add(helper.name())) {
                block("helper", helper.text());
            }
        }
        block("java", claim.source());
        if (claim.seen() != null) {
            seen(claim.seen(), sql);
        }
        verdict(claim.verdict(), 4);
    }

    private void seen(Observation.Claim seen, SqlText sql) {
        block("sql", sql.of(seen.sql()));
        seen.shown().forEach(shown -> block(shown.title(), TableText.of(shown.table(), WIDTH - BLOCK)));
        seen.notes().forEach(note -> {
            prose(4, "Note: " + note);
            out.println();
        });
        seen.expectations().forEach(expected -> {
            prose(4, "Differs: " + LessonRun.difference(expected));
            out.println();
        });
    }

    private void block(String title, String text) {
        if (!text.isBlank()) {
            out.println("    " + title);
            lines(BLOCK, text);
            out.println();
        }
    }

    private void verdict(String text, int indent) {
        lines(indent, text);
        out.println();
    }

    private void heading(String text, String line) {
        out.println(text);
        out.println(line.repeat(text.length()));
    }

    private void prose(int indent, String text) {
        lines(indent, WordUtils.wrap(text, WIDTH - indent, "\n", false));
    }

    private void lines(int indent, String text) {
        Visible.of(text)
                .lines()
                .map(line -> line.isBlank() ? "" : " ".repeat(indent) + line)
                .forEach(out::println);
    }

    private static long sum(List<LessonRun> lessons, Outcome outcome) {
        return lessons.stream().mapToLong(lesson -> lesson.count(outcome)).sum();
    }

    private static String count(long number, String thing) {
        return number + " " + thing + (number == 1 ? "" : "s");
    }
}
