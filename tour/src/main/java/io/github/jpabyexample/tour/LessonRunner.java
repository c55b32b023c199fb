package io.github.jpabyexample.tour;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.github.jpabyexample.course.Course;
import io.github.jpabyexample.course.source.LessonSource;
import io.github.jpabyexample.course.source.Mapping;
import io.github.jpabyexample.lesson.Lesson;
import io.github.jpabyexample.lesson.observation.Observation;
import io.github.jpabyexample.lesson.observation.Observation.Outcome;
import io.github.jpabyexample.lesson.observation.Observation.Table;
import io.github.jpabyexample.provider.ProviderSettings;
import io.github.jpabyexample.testing.Stack;
import io.github.jpabyexample.tour.LessonRun.Claim;
import io.github.jpabyexample.tour.LessonRun.Given;
import io.github.jpabyexample.tour.LessonRun.Introduction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.platform.commons.JUnitException;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * Runs lessons in this JVM, one after the other; persistence units stay open between them. Whether a claim held is
 * JUnit's word; what it sent and showed is read from the observation that the fixture writes.
 */
final class LessonRunner implements AutoCloseable {

    private static final String DIRECTORY = "observations.directory";

    private final LauncherSession session = LauncherFactory.openSession();
    private final Course course;
    private final Path observations;
    private final String stack =
            System.getProperty("jpa.provider", ProviderSettings.onClassPath().name()) + "-"
                    + System.getProperty("jpa.database", Stack.H2);

    LessonRunner(Course course) throws IOException {
        this.course = course;
        if (System.getProperty(DIRECTORY) == null) {
            System.setProperty(
                    DIRECTORY, Files.createTempDirectory("observations").toString());
        }
        observations = Path.of(System.getProperty(DIRECTORY));
    }

    /** {@return how many claims JUnit finds in lessons; those of a method that runs several times show up as it goes} */
    long claims(List<LessonClass> lessons) {
        try {
            return session.getLauncher().discover(request(lessons)).countTestIdentifiers(TestIdentifier::isTest);
        } catch (JUnitException e) {
            // The run says why.
            return 0;
        }
    }

    /**
     * Runs a lesson.
     *
     * @param watchers are told of each claim when it begins and ends
     */
    LessonRun run(LessonClass lesson, TestExecutionListener... watchers) throws IOException {
        Path file = Observation.fileIn(observations, stack, lesson.type().getName());
        Files.deleteIfExists(file);
        var results = new ClaimResults();
        List<TestExecutionListener> listeners = new ArrayList<>(List.of(watchers));
        listeners.add(results);
        List<String> breaks = new ArrayList<>();
        try {
            session.getLauncher().execute(request(List.of(lesson)), listeners.toArray(TestExecutionListener[]::new));
        } catch (JUnitException e) {
            breaks.add(reason(e, lesson.type()));
        }
        results.broken().stream()
                .map(test -> reason(results.failure(test).orElseThrow(), lesson.type()))
                .forEach(breaks::add);
        if (results.claims().isEmpty() && breaks.isEmpty()) {
            breaks.add(
                    "it claims nothing: JUnit finds no test in " + lesson.type().getName());
        }
        Optional<Observation> seen = Files.exists(file) ? Optional.of(Observation.read(file)) : Optional.empty();
        LessonSource source = LessonSource.of(lesson.type());
        return new LessonRun(
                lesson.name(),
                lesson.proves(),
                introduction(lesson, source, seen.map(Observation::tables).orElse(List.of())),
                seen.map(Observation::stack).orElse(null),
                claims(
                        lesson.type(),
                        source,
                        results,
                        seen.map(Observation::claims).orElse(List.of())),
                breaks);
    }

    @Override
    public void close() {
        session.close();
    }

    private static LauncherDiscoveryRequest request(List<LessonClass> lessons) {
        return LauncherDiscoveryRequestBuilder.request()
                .selectors(lessons.stream()
                        .map(lesson -> selectClass(lesson.type()))
                        .toList())
                .build();
    }

    private Introduction introduction(LessonClass lesson, LessonSource source, List<Table> tables) throws IOException {
        return new Introduction(
                Stream.of(
                                Optional.of("Level: "
                                        + lesson.type()
                                                .getAnnotation(Lesson.class)
                                                .level()
                                                .word()),
                                course.before(lesson.ref()).map(ref -> "Before: " + ref.shortName()),
                                course.after(lesson.ref()).map(ref -> "After: " + ref.shortName()))
                        .flatMap(Optional::stream)
                        .collect(Collectors.joining(". ")),
                source.head().paragraphs(),
                Mapping.of(lesson.type(), source).stream().map(Mapping::text).toList(),
                tables);
    }

    private static List<Claim> claims(
            Class<?> lesson, LessonSource source, ClaimResults results, List<Observation.Claim> seen) {
        return results.claims().stream()
                .filter(test -> results.result(test).isPresent()
                        || results.reasonToSkip(test).isPresent())
                .sorted(Comparator.comparing(test -> source.position(
                        method(test).getClassName(), method(test).getMethodName())))
                .map(test -> claim(lesson, test, results, source, seen))
                .toList();
    }

    private static Claim claim(
            Class<?> lesson,
            TestIdentifier test,
            ClaimResults results,
            LessonSource source,
            List<Observation.Claim> seen) {
        String className = method(test).getClassName();
        String method = method(test).getMethodName();
        List<String> states = results.states(test);
        String claim = results.isInvocation(test)
                ? method.replace('_', ' ') + " " + test.getDisplayName()
                : test.getDisplayName();
        return new Claim(
                (String.join(", ", states) + " " + claim).strip(),
                givens(className, source),
                source.body(className, method),
                source.helpers(className, method),
                outcome(results, test),
                results.result(test)
                        .flatMap(result -> result.getThrowable())
                        .map(failure -> reason(failure, lesson))
                        .or(() -> results.reasonToSkip(test))
                        .orElse(null),
                seen.stream()
                        .filter(each -> each.id().equals(test.getUniqueId()))
                        .findFirst()
                        .orElse(null));
    }

    private static Outcome outcome(ClaimResults results, TestIdentifier test) {
        return switch (results.result(test).map(result -> result.getStatus()).orElse(Status.ABORTED)) {
            case SUCCESSFUL -> Outcome.HELD;
            case FAILED -> Outcome.FAILED;
            case ABORTED -> Outcome.SKIPPED;
        };
    }

    // The states of a claim in Outer$A$B are those of Outer, Outer$A and Outer$A$B.
    private static List<Given> givens(String className, LessonSource source) {
        List<Given> givens = new ArrayList<>();
        for (int end = className.indexOf('$'); end >= 0; end = className.indexOf('$', end + 1)) {
            givens.add(new Given(className.substring(0, end), source.given(className.substring(0, end))));
        }
        givens.add(new Given(className, source.given(className)));
        return givens.stream().filter(given -> !given.source().isEmpty()).toList();
    }

    private static MethodSource method(TestIdentifier test) {
        return (MethodSource) test.getSource().orElseThrow();
    }

    private static String reason(Throwable failure, Class<?> lesson) {
        String message = failure.getMessage();
        var reason = new StringBuilder(
                failure instanceof AssertionError && message != null ? message.strip() : failure.toString());
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            reason.append("\ncaused by ").append(cause);
        }
        Arrays.stream(failure.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith(lesson.getName()))
                .findFirst()
                .ifPresent(frame -> reason.append("\n(%s:%d)".formatted(frame.getFileName(), frame.getLineNumber())));
        return reason.toString();
    }
}
