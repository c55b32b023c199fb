package io.github.jpabyexample.course.pages;

import io.github.jpabyexample.course.LessonRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * From a word of JPA to the lessons that use it.
 *
 * @param lessons by word; those of a word in learning order
 */
record TermIndex(Map<String, List<LessonRef>> lessons) {

    static final String PAGE = "docs/index.md";

    private static final int FIRST = 6;

    static TermIndex of(Map<LessonRef, LessonEntry> sources) {
        Map<String, List<LessonRef>> lessons = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        sources.forEach((lesson, source) -> source.words()
                .forEach(word ->
                        lessons.computeIfAbsent(word, key -> new ArrayList<>()).add(lesson)));
        return new TermIndex(lessons);
    }

    String text() {
        return """
                # Index

                Which lessons use an annotation of Jakarta Persistence, one of its attributes, a constant, or a method. They stand in
                learning order; of those that nearly every lesson uses, the first %d. On your own machine, `java
                @tour/target/tour.args` searches the lessons' sentences, too.

                ## Annotations and their attributes

                %s
                ## Constants

                %s
                ## Methods

                %s
                ---

                Made by `%s` from the sources of the lessons, not by hand: see [course](../course/README.md).
                """.formatted(
                        FIRST,
                        table(word -> word.startsWith("@")),
                        table(word -> !word.startsWith("@") && !word.endsWith("()")),
                        table(word -> word.endsWith("()")),
                        Pages.RENEW);
    }

    private String table(Predicate<String> words) {
        return "| Word | Lessons |\n|---|---|\n"
                + lessons.entrySet().stream()
                        .filter(entry -> words.test(entry.getKey()))
                        .map(entry -> "| `%s` | %s |\n".formatted(entry.getKey(), links(entry.getValue())))
                        .collect(Collectors.joining());
    }

    private static String links(List<LessonRef> lessons) {
        String links = lessons.stream()
                .limit(FIRST)
                .map(lesson -> "[%s](../%s/%s)".formatted(lesson.shortName(), lesson.module(), lesson.source()))
                .collect(Collectors.joining(", "));
        return lessons.size() > FIRST ? links + " and " + (lessons.size() - FIRST) + " more" : links;
    }
}
