package io.github.jpabyexample.comparison;

import io.github.jpabyexample.course.CourseModule;
import io.github.jpabyexample.testing.Stack;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The page on the differences. Nothing in it changes from run to run.
 *
 * @param stacks what is compared
 * @param modules what differs, by module in learning order
 * @param names of providers and databases for readers, by their short names
 */
record Page(Stacks stacks, Map<CourseModule, List<Difference>> modules, Map<String, String> names) {

    static Page of(Map<CourseModule, List<LessonOnAllStacks>> lessons, Stacks stacks) {
        Map<CourseModule, List<Difference>> modules = new LinkedHashMap<>();
        Map<String, String> names = new LinkedHashMap<>();
        lessons.forEach((module, all) -> {
            List<Difference> found = new ArrayList<>();
            for (LessonOnAllStacks lesson : all) {
                found.addAll(lesson.differences());
                lesson.observations().forEach(observation -> addNames(observation.stack(), names));
            }
            modules.put(module, found);
        });
        return new Page(stacks, modules, names);
    }

    // Of a database no version: the build may be given another server, and the page is the same.
    private static void addNames(Stack stack, Map<String, String> names) {
        names.put(stack.provider(), stack.providerVersion().replaceFirst("( \\d+\\.\\d+).*", "$1"));
        names.put(stack.database(), stack.databaseVersion().replaceFirst(" \\d.*", ""));
    }

    String text() {
        return """
                # Where the providers differ

                The same Java code, the same mapping, another outcome: this page lists all differences that the lessons
                found between %s, on %s.
                Each row is a value asserted by a lesson that ran, and held, on all of these stacks.
                Read a row from left to right: what is compared, what each provider does, the database where it matters,
                and the lesson that has the code.

                %s%s
                ---

                Made by `%s` from what the lessons left behind, not by hand: see [comparison](../comparison/README.md).
                """.formatted(
                        named(stacks.providers()),
                        named(stacks.databases()),
                        summary(),
                        modules.entrySet().stream()
                                .filter(module -> !module.getValue().isEmpty())
                                .map(module -> section(module.getKey(), module.getValue()))
                                .collect(Collectors.joining()),
                        Comparison.WRITE);
    }

    private String named(List<String> keys) {
        return keys.stream().map(this::name).collect(Collectors.joining(" and "));
    }

    private String name(String key) {
        return names.getOrDefault(key, key);
    }

    private String summary() {
        var text = new StringBuilder(Markdown.head(List.of("Module", "Differences")));
        modules.forEach((module, found) -> text.append(Markdown.row(List.of(
                found.isEmpty()
                        ? Markdown.text(module.title())
                        : Markdown.link(module.title(), "#" + Markdown.anchor(module.title())),
                String.valueOf(found.size())))));
        int all = modules.values().stream().mapToInt(List::size).sum();
        return text.append(Markdown.row(List.of("**All**", "**" + all + "**"))).toString();
    }

    private String section(CourseModule module, List<Difference> found) {
        boolean byDatabase = found.stream().anyMatch(difference -> difference.dependsOnDatabase(stacks));
        List<String> head = new ArrayList<>(List.of("What is compared"));
        stacks.providers().forEach(provider -> head.add(name(provider)));
        if (byDatabase) {
            head.add("Database");
        }
        head.add("Lesson");
        return "\n## " + Markdown.text(module.title()) + "\n\n" + Markdown.head(head)
                + found.stream()
                        .flatMap(difference -> rows(difference, byDatabase))
                        .map(Markdown::row)
                        .collect(Collectors.joining());
    }

    private Stream<List<String>> rows(Difference difference, boolean byDatabase) {
        if (!byDatabase) {
            return Stream.of(row(difference, stacks.databases().get(0)));
        }
        return difference.dependsOnDatabase(stacks)
                ? stacks.databases().stream().map(database -> row(difference, database, name(database)))
                : Stream.of(row(difference, stacks.databases().get(0), "any"));
    }

    private List<String> row(Difference difference, String database, String... where) {
        List<String> cells = new ArrayList<>(List.of(Markdown.text(asSentence(difference.topic()))));
        for (String provider : stacks.providers()) {
            String value = difference.on(provider, database).map(Page::asWord).orElse("not run");
            cells.add(Markdown.text(value));
        }
        cells.addAll(List.of(where));
        cells.add(Markdown.link(
                difference.lesson().simpleName(),
                "../" + difference.lesson().module() + "/" + difference.lesson().source()));
        return cells;
    }

    // A first word in mixed case, or with a dot, is Java: it stays as it is.
    private static String asSentence(String topic) {
        return topic.matches("(?s)\\p{Ll}+([ ,].*)?")
                ? Character.toUpperCase(topic.charAt(0)) + topic.substring(1)
                : topic;
    }

    private static String asWord(String value) {
        return switch (value) {
            case "true" -> "yes";
            case "false" -> "no";
            case "" -> "(nothing)";
            default -> value;
        };
    }
}
