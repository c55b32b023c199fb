package io.github.jpabyexample.course;

import java.util.List;
import java.util.Optional;

/**
 * A module with lessons.
 *
 * @param name its folder, e.g. {@code models}
 * @param title for readers
 * @param chapters in learning order, at least one
 */
public record CourseModule(String name, String title, List<Chapter> chapters) {

    /** Copies the list, so that the record stays as it is. */
    public CourseModule {
        chapters = List.copyOf(chapters);
    }

    /** {@return the lessons of all its chapters, in learning order} */
    public List<LessonRef> lessons() {
        return chapters.stream().flatMap(chapter -> chapter.lessons().stream()).toList();
    }

    /**
     * Finds a chapter.
     *
     * @param name in any case
     * @return the chapter, if the module has it
     */
    public Optional<Chapter> chapter(String name) {
        return chapters.stream()
                .filter(chapter -> chapter.name().equalsIgnoreCase(name))
                .findFirst();
    }
}
