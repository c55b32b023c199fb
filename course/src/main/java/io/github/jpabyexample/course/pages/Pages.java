package io.github.jpabyexample.course.pages;

import io.github.jpabyexample.course.Course;
import io.github.jpabyexample.course.LessonRef;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The program that makes the pages.
 *
 * <pre>{@code
 * Pages.main(new String[] {"<root folder>", "write"});   // writes the lists of the READMEs, docs/lessons and docs/index.md
 * Pages.main(new String[] {"<root folder>", "check"});   // IllegalStateException: docs/index.md is stale …
 * Pages.main(new String[] {"<root folder>", "none"});    // does nothing
 * }</pre>
 */
public final class Pages {

    /** By which command the pages are renewed. */
    static final String RENEW = "mvn verify -Dwrite -DskipTests";

    private Pages() {}

    /**
     * Makes the pages, and writes them or compares them with those that are there.
     *
     * @param args the root folder of the project, and {@code write}, {@code check} or {@code none}
     * @throws IOException if a file cannot be read or written
     * @throws IllegalArgumentException if there is no such mode
     * @throws ClassNotFoundException if the course names a lesson that is not on the class path
     * @throws IllegalStateException if a page is stale, or a lesson or README lacks what a page is made of; the message says
     *     what to do
     */
    public static void main(String[] args) throws IOException, ClassNotFoundException {
        PageMode mode = PageMode.named(args[1]);
        if (mode == PageMode.NONE) {
            return;
        }
        Path root = Path.of(args[0]).normalize();
        List<String> stale = new ArrayList<>();
        for (MadePage page : of(root, Course.onClassPath())) {
            if (mode == PageMode.WRITE) {
                page.write();
            } else {
                page.staleness().ifPresent(stale::add);
            }
        }
        if (!stale.isEmpty()) {
            throw new IllegalStateException(String.join("\n", stale) + "\nRenew by: " + RENEW);
        }
    }

    static List<MadePage> of(Path root, Course course) throws IOException, ClassNotFoundException {
        Map<LessonRef, LessonEntry> sources = LessonEntry.of(course);
        List<MadePage> pages = new ArrayList<>(LessonTables.in(root, course, sources));
        pages.add(PathLists.in(root, course));
        pages.addAll(LessonPages.in(root, course, sources));
        pages.add(new MadePage(root, TermIndex.PAGE, TermIndex.of(sources).text()));
        return pages;
    }
}
