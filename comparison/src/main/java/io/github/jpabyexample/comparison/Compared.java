package io.github.jpabyexample.comparison;

import io.github.jpabyexample.course.LessonRef;
import io.github.jpabyexample.lesson.observation.Difference;
import java.util.Map;
import java.util.Optional;

/**
 * What stacks do differently, as it ran.
 *
 * @param difference what is compared, and what to do about it
 * @param lesson the one that asserts it
 * @param values what held, by the name of the stack; none for a stack on which the claim was skipped
 */
record Compared(Difference difference, LessonRef lesson, Map<String, String> values) {

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

    boolean differsOn(String database, Stacks stacks) {
        return stacks.providers().stream()
                        .map(provider -> on(provider, database))
                        .distinct()
                        .count()
                > 1;
    }
}
