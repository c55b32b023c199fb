package io.github.jpabyexample.comparison;

import io.github.jpabyexample.course.pages.Markdown;
import io.github.jpabyexample.lesson.observation.Difference.Kind;
import io.github.jpabyexample.lesson.observation.Difference.Specification;
import io.github.jpabyexample.testing.Stack;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The page on the differences, by kind and in each kind in learning order. Nothing in it changes from run to run.
 *
 * @param stacks what is compared
 * @param found what differs, in learning order
 * @param names of providers and databases for readers, by their short names
 */
record Page(Stacks stacks, List<Compared> found, Map<String, String> names) {

    static Page of(Collection<LessonOnAllStacks> lessons, Stacks stacks) {
        List<Compared> found = new ArrayList<>();
        Map<String, String> names = new LinkedHashMap<>();
        for (LessonOnAllStacks lesson : lessons) {
            found.addAll(lesson.differences());
            lesson.observations().forEach(observation -> addNames(observation.stack(), names));
        }
        return new Page(stacks, found, names);
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
                found between %s, on %s, the worst kind first.
                Each value was asserted by a lesson that ran, and held. EclipseLink was woven by its agent, Hibernate was not enhanced at
                build time, and both had [the settings of this project](../providers/README.md#why-each-setting-is-there), which make
                them more alike than they are by default.
                Read a row from left to right: what is compared, what each provider does, the database where it matters,
                what to write so that it is the same everywhere, who does what Jakarta Persistence says, and the lesson that has the code.

                %s%s
                ---

                Made by `%s` from what the lessons left behind, not by hand: see [comparison](../comparison/README.md).
                """.formatted(
                        named(stacks.providers()),
                        named(stacks.databases()),
                        summary(),
                        Arrays.stream(Kind.values())
                                .filter(kind -> !of(kind).isEmpty())
                                .map(this::section)
                                .collect(Collectors.joining()),
                        Comparison.WRITE);
    }

    private List<Compared> of(Kind kind) {
        return found.stream().filter(each -> each.difference().kind() == kind).toList();
    }

    private String named(List<String> keys) {
        return keys.stream().map(this::name).collect(Collectors.joining(" and "));
    }

    private String name(String key) {
        return names.getOrDefault(key, key);
    }

    private String summary() {
        var text = new StringBuilder(MarkdownTable.head(List.of("Kind", "Differences")));
        for (Kind kind : Kind.values()) {
            int count = of(kind).size();
            text.append(MarkdownTable.row(List.of(
                    count == 0
                            ? Markdown.text(kind.title())
                            : MarkdownTable.link(kind.title(), "#" + MarkdownTable.anchor(kind.title())),
                    String.valueOf(count))));
        }
        return text.append(MarkdownTable.row(List.of("**All**", "**" + found.size() + "**")))
                .toString();
    }

    private String section(Kind kind) {
        List<Compared> differences = of(kind);
        return "\n## " + Markdown.text(kind.title()) + "\n\n"
                + (kind == Kind.SCHEMA ? byStack(differences) : byDatabase(differences));
    }

    // Columns of tables depend on the database more often than not.
    private String byStack(List<Compared> differences) {
        List<String> head = new ArrayList<>(List.of("What is compared"));
        stacks.providers()
                .forEach(provider ->
                        stacks.databases().forEach(database -> head.add(name(provider) + ", " + name(database))));
        head.addAll(List.of("What to write", "Jakarta Persistence", "Lesson"));
        var text = new StringBuilder(MarkdownTable.head(head));
        for (Compared each : differences) {
            List<String> cells = new ArrayList<>(List.of(topic(each)));
            stacks.providers()
                    .forEach(provider ->
                            stacks.databases().forEach(database -> cells.add(value(each, provider, database))));
            cells.addAll(advice(each));
            text.append(MarkdownTable.row(cells));
        }
        return text.toString();
    }

    private String byDatabase(List<Compared> differences) {
        boolean isNamed = differences.stream().anyMatch(each -> each.dependsOnDatabase(stacks));
        List<String> head = new ArrayList<>(List.of("What is compared"));
        stacks.providers().forEach(provider -> head.add(name(provider)));
        if (isNamed) {
            head.add("Database");
        }
        head.addAll(List.of("What to write", "Jakarta Persistence", "Lesson"));
        return MarkdownTable.head(head)
                + differences.stream()
                        .flatMap(each -> rows(each, isNamed))
                        .map(MarkdownTable::row)
                        .collect(Collectors.joining());
    }

    private Stream<List<String>> rows(Compared compared, boolean namesDatabase) {
        if (!namesDatabase) {
            return Stream.of(row(compared, stacks.databases().get(0)));
        }
        return compared.dependsOnDatabase(stacks)
                ? stacks.databases().stream()
                        .filter(database -> compared.differsOn(database, stacks))
                        .map(database -> row(compared, database, name(database)))
                : Stream.of(row(compared, stacks.databases().get(0), "any"));
    }

    private List<String> row(Compared compared, String database, String... where) {
        List<String> cells = new ArrayList<>(List.of(topic(compared)));
        stacks.providers().forEach(provider -> cells.add(value(compared, provider, database)));
        cells.addAll(List.of(where));
        cells.addAll(advice(compared));
        return cells;
    }

    private static String value(Compared compared, String provider, String database) {
        return Markdown.text(compared.on(provider, database).map(Page::asWord).orElse("not run"));
    }

    private static String topic(Compared compared) {
        return Markdown.text(asSentence(compared.difference().topic()));
    }

    private List<String> advice(Compared compared) {
        var difference = compared.difference();
        String since = difference.since() == null ? "" : "; since " + difference.since();
        String because = difference.because() == null ? "" : "; because of " + difference.because();
        String lesson = MarkdownTable.link(
                compared.lesson().simpleName(),
                "../" + compared.lesson().module() + "/" + compared.lesson().source());
        return List.of(
                difference.write() == null ? "" : Markdown.text(asSentence(difference.write())),
                Markdown.text(stand(difference.specification()) + since + because),
                lesson);
    }

    private String stand(@Nullable Specification specification) {
        return specification == null
                ? ""
                : specification.inWords(
                        provider -> name(provider).replaceFirst(" \\d.*", ""), section -> "“" + section + "”");
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
