package io.github.jpabyexample.comparison;

import io.github.jpabyexample.comparison.LearningOrder.Lesson;
import io.github.jpabyexample.lesson.observation.Observation;
import io.github.jpabyexample.lesson.observation.Observation.Outcome;
import io.github.jpabyexample.testing.Stack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What one lesson did on each stack, in one run.
 *
 * @param lesson the lesson
 * @param observations one for each stack, of claims that held or were skipped
 */
record LessonOnAllStacks(Lesson lesson, List<Observation> observations) {

    static final List<String> PROVIDERS = List.of(Stack.HIBERNATE, Stack.ECLIPSELINK);
    static final List<String> DATABASES = List.of(Stack.H2, Stack.POSTGRESQL);

    private static final String RUN_ALL = "Run all lessons on all stacks in one build: mvn verify -Pall-stacks";

    static LessonOnAllStacks read(Path root, Lesson lesson, String run) {
        List<Observation> observations = new ArrayList<>();
        for (String provider : PROVIDERS) {
            for (String database : DATABASES) {
                observations.add(read(root, lesson, provider + "-" + database, run));
            }
        }
        return new LessonOnAllStacks(lesson, observations);
    }

    private static Observation read(Path root, Lesson lesson, String stack, String run) {
        Path file = lesson.observation(root, stack);
        if (!Files.exists(file)) {
            throw unfit("%s left no observation on %s".formatted(lesson.name(), stack));
        }
        Observation observation = read(file);
        if (!observation.stack().name().equals(stack)) {
            throw unfit("%s left no observation on %s, but one of %s in its place"
                    .formatted(lesson.name(), stack, observation.stack().name()));
        }
        if (!observation.run().equals(run)) {
            throw unfit("%s on %s is of another run than this build, %s instead of %s"
                    .formatted(lesson.name(), stack, observation.run(), run));
        }
        observation.claims().stream()
                .filter(claim -> claim.outcome() == Outcome.FAILED)
                .findFirst()
                .ifPresent(claim -> {
                    throw unfit("%s on %s did not hold, in '%s': %s"
                            .formatted(lesson.name(), stack, claim.sentence(), claim.reason()));
                });
        return observation;
    }

    private static Observation read(Path file) {
        try {
            return Observation.read(file);
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable.getMessage() + ". " + RUN_ALL, unreadable);
        }
    }

    private static IllegalStateException unfit(String fault) {
        return new IllegalStateException(fault + ". " + RUN_ALL);
    }

    /** {@return what differs, sorted by topic} */
    List<Difference> differences() {
        return observations.stream()
                .flatMap(Asserted::in)
                .collect(Collectors.groupingBy(Asserted::topic, TreeMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(this::difference)
                .toList();
    }

    private Difference difference(List<Asserted> same) {
        Map<String, String> held = new TreeMap<>();
        for (Asserted asserted : same) {
            refuseOtherValues(same.get(0), asserted);
            refuseUnstated(asserted);
            held.put(asserted.stack().name(), asserted.expectation().here());
        }
        for (Observation observation : observations) {
            if (same.stream()
                    .noneMatch(asserted -> asserted.isFrom(observation) || asserted.isSkippedIn(observation))) {
                throw new IllegalStateException("%s compares '%s' on %s, but not on %s: call expect(…) on every stack"
                        .formatted(
                                lesson.name(),
                                same.get(0).topic(),
                                same.get(0).stack().name(),
                                observation.stack().name()));
            }
        }
        return new Difference(same.get(0).topic(), lesson, held);
    }

    private void refuseOtherValues(Asserted first, Asserted other) {
        if (!other.stated().equals(first.stated())) {
            throw new IllegalStateException(
                    "%s states %s for '%s' on %s, but %s on %s: give all values on every stack, and each comparison a topic of its own"
                            .formatted(
                                    lesson.name(),
                                    first.stated(),
                                    first.topic(),
                                    first.stack().name(),
                                    other.stated(),
                                    other.stack().name()));
        }
    }

    private void refuseUnstated(Asserted asserted) {
        if (!asserted.isAsStated()) {
            throw unfit("%s on %s states %s for '%s', but says that %s held"
                    .formatted(
                            lesson.name(),
                            asserted.stack().name(),
                            asserted.stated(),
                            asserted.topic(),
                            asserted.expectation().here()));
        }
    }
}
