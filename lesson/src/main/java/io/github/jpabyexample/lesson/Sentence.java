package io.github.jpabyexample.lesson;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUniqueId;
import static org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder.request;

import io.github.jpabyexample.lesson.observation.Observation.Claim;
import io.github.jpabyexample.lesson.observation.Observation.Outcome;
import io.github.jpabyexample.lesson.observation.Observation.Sql;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * A claim as its reader sees it.
 *
 * @param id by which JUnit knows it
 * @param method the name of the test method
 * @param states the names of the nested classes around it, from the outside
 * @param sentence the claim
 */
record Sentence(String id, String method, List<String> states, String sentence) {

    /** The claim of a test that runs, or would have run. */
    static Sentence of(ExtensionContext test) {
        String method = test.getRequiredTestMethod().getName();
        Deque<String> states = new ArrayDeque<>();
        String sentence = test.getDisplayName();
        Optional<ExtensionContext> parent = test.getParent();
        while (parent.isPresent() && parent.get().getTestClass().isPresent()) {
            var outer = parent.get();
            if (outer.getTestMethod().isPresent()) {
                sentence = method.replace('_', ' ') + " " + sentence;
            } else if (AnnotationSupport.isAnnotated(outer.getRequiredTestClass(), Nested.class)) {
                states.addFirst(outer.getDisplayName());
            }
            parent = outer.getParent();
        }
        return new Sentence(test.getUniqueId(), method, List.copyOf(states), sentence);
    }

    /** The claims of a class that JUnit leaves out as a whole, and of its nested classes. */
    static List<Sentence> in(ExtensionContext leftOut) {
        TestPlan plan = LauncherFactory.create()
                .discover(request()
                        .selectors(selectUniqueId(leftOut.getUniqueId()))
                        .build());
        return plan.getRoots().stream()
                .flatMap(root -> plan.getDescendants(root).stream())
                .filter(test -> test.getSource().orElse(null) instanceof MethodSource)
                .map(test -> new Sentence(
                        test.getUniqueId(),
                        ((MethodSource) test.getSource().orElseThrow()).getMethodName(),
                        states(test, plan),
                        test.getDisplayName()))
                .toList();
    }

    private static List<String> states(TestIdentifier test, TestPlan plan) {
        Deque<String> classes = new ArrayDeque<>();
        for (var outer = plan.getParent(test); outer.isPresent(); outer = plan.getParent(outer.get())) {
            if (outer.get().getSource().orElse(null) instanceof ClassSource) {
                classes.addFirst(outer.get().getDisplayName());
            }
        }
        return classes.stream().skip(1).toList();
    }

    Claim skipped(String reason) {
        return claim(Outcome.SKIPPED, reason, 0, List.of(), new Exhibits());
    }

    Claim claim(Outcome outcome, @Nullable String reason, long micros, List<Sql> sql, Exhibits exhibits) {
        return new Claim(
                id,
                method,
                states,
                sentence,
                outcome,
                reason,
                micros,
                sql,
                List.copyOf(exhibits.shown),
                List.copyOf(exhibits.notes),
                List.copyOf(exhibits.expectations));
    }
}
