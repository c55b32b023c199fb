package io.github.jpabyexample.course.pages;

import io.github.jpabyexample.course.LessonRef;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * From a term, an error message or a word of JPA to the lessons; those of each in learning order.
 *
 * @param terms by which lessons say that they are searched for
 * @param messages whose cause lessons show
 * @param lessons by the word of JPA that they use
 */
record TermIndex(
        Map<String, List<LessonRef>> terms,
        Map<String, List<LessonRef>> messages,
        Map<String, List<LessonRef>> lessons) {

    static final String PAGE = "docs/index.md";

    private static final int FIRST = 6;

    static TermIndex of(Map<LessonRef, LessonEntry> sources) {
        return new TermIndex(
                by(sources, entry -> List.of(entry.says().terms())),
                by(sources, entry -> List.of(entry.says().messages())),
                by(sources, LessonEntry::words));
    }

    private static Map<String, List<LessonRef>> by(
            Map<LessonRef, LessonEntry> sources, Function<LessonEntry, Collection<String>> words) {
        Map<String, List<LessonRef>> lessons = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        sources.forEach((lesson, source) -> words.apply(source)
                .forEach(word ->
                        lessons.computeIfAbsent(word, key -> new ArrayList<>()).add(lesson)));
        return lessons;
    }

    String text() {
        return """
                # Index

                Which lessons are about a term, show the cause of an error message, or use an annotation of Jakarta Persistence, one of its
                attributes, a constant, or a method. They stand in learning order; of those that nearly every lesson uses, the first %d. On
                your own machine, `java @tour/target/tour.args` searches the lessons' sentences, too.

                ## Terms

                %s
                ## Error messages

                %s
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
                        table(terms, word -> word),
                        table(messages, word -> "`" + word + "`"),
                        table(word -> word.startsWith("@")),
                        table(word -> !word.startsWith("@") && !word.endsWith("()")),
                        table(word -> word.endsWith("()")),
                        Pages.RENEW);
    }

    private String table(Predicate<String> words) {
        Map<String, List<LessonRef>> chosen = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        chosen.putAll(lessons);
        chosen.keySet().removeIf(words.negate());
        return table(chosen, word -> "`" + word + "`");
    }

    private static String table(Map<String, List<LessonRef>> rows, UnaryOperator<String> asCell) {
        return "| Word | Lessons |\n|---|---|\n"
                + rows.entrySet().stream()
                        .map(entry -> "| %s | %s |\n"
                                .formatted(asCell.apply(entry.getKey().replace("|", "\\|")), links(entry.getValue())))
                        .collect(Collectors.joining());
    }

    private static String links(List<LessonRef> lessons) {
        String links = lessons.stream()
                .limit(FIRST)
                .map(lesson -> LessonPages.link(lesson, "lessons/"))
                .collect(Collectors.joining(", "));
        return lessons.size() > FIRST ? links + " and " + (lessons.size() - FIRST) + " more" : links;
    }
}
