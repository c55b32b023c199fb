package io.github.jpabyexample.course.pages;

import io.github.jpabyexample.course.Chapter;
import io.github.jpabyexample.course.Course;
import io.github.jpabyexample.course.CourseModule;
import io.github.jpabyexample.course.LessonRef;
import io.github.jpabyexample.course.source.Mapping;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** For each module a page with what comes before the claims of its lessons: the head, and the mapping. */
final class LessonPages {

    private static final String FOLDER = "docs/lessons/";

    private LessonPages() {}

    static String of(String module) {
        return FOLDER + module + ".md";
    }

    /** A link to a lesson, from the folder of a module or from {@code docs/lessons}. */
    static String link(LessonRef lesson, String folder) {
        return "[%s](%s%s.md#%s)"
                .formatted(
                        lesson.shortName(),
                        folder,
                        lesson.module(),
                        lesson.shortName().toLowerCase(Locale.ROOT));
    }

    static List<MadePage> in(Path root, Course course, Map<LessonRef, LessonEntry> entries) {
        return course.modules().stream()
                .map(module -> new MadePage(root, of(module.name()), text(course, module, entries)))
                .toList();
    }

    private static String text(Course course, CourseModule module, Map<LessonRef, LessonEntry> entries) {
        return """
                # %s

                What the lessons of [%s](../../%s/README.md) are about. Their claims, and the SQL of each provider, are shown by the tour:
                `java @tour/target/tour.args --lesson %s`.

                %s---

                Made by `%s` from the sources of the lessons, not by hand: see [course](../../course/README.md).
                """.formatted(
                        module.title(),
                        module.name(),
                        module.name(),
                        module.lessons().get(0).shortName(),
                        module.chapters().stream()
                                .map(chapter -> chapter(course, chapter, entries))
                                .collect(Collectors.joining()),
                        Pages.RENEW);
    }

    private static String chapter(Course course, Chapter chapter, Map<LessonRef, LessonEntry> entries) {
        return "## " + chapter.title() + "\n\n"
                + chapter.lessons().stream()
                        .map(lesson -> lesson(course, lesson, Objects.requireNonNull(entries.get(lesson))))
                        .collect(Collectors.joining());
    }

    private static String lesson(Course course, LessonRef lesson, LessonEntry entry) {
        var text = new StringBuilder("### " + lesson.shortName() + "\n\n");
        text.append("**").append(Markdown.text(entry.says().value())).append("**\n\n");
        entry.head()
                .paragraphs()
                .forEach(paragraph -> text.append(Markdown.text(paragraph)).append("\n\n"));
        if (!entry.mappings().isEmpty()) {
            text.append("```java\n")
                    .append(entry.mappings().stream().map(Mapping::text).collect(Collectors.joining("\n\n")))
                    .append("\n```\n\n");
        }
        return text.append(place(course, lesson, entry)).append("\n\n").toString();
    }

    private static String place(Course course, LessonRef lesson, LessonEntry entry) {
        Optional<String> before = course.before(lesson).map(other -> "before: " + link(other, ""));
        Optional<String> after = course.after(lesson).map(other -> "after: " + link(other, ""));
        return Stream.of(
                        Optional.of("Level: " + entry.level()),
                        before,
                        after,
                        Optional.of("[source](../../%s/%s)".formatted(lesson.module(), lesson.source())))
                .flatMap(Optional::stream)
                .collect(Collectors.joining("; "));
    }
}
