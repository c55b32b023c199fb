package io.github.jpabyexample.tour;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/** What JUnit reports of one lesson: the truth about which claims there are and whether they held. */
final class ClaimResults implements TestExecutionListener {

    private final Map<String, TestExecutionResult> finished = new HashMap<>();
    private final Map<String, String> skipped = new HashMap<>();
    private @Nullable TestPlan plan;

    @Override
    public void testPlanExecutionStarted(TestPlan testPlan) {
        plan = testPlan;
    }

    @Override
    public void executionSkipped(TestIdentifier test, String reason) {
        skipped.put(test.getUniqueId(), reason);
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        finished.put(test.getUniqueId(), result);
    }

    /** {@return the tests; a method whose invocations were never made counts as one} */
    List<TestIdentifier> claims() {
        return all().filter(this::isClaim).toList();
    }

    /** {@return classes and methods that failed as a whole, so that claims in them were not tried} */
    List<TestIdentifier> broken() {
        return all().filter(Predicate.not(this::isClaim))
                .filter(test -> failure(test).isPresent())
                .toList();
    }

    Optional<TestExecutionResult> result(TestIdentifier test) {
        return Optional.ofNullable(finished.get(test.getUniqueId()));
    }

    Optional<Throwable> failure(TestIdentifier test) {
        return result(test)
                .filter(result -> result.getStatus() == TestExecutionResult.Status.FAILED)
                .flatMap(TestExecutionResult::getThrowable);
    }

    /** {@return why a test, or anything around it, was skipped} */
    Optional<String> reasonToSkip(TestIdentifier test) {
        return ancestry(test).stream()
                .map(each -> skipped.get(each.getUniqueId()))
                .flatMap(Stream::ofNullable)
                .findFirst();
    }

    /** {@return the names of the nested classes around a test, from the outside} */
    List<String> states(TestIdentifier test) {
        return ancestry(test).stream()
                .filter(each -> each.getSource().orElse(null) instanceof ClassSource)
                .skip(1)
                .map(TestIdentifier::getDisplayName)
                .toList();
    }

    /** {@return whether a method is run several times, of which this is one} */
    boolean isInvocation(TestIdentifier test) {
        return ancestry(test).stream()
                .anyMatch(each -> !each.equals(test) && each.getSource().orElse(null) instanceof MethodSource);
    }

    private boolean isClaim(TestIdentifier test) {
        return test.getSource().orElse(null) instanceof MethodSource
                && (test.isTest() || plan().getChildren(test).isEmpty());
    }

    private Stream<TestIdentifier> all() {
        return plan == null
                ? Stream.empty()
                : plan.getRoots().stream()
                        .flatMap(root -> Stream.concat(Stream.of(root), plan().getDescendants(root).stream()));
    }

    private Deque<TestIdentifier> ancestry(TestIdentifier test) {
        Deque<TestIdentifier> ancestry = new ArrayDeque<>(List.of(test));
        for (var parent = plan().getParent(test); parent.isPresent(); parent = plan().getParent(parent.get())) {
            ancestry.addFirst(parent.get());
        }
        return ancestry;
    }

    private TestPlan plan() {
        if (plan == null) {
            throw new IllegalStateException("Nothing was run yet.");
        }
        return plan;
    }
}
