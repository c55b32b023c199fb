package io.github.jpabyexample.tour;

import io.github.jpabyexample.course.Chapter;
import io.github.jpabyexample.course.Course;
import io.github.jpabyexample.course.CourseModule;
import io.github.jpabyexample.course.LessonRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a reader has chosen of the course, in learning order and numbered from 1 throughout.
 *
 * @param lessons at least one
 */
record Syllabus(List<Numbered> lessons) {

    /** A lesson and its place. */
    record Numbered(int number, CourseModule module, Chapter chapter, LessonClass lesson) {

        String name() {
            return lesson.name();
        }

        String title() {
            return number + ". " + name();
        }
    }

    static Syllabus of(Course course) throws ClassNotFoundException {
        List<Numbered> lessons = new ArrayList<>();
        for (CourseModule module : course.modules()) {
            for (Chapter chapter : module.chapters()) {
                for (LessonRef lesson : chapter.lessons()) {
                    lessons.add(new Numbered(lessons.size() + 1, module, chapter, LessonClass.of(lesson)));
                }
            }
        }
        return new Syllabus(List.copyOf(lessons));
    }

    /** {@return the lesson of a number, or of a class in any case, with or without package and "Test"} */
    Optional<Numbered> find(String numberOrName) {
        String name = LessonRef.withoutTest(numberOrName.substring(numberOrName.lastIndexOf('.') + 1));
        return lessons.stream()
                .filter(each -> numberOrName.equals(String.valueOf(each.number()))
                        || each.name().equalsIgnoreCase(name))
                .findFirst();
    }

    Optional<Numbered> find(LessonRef lesson) {
        return lessons.stream()
                .filter(each -> each.lesson().ref().equals(lesson))
                .findFirst();
    }

    /** {@return the lesson that stands so many places further on, if there is one} */
    Optional<Numbered> from(Numbered lesson, int places) {
        return find(String.valueOf(lesson.number() + places));
    }

    /** {@return the lessons of a module, else of the chapters of that name; none where nothing is called so} */
    List<Numbered> in(String moduleOrChapter) {
        List<Numbered> ofModule = lessons.stream()
                .filter(each -> each.module().name().equalsIgnoreCase(moduleOrChapter))
                .toList();
        return ofModule.isEmpty()
                ? lessons.stream()
                        .filter(each -> each.chapter().name().equalsIgnoreCase(moduleOrChapter))
                        .toList()
                : ofModule;
    }

    List<CourseModule> modules() {
        return lessons.stream().map(Numbered::module).distinct().toList();
    }

    List<String> names() {
        return lessons.stream().map(Numbered::name).toList();
    }

    /** {@return the names of modules and chapters} */
    List<String> chapterNames() {
        return Stream.concat(
                        lessons.stream().map(each -> each.module().name()),
                        lessons.stream().map(each -> each.chapter().name()))
                .distinct()
                .toList();
    }
}
