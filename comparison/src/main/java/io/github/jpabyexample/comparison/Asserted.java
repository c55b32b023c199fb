package io.github.jpabyexample.comparison;

import io.github.jpabyexample.lesson.observation.Observation;
import io.github.jpabyexample.lesson.observation.Observation.Claim;
import io.github.jpabyexample.lesson.observation.Observation.Expectation;
import io.github.jpabyexample.lesson.observation.Observation.Outcome;
import io.github.jpabyexample.testing.Stack;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A value that a claim asserted, and that held.
 *
 * @param stack where it held
 * @param claim in which it was asserted
 * @param expectation the value, beside those for other stacks
 */
record Asserted(Stack stack, Claim claim, Expectation expectation) {

    static Stream<Asserted> in(Observation observation) {
        return observation.claims().stream()
                .filter(claim -> claim.outcome() == Outcome.HELD)
                .flatMap(claim -> claim.expectations().stream()
                        .map(expectation -> new Asserted(observation.stack(), claim, expectation)));
    }

    String topic() {
        return expectation.topic();
    }

    /** {@return the values for all stacks, sorted, since an observation has them in any order} */
    Map<String, String> stated() {
        return new TreeMap<>(expectation.values());
    }

    /** Of the values for this stack the one with most names is meant, as in {@code expect}. */
    boolean isAsStated() {
        Optional<String> meant = expectation.values().entrySet().stream()
                .filter(value -> stack.isOn(names(value)))
                .max(Comparator.comparingInt(value -> names(value).length))
                .map(Map.Entry::getValue);
        return meant.equals(Optional.of(expectation.here()));
    }

    private static String[] names(Map.Entry<String, String> value) {
        return value.getKey().split("-");
    }

    boolean isFrom(Observation observation) {
        return stack.equals(observation.stack());
    }

    boolean isSkippedIn(Observation observation) {
        return observation.claims().stream()
                .filter(other -> other.outcome() == Outcome.SKIPPED)
                .anyMatch(claim::isOrRunsIn);
    }
}
