package io.github.jpabyexample.lesson;

import io.github.jpabyexample.lesson.observation.Observation;
import io.github.jpabyexample.lesson.observation.Observation.Claim;
import io.github.jpabyexample.lesson.observation.Observation.Outcome;
import io.github.jpabyexample.provider.ProviderSettings;
import io.github.jpabyexample.testing.Stack;
import io.github.jpabyexample.testing.sql.SqlLog;
import io.github.jpabyexample.testing.sql.SqlStatement;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.opentest4j.TestAbortedException;

/** What the claims of one lesson did in this run; written when JUnit has done with the lesson's class. */
final class LessonLog implements AutoCloseable {

    /** The same for all machines of a build, which gives it; else one for each. */
    private static final String RUN =
            System.getProperty("stack.run", "pid " + ProcessHandle.current().pid());

    private static final Namespace NAMESPACE = Namespace.create(LessonLog.class);

    private final Class<?> lesson;
    private final String proves;
    private final Map<String, Claim> claims = new LinkedHashMap<>();
    private final MadeTables tables = new MadeTables();
    private @Nullable Stack stack;

    private LessonLog(Class<?> lesson, String proves) {
        this.lesson = lesson;
        this.proves = proves;
    }

    static Optional<LessonLog> of(ExtensionContext context) {
        ExtensionContext outermost = context;
        for (var parent = context;
                parent.getTestClass().isPresent();
                parent = parent.getParent().orElseThrow()) {
            outermost = parent;
        }
        Class<?> lesson = outermost.getRequiredTestClass();
        Lesson annotation = lesson.getAnnotation(Lesson.class);
        if (annotation == null) {
            return Optional.empty();
        }
        return Optional.of(outermost
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent(
                        lesson.getName(), name -> new LessonLog(lesson, annotation.value()), LessonLog.class));
    }

    void runsOn(Stack actual) {
        stack = actual;
        Logging.announce("Stack: " + actual);
        var provider = ProviderSettings.onClassPath();
        if (provider.weavingRequired() && !actual.woven()) {
            throw new IllegalStateException(provider + " runs without weaving, so lazy to-one associations would be"
                    + " loaded at once and lessons would not be true. Start the JVM with -javaagent:" + agent());
        }
    }

    void ran(ExtensionContext context, long micros, SqlLog sql, Exhibits exhibits, DataSource dataSource) {
        tables.usedBy(sql.statements().stream().map(SqlStatement::text).toList(), dataSource);
        Optional<Throwable> failure = context.getExecutionException();
        add(Sentence.of(context)
                .claim(
                        outcome(failure),
                        failure.map(this::reason).orElse(null),
                        micros,
                        sql.kept().stream().map(LessonLog::observed).toList(),
                        exhibits));
    }

    void skipped(ExtensionContext context, String reason) {
        add(Sentence.of(context).skipped(reason));
    }

    /** Each claim of a class is skipped, though JUnit reports only the class. */
    synchronized void skippedAll(ExtensionContext context, String reason) {
        Sentence.in(context).forEach(sentence -> claims.put(sentence.id(), sentence.skipped(reason)));
        if (stack == null) {
            Logging.forTests();
            stack = Stack.requested();
        }
    }

    // A lesson with two units records each claim twice: the second adds to the first.
    private synchronized void add(Claim claim) {
        claims.merge(claim.id(), claim, LessonLog::together);
    }

    @Override
    public synchronized void close() {
        if (stack == null || claims.isEmpty()) {
            return;
        }
        var observation = new Observation(
                Observation.FORMAT, RUN, lesson.getName(), proves, stack, tables.used(), List.copyOf(claims.values()));
        try {
            observation.writeTo(Path.of(System.getProperty("observations.directory", "target/observations")));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot keep the observation of " + lesson.getName(), e);
        }
    }

    private static Outcome outcome(Optional<Throwable> failure) {
        return failure.isEmpty()
                ? Outcome.HELD
                : failure.get() instanceof TestAbortedException ? Outcome.SKIPPED : Outcome.FAILED;
    }

    private String reason(Throwable failure) {
        String message = failure.getMessage() == null ? failure.toString() : failure.getMessage();
        String prefix = StackInFailures.prefix(lesson);
        return message.startsWith(prefix) ? message.substring(prefix.length()) : message;
    }

    private static Claim together(Claim first, Claim second) {
        return new Claim(
                first.id(),
                first.method(),
                first.states(),
                first.sentence(),
                first.outcome(),
                first.reason(),
                Math.max(first.micros(), second.micros()),
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
            return Class.forName(ProviderSettings.onClassPath().persistenceProvider())
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .getPath();
        } catch (ClassNotFoundException e) {
            return "<the provider's jar>";
        }
    }
}
