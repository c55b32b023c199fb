package io.github.jpabyexample.comparison;

import io.github.jpabyexample.course.LessonRef;
import java.util.Map;
import java.util.Optional;

/**
 * Something that is not the same on all stacks.
 *
 * @param topic what is compared
 * @param lesson the one that asserts it
 * @param values what held, by the name of the stack; none for a stack on which the claim was skipped
 */
record Difference(String topic, LessonRef lesson, Map<String, String> values) {

    Optional<String> on(String provider, String database) {
        return Optional.ofNullable(values.get(Stacks.name(provider, database)));
    }

    boolean dependsOnDatabase(Stacks stacks) {
        return stacks.providers().stream()
                .anyMatch(provider -> stacks.databases().stream()
                                .map(database -> on(provider, database))
                                .distinct()
                                .count()
                        > 1);
    }
}
