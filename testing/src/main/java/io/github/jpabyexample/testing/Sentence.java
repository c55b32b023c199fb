package io.github.jpabyexample.testing;

import io.github.jpabyexample.testing.observation.Observation.Claim;
import io.github.jpabyexample.testing.observation.Observation.Outcome;
import io.github.jpabyexample.testing.observation.Observation.Sql;
import java.lang.reflect.Method;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;

/**
 * A claim as its reader sees it.
 *
 * @param method the name of the test method
 * @param states the names of the nested classes around it, from the outside
 * @param sentence the claim
 */
record Sentence(String method, List<String> states, String sentence) {

    /** The claim of a test that runs, or would have run. */
    static Sentence of(ExtensionContext test) {
        Method method = test.getRequiredTestMethod();
        Deque<String> states = new ArrayDeque<>();
        String sentence = test.getDisplayName();
        Optional<ExtensionContext> parent = test.getParent();
        while (parent.isPresent() && parent.get().getTestClass().isPresent()) {
            var outer = parent.get();
            if (outer.getTestMethod().isPresent()) {
                sentence = words(method.getName()) + " " + sentence;
            } else if (isNested(outer.getRequiredTestClass())) {
                states.addFirst(outer.getDisplayName());
            }
            parent = outer.getParent();
        }
        return new Sentence(method.getName(), List.copyOf(states), sentence);
    }

    /** The claims of a class that JUnit leaves out as a whole, and of its nested classes. */
    static List<Sentence> in(ExtensionContext context) {
        List<Sentence> found = new ArrayList<>();
        List<String> states = new ArrayList<>();
        Class<?> type = context.getRequiredTestClass();
        for (Class<?> outer = type; isNested(outer); outer = outer.getEnclosingClass()) {
            states.add(0, words(outer.getSimpleName()));
        }
        collect(type, states, found);
        return found;
    }

    private static void collect(Class<?> type, List<String> states, List<Sentence> found) {
        AnnotationSupport.findAnnotatedMethods(type, Testable.class, HierarchyTraversalMode.TOP_DOWN).stream()
                .map(method -> new Sentence(method.getName(), List.copyOf(states), words(method.getName())))
                .forEach(found::add);
        for (Class<?> nested : ReflectionSupport.findNestedClasses(type, Sentence::isNested)) {
            List<String> more = new ArrayList<>(states);
            more.add(words(nested.getSimpleName()));
            collect(nested, more, found);
        }
    }

    private static boolean isNested(Class<?> type) {
        return AnnotationSupport.isAnnotated(type, Nested.class);
    }

    private static String words(String name) {
        return name.replace('_', ' ');
    }

    Claim skipped(String reason) {
        return claim(Outcome.SKIPPED, reason, 0, List.of(), new Exhibits());
    }

    Claim claim(Outcome outcome, @Nullable String reason, long micros, List<Sql> sql, Exhibits exhibits) {
        return new Claim(
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
