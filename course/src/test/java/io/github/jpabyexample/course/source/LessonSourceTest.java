package io.github.jpabyexample.course.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LessonSourceTest {

    private final LessonSource source = LessonSource.parse("shop.Shelf", """
            package shop;

            class Shelf {
                static final int LEFT_OUT = 1;

                @Nested
                class A_full_shelf {
                    private final int books =
                            3; // three

                    @BeforeEach
                    void filled() {
                        fill();
                    }

                    @Test
                    void is_full() {
                        // A comment stays.
                        String text = ""\"
                            indented
                            ""\";

                        check(text);
                    }

                    @Test
                    void is_heavy() {}
                }

                @Test
                void has_a_colour() { colour(); }
            }
            """);

    LessonSourceTest() throws IOException {}

    @Test
    void the_body_of_a_method_is_dedented_and_keeps_comments_and_blank_lines() {
        assertThat(source.body("shop.Shelf$A_full_shelf", "is_full")).isEqualTo("""
                        // A comment stays.
                        String text = ""\"
                            indented
                            ""\";

                        check(text);""");
        assertThat(source.body("shop.Shelf$A_full_shelf", "is_heavy")).isEmpty();
        assertThat(source.body("shop.Shelf", "has_a_colour")).isEqualTo("colour();");
    }

    @Test
    void a_state_is_given_by_its_fields_and_its_set_up() {
        assertThat(source.given("shop.Shelf$A_full_shelf")).isEqualTo("""
                        private final int books =
                                3;
                        fill();""");
        assertThat(source.given("shop.Shelf")).isEmpty();
    }

    @Test
    void methods_are_ordered_as_written_and_inherited_ones_come_last() {
        assertThat(source.position("shop.Shelf$A_full_shelf", "is_full"))
                .isLessThan(source.position("shop.Shelf$A_full_shelf", "is_heavy"));
        assertThat(source.position("shop.Shelf$A_full_shelf", "is_heavy"))
                .isLessThan(source.position("shop.Shelf", "has_a_colour"));
        assertThat(source.position("shop.Shelf", "has_a_colour"))
                .isLessThan(source.position("shop.Shelf", "is_inherited"));
    }

    @Test
    void helpers_are_what_a_claim_and_its_states_use_and_what_these_use_in_turn() throws IOException {
        var library = LessonSource.parse("shop.Library", """
                package shop;

                class Library {
                    @RegisterExtension
                    static final LessonUnit jpa = LessonUnit.of("shop");
                    private static final String ALL = "select b from Book b";
                    private static final int UNUSED = 1;

                    @Nested
                    class A_book {
                        @BeforeEach
                        void stored() { jpa.given(em -> em.persist(emma())); }

                        @Test
                        void is_found() { show(Library::all); }

                        @Test
                        void is_new() {}
                    }

                    private static List<Book> all(EntityManager em) { return em.createQuery(ALL).getResultList(); }

                    private static Book emma() { return new Book("Emma"); }

                    private record Book(String title) {}
                }
                """);

        assertThat(library.helpers("shop.Library$A_book", "is_found"))
                .extracting(LessonSource.Member::text)
                .containsExactlyInAnyOrder(
                        "private static Book emma() { return new Book(\"Emma\"); }",
                        "private static List<Book> all(EntityManager em) { return em.createQuery(ALL).getResultList(); }",
                        "private static final String ALL = \"select b from Book b\";",
                        "private record Book(String title) {}");
        assertThat(library.helpers("shop.Library$A_book", "is_new"))
                .extracting(LessonSource.Member::text)
                .noneMatch(text -> text.contains("all("));
    }

    @Test
    void a_head_has_three_parts_and_says_which_are_missing() throws IOException {
        var whole = LessonSource.parse("shop.Shelf", """
                /**
                 * Your log shows {@code select}
                 * twice.
                 *
                 * <p>Choose: one.
                 *
                 * <p>Try: two.
                 */
                class Shelf {}
                """);

        assertThat(whole.head()).isEqualTo(new Head("Your log shows select twice.", "one.", "two."));
        assertThat(whole.head().missing()).isEmpty();
        assertThat(whole.headLines()).isEqualTo(4);
        assertThat(source.head().paragraphs()).isEmpty();
        assertThat(source.head().missing()).hasSize(3);
    }
}
