package io.github.jpabyexample.course;

import java.util.List;
import java.util.Optional;

/**
 * A way through lessons of several modules.
 *
 * @param name e.g. {@code story}
 * @param title for readers
 * @param steps in this order, at least one
 */
public record LearningPath(String name, String title, List<Step> steps) {

    /** Copies the list, so that the record stays as it is. */
    public LearningPath {
        steps = List.copyOf(steps);
    }

    /**
     * A lesson, or one claim of it.
     *
     * @param lesson the lesson
     * @param claim the name of a test method; none for the whole lesson
     */
    public record Step(LessonRef lesson, Optional<String> claim) {}
}
