package io.github.jpabyexample.comparison;

import io.github.jpabyexample.course.Chapter;
import io.github.jpabyexample.course.Course;
import io.github.jpabyexample.course.CourseModule;
import io.github.jpabyexample.course.LessonRef;
import io.github.jpabyexample.course.pages.MadePage;
import io.github.jpabyexample.lesson.observation.Difference;
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
 * A project as a run over all stacks leaves it, with two modules and a lesson in each of them: whole, until a test plants a
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

    private static final Course COURSE = new Course(
            List.of(module("kitchen", "Cups, and what's in them", "CupTest"), module("garden", "Trees", "TreeTest")),
            List.of());

    private final Path root;

    PlantedRun(Path root) throws IOException {
        this.root = root;
        for (Stack stack : STACKS) {
            boolean first = stack.provider().equals("hibernate");
            var pieces = new Expectation(
                    Difference.schema("Cup.pieces").write("a number").leftOpen("Entities"),
                    PIECES,
                    first ? "1" : "2 | 3");
            var hot = new Expectation(
                    Difference.data("tea stays hot")
                            .write("a lid")
                            .follows("Entities", "hibernate")
                            .since("Hibernate 6")
                            .because("a setting"),
                    HOT,
                    stack.equals(ECLIPSELINK_H2) ? "false" : "true");
            leave("kitchen", "CupTest", stack, held("keeps tea", hot), held("breaks", pieces));
            leave("garden", "TreeTest", stack, held("grows"));
        }
    }

    private void leave(String module, String lesson, Stack stack, Claim... claims) throws IOException {
        String className = "org.example." + module + "." + lesson;
        new Observation(Observation.FORMAT, RUN, className, "It is so.", stack, List.of(), List.of(claims))
                .writeTo(observations());
    }

    private static Claim held(String sentence, Expectation... expectations) {
        return new Claim(
                "[method:" + sentence.replace(' ', '_') + "()]",
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
        return observations().resolve(stack.name()).resolve("org.example.kitchen.CupTest.json");
    }

    private Path observations() {
        return root.resolve("what-lessons-did");
    }

    Path page() {
        return root.resolve("docs/provider-differences.md");
    }

    void compare() throws IOException {
        Comparison.check(made());
    }

    String writePage() throws IOException {
        made().write();
        return Files.readString(page());
    }

    private MadePage made() {
        var stacks = Stacks.of("hibernate|eclipselink", "h2|postgresql");
        return new MadePage(root, Comparison.PAGE, Comparison.text(observations(), RUN, stacks, COURSE));
    }

    private static CourseModule module(String name, String title, String lesson) {
        var chapter = new Chapter("all", "All", List.of(new LessonRef(name, "org.example." + name + "." + lesson)));
        return new CourseModule(name, title, List.of(chapter));
    }
}
