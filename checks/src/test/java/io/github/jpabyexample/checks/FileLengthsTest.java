package io.github.jpabyexample.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("strict")
class FileLengthsTest {

    @TempDir
    Path folder;

    @Test
    void the_files_of_the_project_are_short() {
        assertThat(FileLengths.violations(Repository.here())).isEmpty();
    }

    @Test
    void main_code_of_250_lines_and_a_lesson_of_200_are_accepted() {
        assertThat(withLines(250, 200)).isEmpty();
    }

    @Test
    void one_line_more_is_found() {
        assertThat(withLines(251, 201))
                .satisfiesExactly(
                        line -> assertThat(line)
                                .contains(
                                        "crud/src/main/java/planted/Long.java has 251 lines without its imports",
                                        "of its own"),
                        line -> assertThat(line)
                                .contains("crud/src/test/java/planted/LongTest.java has 201", "two lessons"));
    }

    private List<String> withLines(int main, int lesson) {
        var lessonSource =
                "package planted; @io.github.jpabyexample.lesson.Lesson(value = \"It is long.\", level = io.github.jpabyexample.lesson.Level.BASIC) class LongTest {";
        return FileLengths.violations(Planted.in(folder)
                .main("crud", "package planted; class Long {" + "\n".repeat(main - 1) + "}")
                .test("crud", lessonSource + "\n".repeat(lesson - 1) + "}")
                .test("crud", "package planted; class PlainTest {" + "\n".repeat(300) + "}")
                .repository());
    }
}
