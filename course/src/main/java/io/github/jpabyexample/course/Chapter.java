package io.github.jpabyexample.course;

import java.util.List;

/**
 * Some lessons of one module, on one subject.
 *
 * @param name unique in its module, e.g. {@code ids}: the package of its lessons
 * @param title for readers
 * @param lessons in learning order, at least one
 */
public record Chapter(String name, String title, List<LessonRef> lessons) {

    /** Copies the list, so that the record stays as it is. */
    public Chapter {
        lessons = List.copyOf(lessons);
    }
}
