package io.github.jpabyexample.course;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All lessons in learning order, and the paths through them.
 *
 * <pre>{@code
 * Course course = Course.onClassPath();
 * course.lessons().get(0).shortName();            // "FirstEntity"
 * course.module("models").orElseThrow().title();  // "My first classes in the database"
 * }</pre>
 *
 * <p>A file that names a lesson twice, or a step that is no lesson, is refused with an {@link IllegalArgumentException}.
 *
 * @param modules in reading order
 * @param paths in the order in which they are offered
 */
public record Course(List<CourseModule> modules, List<LearningPath> paths) {

    /** Where the course is written, below the resources of this module. */
    public static final String FILE = "course.yaml";

    /** Copies the lists, so that the record stays as it is. */
    public Course {
        modules = List.copyOf(modules);
        paths = List.copyOf(paths);
    }

    /**
     * Reads the course of this project.
     *
     * @return the course; whether the classes of its lessons exist isn't looked at
     * @throws IllegalArgumentException if the file cannot be understood, with what is wrong and where
     */
    public static Course onClassPath() {
        try (var in = Course.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException(FILE + " is not on the class path");
            }
            return CourseFile.read(in);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + FILE, e);
        }
    }

    /** {@return all lessons, in learning order} */
    public List<LessonRef> lessons() {
        return modules.stream().flatMap(module -> module.lessons().stream()).toList();
    }

    /**
     * Finds a module.
     *
     * @param name in any case
     * @return the module, if it has lessons
     */
    public Optional<CourseModule> module(String name) {
        return modules.stream()
                .filter(module -> module.name().equalsIgnoreCase(name))
                .findFirst();
    }

    /**
     * Finds a path.
     *
     * @param name in any case
     * @return the path, if there is one
     */
    public Optional<LearningPath> path(String name) {
        return paths.stream().filter(path -> path.name().equalsIgnoreCase(name)).findFirst();
    }

    /**
     * Finds the lesson that comes before another.
     *
     * @param lesson any lesson
     * @return the one before it; none where it is the first, or in no course
     */
    public Optional<LessonRef> before(LessonRef lesson) {
        int place = lessons().indexOf(lesson);
        return place <= 0 ? Optional.empty() : Optional.of(lessons().get(place - 1));
    }

    /**
     * Finds the lesson that comes after another.
     *
     * @param lesson any lesson
     * @return the next one; none where it is the last, or in no course
     */
    public Optional<LessonRef> after(LessonRef lesson) {
        int place = lessons().indexOf(lesson);
        return place < 0 || place == lessons().size() - 1
                ? Optional.empty()
                : Optional.of(lessons().get(place + 1));
    }

    /** {@return the chapters of all modules, in learning order} */
    public Stream<Chapter> chapters() {
        return modules.stream().flatMap(module -> module.chapters().stream());
    }
}
