package io.github.jpabyexample.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LessonIndexTest {

    private static final String FINDS = """
            package planted;

            @io.github.jpabyexample.lesson.Lesson("An a | b finds.")
            class FindTest {}
            """;
    private static final String DIFFERS = """
            package planted;

            import static io.github.jpabyexample.lesson.On.on;

            @io.github.jpabyexample.lesson.Lesson("One differs.")
            class OtherTest {
                class Nested {
                    int here(io.github.jpabyexample.lesson.LessonUnit jpa) {
                        return jpa.expect("it", on("hibernate", 1), on("eclipselink", 2));
                    }
                }
            }
            """;
    private static final String FIND_ROW =
            "| [Finding](src/test/java/planted/FindTest.java) | An a \\| b finds. | alike | `Session.get` |";
    private static final String OTHER_ROW =
            "| [Another](src/test/java/planted/OtherTest.java) | One differs. | differs | none |";

    private final Repository project = Repository.here();

    @TempDir
    Path folder;

    @Nested
    class A_readme {

        @Test
        void of_the_project_lists_each_lesson_as_it_is() {
            assertThat(LessonIndex.readmes(project)).isEmpty();
        }

        @Test
        void that_lists_each_lesson_is_accepted_whatever_else_it_has() {
            assertThat(inReadme(
                            "# crud",
                            "| a | b |\n|---|---|\n| [x](y) | z |",
                            "",
                            header(),
                            FIND_ROW,
                            "",
                            "More:",
                            header(),
                            OTHER_ROW))
                    .isEmpty();
        }

        @Test
        void is_found_when_a_row_is_missing_and_the_row_is_offered() {
            assertThat(inReadme(header(), FIND_ROW))
                    .singleElement()
                    .asString()
                    .contains("crud/README.md has no row for planted.OtherTest")
                    .contains("| [OtherTest](src/test/java/planted/OtherTest.java) | One differs. | differs | … |");
        }

        @Test
        void is_found_when_it_is_missing_itself() {
            assertThat(LessonIndex.readmes(lessons().repository())).hasSize(2);
        }

        @Test
        void is_found_when_a_row_has_no_lesson_or_stands_twice() {
            assertThat(inReadme(
                            header(),
                            FIND_ROW,
                            OTHER_ROW,
                            OTHER_ROW,
                            "| [Gone](src/test/java/planted/GoneTest.java) | x | alike | y |"))
                    .satisfiesExactly(
                            line -> assertThat(line)
                                    .startsWith("crud/README.md:5 links to no lesson")
                                    .contains("Another"),
                            line -> assertThat(line)
                                    .startsWith("crud/README.md:6 links to no lesson")
                                    .contains("Gone"));
        }

        @Test
        void is_found_when_a_row_says_something_else() {
            assertThat(inReadme(
                            header(),
                            FIND_ROW.replace("alike", "differs"),
                            OTHER_ROW.replace("One", "Two").replace("| differs", "|")))
                    .satisfiesExactly(
                            line -> assertThat(line)
                                    .contains("README.md:3", "FindTest never calls expect", "write 'alike'"),
                            line -> assertThat(line).contains("README.md:4", "Two differs.", "One differs.", "equal"),
                            line -> assertThat(line).contains("README.md:4", "OtherTest calls expect", "'differs'"));
        }

        @Test
        void is_found_when_it_says_nothing_of_the_only_provider_that_runs_a_lesson() {
            String onHibernate = FINDS.replace(
                    "class", "@io.github.jpabyexample.lesson.OnlyOn(value = \"hibernate\", because = \"so\") class");

            assertThat(LessonIndex.readmes(Planted.in(folder)
                            .test("crud", onHibernate)
                            .file("crud/README.md", header() + "\n" + FIND_ROW)
                            .repository()))
                    .singleElement()
                    .asString()
                    .contains("FindTest is @OnlyOn", "write 'only hibernate'");
        }

        @Test
        void is_found_when_the_bridge_to_SQLAlchemy_is_missing() {
            assertThat(inReadme(header(), FIND_ROW, OTHER_ROW.replace("none", "")))
                    .singleElement()
                    .asString()
                    .contains("README.md:4", "four filled cells");
        }

        private List<String> inReadme(String... lines) {
            return LessonIndex.readmes(
                    lessons().file("crud/README.md", String.join("\n", lines)).repository());
        }

        private String header() {
            return LessonRow.HEADER + "\n|---|---|---|---|";
        }
    }

    @Nested
    class The_manifest_of_the_tour {

        @Test
        void names_each_lesson_of_the_project() {
            assertThat(LessonIndex.manifest(project)).isEmpty();
        }

        @Test
        void that_names_each_lesson_is_accepted() {
            assertThat(inManifest(
                            "# Notes",
                            "",
                            "chapter models | Empty",
                            "chapter crud | Full",
                            "lesson planted.FindTest",
                            "lesson planted.OtherTest"))
                    .isEmpty();
        }

        @Test
        void is_found_when_it_is_missing() {
            assertThat(LessonIndex.manifest(lessons().repository()))
                    .singleElement()
                    .asString()
                    .contains("lessons.txt is missing");
        }

        @Test
        void is_found_when_it_differs_from_the_lessons() {
            assertThat(inManifest(
                            "chapter models | Mine",
                            "lesson planted.FindTest",
                            "lesson planted.GoneTest",
                            "lesson planted.FindTest",
                            "page 2"))
                    .satisfiesExactly(
                            line -> assertThat(line)
                                    .contains("lessons.txt:2", "chapter 'models': move it to the chapter 'crud'"),
                            line -> assertThat(line).contains("lessons.txt:3 names no lesson", "planted.GoneTest"),
                            line -> assertThat(line).contains("lessons.txt:4 names no lesson", "named already"),
                            line -> assertThat(line).contains("lessons.txt:5 is neither", "page 2"),
                            line -> assertThat(line).contains("add 'lesson planted.OtherTest' to the chapter 'crud'"));
        }

        private List<String> inManifest(String... lines) {
            return LessonIndex.manifest(lessons()
                    .file(LessonIndex.MANIFEST, String.join("\n", lines))
                    .repository());
        }
    }

    private Planted lessons() {
        return Planted.in(folder).test("crud", FINDS).test("crud", DIFFERS);
    }
}
