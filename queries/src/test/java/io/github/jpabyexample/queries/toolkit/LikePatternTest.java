package io.github.jpabyexample.queries.toolkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jpabyexample.bootstrap.Bootstrap;
import io.github.jpabyexample.lesson.LessonUnit;
import io.github.jpabyexample.models.catalog.Book;
import io.github.jpabyexample.models.catalog.Isbn;
import io.github.jpabyexample.queries.LikePattern;
import jakarta.persistence.EntityManager;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Root;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LikePatternTest {

    @RegisterExtension
    static final LessonUnit jpa = LessonUnit.of("bookstore", "pooled", Bootstrap::pooled);

    /** What a pattern is to find, and what Java finds. */
    enum Where {
        CONTAINING(LikePattern::containing, String::contains),
        STARTING_WITH(LikePattern::startingWith, String::startsWith),
        ENDING_WITH(LikePattern::endingWith, String::endsWith);

        final UnaryOperator<String> pattern;
        final BiPredicate<String, String> found;

        Where(UnaryOperator<String> pattern, BiPredicate<String, String> found) {
            this.pattern = pattern;
            this.found = found;
        }
    }

    @Nested
    class A_pattern {

        @Test
        void has_its_wildcard_outside_of_the_text_and_escapes_those_within() {
            assertThat(LikePattern.containing("a%b_c!d\\e")).isEqualTo("%a!%b!_c!!d\\e%");
            assertThat(LikePattern.startingWith("100%")).isEqualTo("100!%%");
            assertThat(LikePattern.endingWith("100%")).isEqualTo("%100!%");
        }

        @Test
        void of_the_empty_text_is_wildcards_alone() {
            assertThat(LikePattern.containing("")).isEqualTo("%%");
            assertThat(LikePattern.startingWith("")).isEqualTo("%");
            assertThat(LikePattern.endingWith("")).isEqualTo("%");
        }

        @ParameterizedTest
        @EnumSource(Where.class)
        void of_null_there_is_none(Where where) {
            assertThatThrownBy(() -> where.pattern.apply(null))
                    .isInstanceOf(NullPointerException.class)
                    .hasMessage("text");
        }
    }

    @Nested
    class Odd_titles {

        private static final List<String> TITLES = List.of(
                "Emma",
                "emma",
                "100%",
                "100 percent",
                "%",
                "_",
                "!",
                "\\",
                "!%_\\",
                "%_!",
                "!!",
                "%%",
                "a_b",
                "axb",
                "it's [odd] ?*^$.{}",
                "tail!",
                "tail\\",
                "tail\\%",
                "Brontë");

        @BeforeEach
        void stored() {
            jpa.given(em -> {
                for (int i = 0; i < TITLES.size(); i++) {
                    em.persist(new Book(Isbn.invented(i + 1), TITLES.get(i), 1999, "en", "GB"));
                }
            });
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "", "%", "_", "!", "\\", "!%", "%!", "!_", "!!", "!!!", "%%", "__", "\\%", "!%_\\", "%_!", "100%",
                    "a_b", "l\\", "mm", "'", "[odd]", "?*^$.{}", "$0", "ë"
                })
        void are_found_literally_by_both_kinds_of_query(String text) {
            jpa.runInTransaction(em -> {
                for (Where where : Where.values()) {
                    String pattern = where.pattern.apply(text);
                    List<String> right = TITLES.stream()
                            .filter(title -> where.found.test(title, text))
                            .toList();

                    assertThat(byJpql(em, pattern))
                            .as("JPQL: %s '%s'", where, text)
                            .containsExactlyInAnyOrderElementsOf(right);
                    assertThat(byCriteria(em, pattern))
                            .as("Criteria: %s '%s'", where, text)
                            .containsExactlyInAnyOrderElementsOf(right);
                }
            });
        }

        @Test
        void are_found_without_regard_to_case_by_lower_on_both_sides() {
            List<String> found = jpa.callInTransaction(em -> em.createQuery(
                            "select b.title from Book b where lower(b.title) like lower(:title) escape '!'",
                            String.class)
                    .setParameter("title", LikePattern.startingWith("EM"))
                    .getResultList());

            assertThat(found).containsExactlyInAnyOrder("Emma", "emma");
        }

        private static List<String> byJpql(EntityManager em, String pattern) {
            return em.createQuery("select b.title from Book b where b.title like :title escape '!'", String.class)
                    .setParameter("title", pattern)
                    .getResultList();
        }

        private static List<String> byCriteria(EntityManager em, String pattern) {
            CriteriaBuilder build = em.getCriteriaBuilder();
            CriteriaQuery<String> query = build.createQuery(String.class);
            Root<Book> book = query.from(Book.class);
            query.select(book.get("title")).where(build.like(book.get("title"), pattern, LikePattern.ESCAPE));
            return em.createQuery(query).getResultList();
        }
    }

    @Nested
    class A_book_without_a_blurb {

        @Test
        void is_found_by_no_pattern_for_a_blurb() {
            jpa.given(em -> em.persist(new Book(Isbn.invented(1), "Emma", 1815, "en", "GB")));

            List<String> found = jpa.callInTransaction(em -> em.createQuery(
                            "select b.title from Book b where b.blurb like :blurb escape '!'", String.class)
                    .setParameter("blurb", LikePattern.containing(""))
                    .getResultList());

            assertThat(found).isEmpty();
        }
    }
}
