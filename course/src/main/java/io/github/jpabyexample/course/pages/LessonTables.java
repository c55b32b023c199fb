package io.github.jpabyexample.course.pages;

import io.github.jpabyexample.course.Chapter;
import io.github.jpabyexample.course.Course;
import io.github.jpabyexample.course.CourseModule;
import io.github.jpabyexample.course.LessonRef;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The tables of lessons in the READMEs, each between {@code <!-- chapter ids -->} and {@code <!-- /chapter -->}. */
final class LessonTables {

    private static final Pattern PLACE =
            Pattern.compile("(<!-- chapter ([\\w-]+) -->\n)(.*?)(<!-- /chapter -->\n?)", Pattern.DOTALL);
    private static final String HEAD = """
            | Lesson | What it proves | Level | Providers | In SQLAlchemy |
            |---|---|---|---|---|
            """;

    private LessonTables() {}

    static List<MadePage> in(Path root, Course course, Map<LessonRef, LessonEntry> sources) throws IOException {
        List<MadePage> pages = new ArrayList<>();
        for (CourseModule module : course.modules()) {
            pages.add(readme(root, module, sources));
        }
        return pages;
    }

    private static MadePage readme(Path root, CourseModule module, Map<LessonRef, LessonEntry> sources)
            throws IOException {
        String name = module.name() + "/README.md";
        String text = Files.readString(root.resolve(name)).replace("\r\n", "\n");
        List<String> missing =
                new ArrayList<>(module.chapters().stream().map(Chapter::name).toList());
        Matcher place = PLACE.matcher(text);
        var made = new StringBuilder();
        while (place.find()) {
            String chapter = place.group(2);
            if (!missing.remove(chapter)) {
                throw new IllegalStateException(
                        "%s has a place for the chapter '%s', but %s has %s: name one of them, each once"
                                .formatted(name, chapter, Course.FILE, names(module)));
            }
            place.appendReplacement(
                    made, Matcher.quoteReplacement(place.group(1) + table(module, chapter, sources) + place.group(4)));
        }
        if (!missing.isEmpty()) {
            throw new IllegalStateException(
                    "%s has no place for the chapter '%s' of %s: add the lines\n<!-- chapter %2$s -->\n<!-- /chapter -->"
                            .formatted(name, missing.get(0), Course.FILE));
        }
        return new MadePage(root, name, place.appendTail(made).toString());
    }

    private static List<String> names(CourseModule module) {
        return module.chapters().stream().map(Chapter::name).toList();
    }

    private static String table(CourseModule module, String chapter, Map<LessonRef, LessonEntry> sources) {
        var rows = new StringBuilder(HEAD);
        for (LessonRef lesson : module.chapter(chapter).orElseThrow().lessons()) {
            var source = Objects.requireNonNull(sources.get(lesson));
            rows.append("| %s | %s | %s | %s | %s |\n"
                    .formatted(
                            LessonPages.link(lesson, "../docs/lessons/"),
                            cell(source.says().value()),
                            source.level(),
                            source.providers(),
                            cell(source.says().sqlalchemy())));
        }
        return rows.toString();
    }

    private static String cell(String text) {
        return text.replace("|", "\\|");
    }
}
