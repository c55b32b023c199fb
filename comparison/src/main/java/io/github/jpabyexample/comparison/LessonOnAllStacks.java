package io.github.jpabyexample.comparison;

import io.github.jpabyexample.course.LessonRef;
import io.github.jpabyexample.lesson.observation.Observation;
import io.github.jpabyexample.lesson.observation.Observation.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
record LessonOnAllStacks(LessonRef lesson, List<Observation> observations) {

    private static final String RUN_ALL = "Run all lessons on all stacks in one build: mvn verify -Pall-stacks";

    static LessonOnAllStacks read(Path observations, LessonRef lesson, Stacks stacks, String run) {
        return new LessonOnAllStacks(
                lesson,
                stacks.names()
                        .map(stack -> read(observations, lesson, stack, run))
                        .toList());
    }

    private static Observation read(Path observations, LessonRef lesson, String stack, String run) {
        Path file = lesson.observation(observations, stack);
        if (!Files.exists(file)) {
            throw unfit("%s left no observation on %s".formatted(lesson.simpleName(), stack));
        }
        Observation observation = read(file);
        if (!observation.stack().name().equals(stack)) {
            throw unfit("%s left no observation on %s, but one of %s in its place"
                    .formatted(lesson.simpleName(), stack, observation.stack().name()));
        }
        if (!observation.run().equals(run)) {
            throw unfit("%s on %s is of another run than this build, %s instead of %s"
                    .formatted(lesson.simpleName(), stack, observation.run(), run));
        }
        observation.claims().stream()
                .filter(claim -> claim.outcome() == Outcome.FAILED)
                .findFirst()
                .ifPresent(claim -> {
                    throw unfit("%s on %s did not hold, in '%s': %s"
                            .formatted(lesson.simpleName(), stack, claim.sentence(), claim.reason()));
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
    List<Compared> differences() {
        return observations.stream()
                .flatMap(Asserted::in)
                .collect(Collectors.groupingBy(Asserted::topic, TreeMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(this::difference)
                .toList();
    }

    private Compared difference(List<Asserted> same) {
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
                                lesson.simpleName(),
                                same.get(0).topic(),
                                same.get(0).stack().name(),
                                observation.stack().name()));
            }
        }
        return new Compared(same.get(0).expectation().difference(), lesson, held);
    }

    private void refuseOtherValues(Asserted first, Asserted other) {
        if (!other.stated().equals(first.stated())
                || !other.expectation().difference().equals(first.expectation().difference())) {
            throw new IllegalStateException(
                    "%s states %s for '%s' on %s, but %s on %s: give all values on every stack, and each comparison a topic, a kind and advice of its own"
                            .formatted(
                                    lesson.simpleName(),
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
                            lesson.simpleName(),
                            asserted.stack().name(),
                            asserted.stated(),
                            asserted.topic(),
                            asserted.expectation().here()));
        }
    }
}
