package io.github.jpabyexample.checks;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jpabyexample.course.Chapter;
import io.github.jpabyexample.course.Course;
import io.github.jpabyexample.course.CourseModule;
import io.github.jpabyexample.course.LessonRef;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("strict")
class LessonOrderTest {

    @TempDir
    Path folder;

    @Test
    void the_course_of_the_project_has_each_lesson_once() {
        assertThat(LessonOrder.violations(Repository.here(), Course.onClassPath()))
                .isEmpty();
    }

    @Test
    void a_lesson_that_is_missing_in_the_wrong_module_or_not_there_is_found() {
        Repository planted = Planted.in(folder)
                .test("crud", lesson("FindTest"))
                .test("crud", lesson("LostTest"))
                .test("models", lesson("MovedTest"))
                .repository();

        assertThat(LessonOrder.violations(
                        planted,
                        new Course(
                                List.of(module("crud", "planted.FindTest", "planted.MovedTest", "planted.GoneTest")),
                                List.of())))
                .satisfiesExactly(
                        line -> assertThat(line)
                                .contains("puts planted.MovedTest into the module 'crud'", "stands in 'models'"),
                        line -> assertThat(line).contains("names planted.GoneTest, which is no lesson"),
                        line -> assertThat(line)
                                .contains("does not name planted.LostTest", "a chapter of the module 'crud'"));
    }

    private static CourseModule module(String name, String... lessons) {
        return new CourseModule(
                name,
                name,
                List.of(new Chapter(
                        "all",
                        "All",
                        Stream.of(lessons)
                                .map(lesson -> new LessonRef(name, lesson))
                                .toList())));
    }

    private static String lesson(String name) {
        return "package planted; @io.github.jpabyexample.lesson.Lesson(value = \"One.\", level = io.github.jpabyexample.lesson.Level.BASIC) class %s {}"
                .formatted(name);
    }
}
