package io.github.jpabyexample.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.jpabyexample.course.LearningPath.Step;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CourseTest {

    private static final String TWO_MODULES = """
            modules:
            - module: models
              title: Classes and tables
              chapters:
              - name: ids
                title: Ids
                lessons:
                - ids.SequenceTest
                - ids.UuidTest
              - name: values
                title: Values
                lessons: [values.EnumTest]
            - module: crud
              title: Units of work
              chapters:
              - name: locking
                title: Locks
                lessons: [locking.VersionTest]
            paths:
            - name: hour
              title: The first hour
              steps:
              - crud.locking.VersionTest#wins
              - models.ids.UuidTest
            """;

    @Nested
    class The_course_of_this_project {

        private final Course course = Course.onClassPath();

        @Test
        void begins_with_the_first_entity() {
            assertThat(course.lessons().get(0).shortName()).isEqualTo("FirstEntity");
        }

        @Test
        void names_lessons_that_are_on_the_class_path_and_are_lessons() {
            assertThat(course.lessons())
                    .isNotEmpty()
                    .allSatisfy(lesson -> assertThat(lesson.load()).isNotNull());
        }
    }

    @Nested
    class A_file {

        @Test
        void is_read_in_its_order() {
            Course course = CourseFile.parse(TWO_MODULES);

            assertThat(course.modules()).extracting(CourseModule::name).containsExactly("models", "crud");
            assertThat(course.chapters()).extracting(Chapter::title).containsExactly("Ids", "Values", "Locks");
            assertThat(course.lessons())
                    .extracting(LessonRef::className)
                    .containsExactly(
                            "io.github.jpabyexample.models.ids.SequenceTest",
                            "io.github.jpabyexample.models.ids.UuidTest",
                            "io.github.jpabyexample.models.values.EnumTest",
                            "io.github.jpabyexample.crud.locking.VersionTest");
            assertThat(course.path("Hour").orElseThrow().steps())
                    .containsExactly(
                            new Step(LessonRef.in("crud", "locking.VersionTest"), Optional.of("wins")),
                            new Step(LessonRef.in("models", "ids.UuidTest"), Optional.empty()));
            assertThat(course.module("MODELS")
                            .orElseThrow()
                            .chapter("IDs")
                            .orElseThrow()
                            .lessons())
                    .hasSize(2);
        }

        @Test
        void that_names_something_twice_is_refused() {
            refused(TWO_MODULES.replace("UuidTest", "SequenceTest"), "the lesson 'io.github.jpabyexample.models.ids.S");
            refused(TWO_MODULES.replace("name: values", "name: ids"), "the chapter of models 'ids' stands there twice");
            refused(TWO_MODULES.replace("module: crud", "module: models"), "the module 'models' stands there twice");
            refused(
                    TWO_MODULES
                            .replace("VersionTest", "UuidTest")
                            .replace("models.ids.UuidTest", "crud.locking.UuidTest"),
                    "the short name 'uuid' stands there twice");
        }

        @Test
        void with_a_step_that_is_no_lesson_is_refused() {
            refused(
                    TWO_MODULES.replace("- models.ids.UuidTest", "- models.ids.NanoTest"),
                    "the path 'hour' has the step 'models.ids.NanoTest', but no module has the lesson"
                            + " 'models.ids.NanoTest'");
        }

        @Test
        void that_is_no_course_is_refused_with_the_line() {
            refused(TWO_MODULES.replace("  title: Units", "  titel: CRUD\n  title: Units"), "modules.[1].titel");
            refused(TWO_MODULES.replace("  title: Units of work\n", ""), "title");
            refused("modules: [", "line 1");
            refused("lessons", "course.yaml");
        }

        private void refused(String text, String... why) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> CourseFile.parse(text))
                    .satisfies(e ->
                            assertThat(e.getMessage()).startsWith("course.yaml").contains(why));
        }
    }

    @Nested
    class A_lesson {

        @Test
        void has_names_and_places() {
            var lesson = LessonRef.in("models", "ids.UuidTest");

            assertThat(lesson.simpleName()).isEqualTo("UuidTest");
            assertThat(lesson.shortName()).isEqualTo("Uuid");
            assertThat(lesson.source()).isEqualTo("src/test/java/io/github/jpabyexample/models/ids/UuidTest.java");
        }

        @Test
        void that_does_not_exist_is_refused() {
            assertThatExceptionOfType(ClassNotFoundException.class)
                    .isThrownBy(() -> LessonRef.in("models", "Gone").load())
                    .withMessageContaining(
                            "course.yaml names the lesson io.github.jpabyexample.models.Gone, but no such");
        }

        @Test
        void that_is_none_is_refused() {
            assertThatExceptionOfType(ClassNotFoundException.class)
                    .isThrownBy(() -> LessonRef.in("course", "CourseTest").load())
                    .withMessageEndingWith("CourseTest, which is no lesson: it has no @Lesson.");
        }
    }
}
