package io.github.jpabyexample.comparison;

import io.github.jpabyexample.lesson.observation.Observation;
import io.github.jpabyexample.lesson.observation.Observation.Claim;
import io.github.jpabyexample.lesson.observation.Observation.Expectation;
import io.github.jpabyexample.lesson.observation.Observation.Outcome;
import io.github.jpabyexample.testing.Stack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A project as a run over all stacks leaves it, with two chapters and a lesson in each of them: whole, until a test plants a
 * fault in what the lesson on cups left.
 *
 * <pre>{@code
 * new PlantedRun(folder).change(ECLIPSELINK_H2, "HELD", "FAILED").compare();
 * }</pre>
 */
final class PlantedRun {

    static final Stack HIBERNATE_H2 =
            new Stack("hibernate", "h2", "Hibernate ORM 7.4.13.Final", "H2 2.5.252", "17.0.15", false);
    static final Stack HIBERNATE_POSTGRESQL =
            new Stack("hibernate", "postgresql", "Hibernate ORM 7.4.13.Final", "PostgreSQL 18.4", "17.0.15", false);
    static final Stack ECLIPSELINK_H2 =
            new Stack("eclipselink", "h2", "EclipseLink 5.0.0", "H2 2.5.252", "17.0.15", true);
    static final Stack ECLIPSELINK_POSTGRESQL =
            new Stack("eclipselink", "postgresql", "EclipseLink 5.0.0", "PostgreSQL 18.4", "17.0.15", true);
    static final List<Stack> STACKS =
            List.of(HIBERNATE_H2, HIBERNATE_POSTGRESQL, ECLIPSELINK_H2, ECLIPSELINK_POSTGRESQL);

    private static final String RUN = "today";
    private static final Map<String, String> PIECES = Map.of("hibernate", "1", "eclipselink", "2 | 3");
    private static final Map<String, String> HOT =
            Map.of("hibernate", "true", "eclipselink-h2", "false", "eclipselink", "true");

    private final Path root;

    PlantedRun(Path root) throws IOException {
        this.root = root;
        write(root.resolve("tour/src/main/resources/io/github/jpabyexample/tour/lessons.txt"), """
                # In learning order.
                chapter kitchen | Cups, and what's in them
                lesson org.example.kitchen.CupTest

                chapter garden | Trees
                lesson org.example.garden.TreeTest
                """);
        for (Stack stack : STACKS) {
            boolean first = stack.provider().equals("hibernate");
            var pieces = new Expectation("Cup.pieces", PIECES, first ? "1" : "2 | 3");
            var hot = new Expectation("tea stays hot", HOT, stack.equals(ECLIPSELINK_H2) ? "false" : "true");
            leave("kitchen", "CupTest", stack, held("keeps tea", hot), held("breaks", pieces));
            leave("garden", "TreeTest", stack, held("grows"));
        }
    }

    private void leave(String module, String lesson, Stack stack, Claim... claims) throws IOException {
        String className = "org.example." + module + "." + lesson;
        new Observation(Observation.FORMAT, RUN, module, className, "It is so.", stack, List.of(claims))
                .writeTo(root.resolve(module + "/target/observations"));
    }

    private static Claim held(String sentence, Expectation... expectations) {
        return new Claim(
                sentence.replace(' ', '_'),
                List.of("A state"),
                sentence,
                Outcome.HELD,
                null,
                1_500,
                List.of(),
                List.of(),
                List.of(),
                List.of(expectations));
    }

    /** Changes the JSON of the lesson on cups, wherever the text stands in it. */
    PlantedRun change(Stack stack, String from, String to) throws IOException {
        String json = Files.readString(observation(stack));
        if (!json.contains(from)) {
            throw new IllegalArgumentException("There is no " + from + " in " + json);
        }
        Files.writeString(observation(stack), json.replace(from, to));
        return this;
    }

    Path observation(Stack stack) {
        return root.resolve("kitchen/target/observations/" + stack.name() + "/org.example.kitchen.CupTest.json");
    }

    Path page() {
        return root.resolve("docs/provider-differences.md");
    }

    Path fresh() {
        return root.resolve("comparison/target/provider-differences.md");
    }

    void compare() throws IOException {
        Comparison.main(new String[] {root.toString(), RUN, "false"});
    }

    String writePage() throws IOException {
        Comparison.main(new String[] {root.toString(), RUN, "true"});
        return Files.readString(page());
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
