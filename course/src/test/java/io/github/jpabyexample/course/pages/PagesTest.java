package io.github.jpabyexample.course.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.jpabyexample.course.Chapter;
import io.github.jpabyexample.course.Course;
import io.github.jpabyexample.course.CourseModule;
import io.github.jpabyexample.course.LessonRef;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PagesTest {

    private static final String README = """
            # planted

            <!-- chapter trees -->
            | old |
            <!-- /chapter -->

            The end.
            """;

    @TempDir
    Path root;

    private Path readme;

    @BeforeEach
    void planted() throws IOException {
        Files.createDirectories(root.resolve("planted"));
        readme = Files.writeString(root.resolve("planted/README.md"), README);
    }

    private static Course course(String... lessons) {
        List<LessonRef> all = Arrays.stream(lessons)
                .map(lesson -> new LessonRef("planted", "io.github.jpabyexample.planted." + lesson))
                .toList();
        return new Course(
                List.of(new CourseModule("planted", "Planted", List.of(new Chapter("trees", "Trees", all)))),
                List.of());
    }

    private List<MadePage> tables(Course course) throws IOException, ClassNotFoundException {
        return LessonTables.in(root, course, LessonEntry.of(course));
    }

    @Nested
    class A_table_of_lessons {

        @Test
        void says_what_each_lesson_proves_where_it_runs_and_what_it_is_in_SQLAlchemy() throws Exception {
            assertThat(tables(course("Differing", "Finding", "Alone")))
                    .singleElement()
                    .satisfies(page -> {
                        assertThat(page.name()).isEqualTo("planted/README.md");
                        assertThat(page.text()).isEqualTo("""
                                # planted

                                <!-- chapter trees -->
                                | Lesson | What it proves | Level | Providers | In SQLAlchemy |
                                |---|---|---|---|---|
                                | [Differing](../docs/lessons/planted.md#differing) | One differs. | working | differs | none |
                                | [Finding](../docs/lessons/planted.md#finding) | A find \\| a lock. | basic | alike | `Session.get` |
                                | [Alone](../docs/lessons/planted.md#alone) | One is alone. | working | only hibernate | none |
                                <!-- /chapter -->

                                The end.
                                """);
                    });
        }

        @Test
        void needs_a_place() throws IOException {
            Files.writeString(readme, "# planted\n");

            assertThatIllegalStateException()
                    .isThrownBy(() -> tables(course("Finding")))
                    .withMessage(
                            "planted/README.md has no place for the chapter 'trees' of course.yaml: add the lines\n"
                                    + "<!-- chapter trees -->\n<!-- /chapter -->");
        }

        @Test
        void of_a_chapter_that_the_course_has_not_is_refused() throws IOException {
            Files.writeString(readme, README + README.replace("trees", "bushes"));

            assertThatIllegalStateException()
                    .isThrownBy(() -> tables(course("Finding")))
                    .withMessageContaining("has a place for the chapter 'bushes', but course.yaml has [trees]");
        }

        @Test
        void of_a_lesson_that_says_nothing_of_SQLAlchemy_is_refused() {
            assertThatIllegalStateException()
                    .isThrownBy(() -> tables(course("Silent")))
                    .withMessageStartingWith("io.github.jpabyexample.planted.Silent does not say what does this in");
        }
    }

    @Nested
    class The_page_of_a_module {

        @Test
        void says_what_stands_above_a_lesson_what_it_maps_and_what_comes_before_and_after_it() throws Exception {
            var course = course("Differing", "Finding", "Alone");

            assertThat(LessonPages.in(root, course, LessonEntry.of(course)))
                    .singleElement()
                    .satisfies(page -> {
                        assertThat(page.name()).isEqualTo("docs/lessons/planted.md");
                        assertThat(page.text()).contains("""
                                ### Finding

                                **A find \\| a lock.**

                                A leaf is lost: "No leaf: " says the log.

                                Choose: a lock, or `none`.

                                Try: another leaf.

                                ```java
                                @Entity
                                class Leaf {
                                    @Id
                                    private Long id;
                                    @OneToMany(orphanRemoval = true)
                                    private List<Leaf> leaves;
                                }
                                ```

                                Level: basic; before: [Differing](planted.md#differing); after: [Alone](planted.md#alone); [source]\
                                (../../planted/src/test/java/io/github/jpabyexample/planted/Finding.java)
                                """.replace("`", "\\`").replace("\\`\\`\\`", "```"));
                    });
        }
    }

    @Nested
    class The_index {

        @Test
        void leads_from_the_words_of_a_lesson_and_of_the_classes_beside_it_to_the_lesson() throws Exception {
            var index = TermIndex.of(LessonEntry.of(course("Differing", "Finding")));

            assertThat(index.lessons())
                    .containsOnlyKeys(
                            "@Entity",
                            "@Id",
                            "@OneToMany",
                            "@OneToMany(orphanRemoval)",
                            "EntityManager.find()",
                            "EntityManager.merge()",
                            "LockModeType.OPTIMISTIC");
            assertThat(index.text())
                    .contains(
                            "| `@OneToMany(orphanRemoval)` | [Finding](lessons/planted.md#finding) |\n",
                            "| lost leaf | [Finding](lessons/planted.md#finding) |\n",
                            "| `No leaf: ` | [Finding](lessons/planted.md#finding) |\n");
        }
    }

    @Test
    void an_unknown_mode_is_refused_and_does_not_pass_for_another() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Pages.main(new String[] {root.toString(), "wirte"}))
                .withMessageStartingWith("derived is 'wirte', but must be none, check or write");
    }

    @Nested
    class A_page {

        @Test
        void is_stale_until_it_is_written() throws IOException {
            var page = new MadePage(root, "docs/index.md", "one\ntwo\n");

            assertThat(page.staleness())
                    .contains("docs/index.md is stale: line 1 is\n  (no more)\nbut should be\n  one");

            page.write();
            assertThat(page.staleness()).isEmpty();

            Files.writeString(root.resolve("docs/index.md"), "one\r\ntwo\r\nthree\r\n");
            assertThat(page.staleness())
                    .contains("docs/index.md is stale: line 3 is\n  three\nbut should be\n  (no more)");
        }
    }
}
