package io.github.jpabyexample.testing;

import io.github.jpabyexample.testing.observation.Observation;
import io.github.jpabyexample.testing.observation.Observation.Claim;
import io.github.jpabyexample.testing.observation.Observation.Outcome;
import io.github.jpabyexample.testing.sql.SqlLog;
import io.github.jpabyexample.testing.sql.SqlStatement;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;

/** What the claims of one lesson did in this run. */
final class LessonLog {

    private static final Map<Class<?>, LessonLog> LOGS = new ConcurrentHashMap<>();
    private static final AtomicBoolean FOLDER_IS_EMPTY = new AtomicBoolean();
    private static final AtomicBoolean ANNOUNCED = new AtomicBoolean();
    private static final String RUN =
            System.getProperty("stack.run", "pid " + ProcessHandle.current().pid());

    private final Class<?> lesson;
    private final String proves;
    private final Map<String, Claim> claims = new LinkedHashMap<>();
    private @Nullable Stack stack;

    private LessonLog(Class<?> lesson, String proves) {
        this.lesson = lesson;
        this.proves = proves;
    }

    static Optional<LessonLog> of(ExtensionContext context) {
        Class<?> lesson = context.getRequiredTestClass();
        while (lesson.getEnclosingClass() != null) {
            lesson = lesson.getEnclosingClass();
        }
        Lesson annotation = lesson.getAnnotation(Lesson.class);
        return annotation == null
                ? Optional.empty()
                : Optional.of(LOGS.computeIfAbsent(lesson, type -> new LessonLog(type, annotation.value())));
    }

    void runsOn(Stack actual) {
        stack = actual;
        if (!ANNOUNCED.getAndSet(true)) {
            Logging.say("Stack: " + actual);
        }
        var provider = Requested.fromSystem().provider();
        if (provider.weavingRequired() && !actual.woven()) {
            throw new IllegalStateException(provider + " runs without weaving, so lazy to-one associations would be"
                    + " loaded at once and lessons would not be true. Start the JVM with -javaagent:" + agent());
        }
    }

    void ran(ExtensionContext context, long micros, SqlLog sql, Exhibits exhibits) {
        Outcome outcome = context.getExecutionException().isPresent() ? Outcome.FAILED : Outcome.HELD;
        String reason = context.getExecutionException()
                .map(failure -> failure.getMessage() == null ? failure.toString() : failure.getMessage())
                .orElse(null);
        add(
                context,
                new Claim(
                        context.getRequiredTestMethod().getName(),
                        states(context),
                        context.getDisplayName(),
                        outcome,
                        reason,
                        micros,
                        sql.statements().stream().map(LessonLog::observed).toList(),
                        List.copyOf(exhibits.shown),
                        List.copyOf(exhibits.notes),
                        List.copyOf(exhibits.expectations)));
    }

    void skipped(ExtensionContext context, String reason) {
        add(
                context,
                new Claim(
                        context.getRequiredTestMethod().getName(),
                        states(context),
                        context.getDisplayName(),
                        Outcome.SKIPPED,
                        reason,
                        0,
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of()));
    }

    // A lesson with two units records each claim twice: the second adds to the first.
    private synchronized void add(ExtensionContext context, Claim claim) {
        claims.merge(context.getUniqueId(), claim, LessonLog::together);
    }

    synchronized void write() {
        if (stack == null) {
            return;
        }
        Path directory = Path.of(System.getProperty("observations.directory", "target/observations"));
        var observation = new Observation(
                Observation.FORMAT,
                RUN,
                System.getProperty("stack.module", lesson.getPackageName()),
                lesson.getName(),
                proves,
                stack,
                List.copyOf(claims.values()));
        try {
            if (!FOLDER_IS_EMPTY.getAndSet(true)) {
                empty(directory.resolve(stack.name()));
            }
            observation.writeTo(directory);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot keep the observation of " + lesson.getName(), e);
        }
        // Each unit of a lesson asks for this; the first has written what all of them did.
        claims.clear();
        stack = null;
    }

    private static void empty(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            try (Stream<Path> old = Files.list(folder)) {
                for (Path file : old.toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private static Claim together(Claim first, Claim second) {
        return new Claim(
                first.method(),
                first.states(),
                first.sentence(),
                first.outcome(),
                first.reason(),
                first.micros(),
                joined(first.sql(), second.sql()),
                joined(first.shown(), second.shown()),
                joined(first.notes(), second.notes()),
                joined(first.expectations(), second.expectations()));
    }

    private static <T> List<T> joined(List<T> first, List<T> second) {
        List<T> both = new ArrayList<>(first);
        both.addAll(second);
        return both;
    }

    private static List<String> states(ExtensionContext context) {
        var states = new ArrayDeque<String>();
        Optional<ExtensionContext> parent = context.getParent();
        while (parent.isPresent() && parent.get().getTestClass().isPresent()) {
            if (parent.get().getTestMethod().isEmpty()
                    && parent.get().getRequiredTestClass().getEnclosingClass() != null) {
                states.addFirst(parent.get().getDisplayName());
            }
            parent = parent.get().getParent();
        }
        return List.copyOf(states);
    }

    private static Observation.Sql observed(SqlStatement statement) {
        return new Observation.Sql(
                statement.text(),
                statement.kind().name(),
                statement.parameters(),
                statement.batch(),
                statement.rows(),
                statement.took().toNanos() / 1_000,
                statement.failure());
    }

    private static String agent() {
        try {
            return Class.forName(Requested.fromSystem().provider().persistenceProvider())
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .getPath();
        } catch (ClassNotFoundException e) {
            return "<the provider's jar>";
        }
    }
}
