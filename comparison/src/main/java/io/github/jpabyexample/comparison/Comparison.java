package io.github.jpabyexample.comparison;

import io.github.jpabyexample.course.Course;
import io.github.jpabyexample.course.pages.MadePage;
import io.github.jpabyexample.course.pages.PageMode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The program that the build runs after the lessons, when these ran on all stacks.
 *
 * <pre>{@code
 * Comparison.main(new String[] {"<root>", "<observations>", "<run>", "hibernate|eclipselink", "h2|postgresql", "write"});
 *                                                       // writes docs/provider-differences.md
 * Comparison.main(new String[] {…, "check"});           // IllegalStateException: docs/provider-differences.md is stale …
 * Comparison.main(new String[] {…, "none"});            // does nothing
 * }</pre>
 */
public final class Comparison {

    static final String WRITE = "mvn verify -Pall-stacks -Dwrite";
    static final String PAGE = "docs/provider-differences.md";

    private Comparison() {}

    /**
     * Makes the page, and writes it or compares it with the one that is there.
     *
     * @param args the root folder of the project, that of the observations, the run of those to read, the providers and the
     *     databases with bars between them, and {@code write}, {@code check} or {@code none}
     * @throws IOException if a file cannot be read or written
     * @throws IllegalStateException if the page is stale, or if the observations are not those of one complete run in which
     *     all lessons held; the message says what to do
     */
    public static void main(String[] args) throws IOException {
        PageMode mode = PageMode.named(args[5]);
        if (mode == PageMode.NONE) {
            return;
        }
        var page = new MadePage(
                Path.of(args[0]).normalize(),
                PAGE,
                text(Path.of(args[1]).normalize(), args[2], Stacks.of(args[3], args[4]), Course.onClassPath()));
        if (mode == PageMode.WRITE) {
            page.write();
        } else {
            check(page);
        }
    }

    static String text(Path observations, String run, Stacks stacks, Course course) {
        return Page.of(
                        course.lessons().stream()
                                .map(lesson -> LessonOnAllStacks.read(observations, lesson, stacks, run))
                                .toList(),
                        stacks)
                .text();
    }

    static void check(MadePage page) throws IOException {
        Optional<String> staleness = page.staleness();
        if (staleness.isPresent()) {
            throw new IllegalStateException(staleness.get() + "\nRenew it by: " + WRITE);
        }
    }
}
