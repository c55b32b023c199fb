package io.github.jpabyexample.queries.jpql;

import static io.github.jpabyexample.lesson.Level.BASIC;
import static io.github.jpabyexample.lesson.On.on;
import static io.github.jpabyexample.lesson.observation.Difference.data;
import static io.github.jpabyexample.lesson.observation.Difference.exception;
import static io.github.jpabyexample.testing.Stack.ECLIPSELINK;
import static io.github.jpabyexample.testing.Stack.H2;
import static io.github.jpabyexample.testing.Stack.HIBERNATE;
import static io.github.jpabyexample.testing.Stack.POSTGRESQL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jpabyexample.bootstrap.Bootstrap;
import io.github.jpabyexample.lesson.Lesson;
import io.github.jpabyexample.lesson.LessonUnit;
import io.github.jpabyexample.lesson.observation.Difference;
import io.github.jpabyexample.models.catalog.Book;
import io.github.jpabyexample.models.catalog.Isbn;
import io.github.jpabyexample.models.sample.SampleData;
import io.github.jpabyexample.queries.LikePattern;
import jakarta.persistence.NoResultException;
import jakarta.persistence.NonUniqueResultException;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * No result found, more than one, or a result that nobody understands: none for {@code not in} with an empty list, all for a user
 * who typed a percent sign. And a value that is glued into the text of a query is an SQL injection.
 *
 * <p>Choose: bind each value as a parameter, of the attribute's own type; {@code getSingleResultOrNull} where none is an answer;
 * leave a condition out when its list is empty; escape what a user typed for {@code like}.
 *
 * <p>Try: ask for the titles of 1817 by getSingleResult.
 */
@Lesson(
        value =
                "A query speaks of entities and attributes, its values are bound as parameters, and one result is asked for as one.",
        level = BASIC,
        terms = {
            "JPQL",
            "named parameter",
            "SQL injection",
            "NoResultException",
            "NonUniqueResultException",
            "empty list",
            "like",
            "escape"
        },
        messages = {
            "No result found for query",
            "Query did not return a unique result",
            "getSingleResult() did not retrieve any entities",
            "More than one result was returned from Query.getSingleResult()",
            "You have attempted to set a value of type"
        },
        sqlalchemy = "`session.execute(select(Book).where(…))`, `scalars().one_or_none()`")
class JpqlBasicsTest {

    @RegisterExtension
    static final LessonUnit jpa = LessonUnit.of("bookstore", "pooled", Bootstrap::pooled);

    @Nested
    class The_129_classics_of_the_catalogue {

        @BeforeEach
        void stored() {
            jpa.given(em -> SampleData.classics().persistTo(em));
        }

        @Test
        void are_found_by_named_parameters_whose_values_are_never_part_of_the_sql() {
            List<String> titles = titles(
                    """
                    select b.title
                    from Book b join b.authors a
                    where a.name = :author and b.firstPublished < :year
                    order by b.firstPublished
                    """, query -> query.setParameter("author", "Jane Austen").setParameter("year", 1815));

            assertThat(titles).containsExactly("Sense and Sensibility", "Pride and Prejudice", "Mansfield Park");
            assertThat(jpa.sql()).hasSelects(1).doesNotMention("Austen");
            jpa.show("titles", titles);
        }

        @Test
        void give_one_result_or_null_or_an_exception_that_says_which() {
            String byYear = "select b.title from Book b where b.firstPublished = :year";
            jpa.runInTransaction(em -> {
                TypedQuery<String> query = em.createQuery(byYear, String.class);

                assertThat(query.setParameter("year", 1818).getSingleResult()).startsWith("Frankenstein");
                assertThat(query.setParameter("year", 1500).getSingleResultOrNull())
                        .isNull();
                assertThatThrownBy(query::getSingleResult).isInstanceOf(NoResultException.class);
                assertThatThrownBy(query.setParameter("year", 1817)::getSingleResultOrNull)
                        .isInstanceOf(NonUniqueResultException.class);
                assertThat(em.getTransaction().getRollbackOnly()).isFalse();
            });
        }

        @Test
        void are_counted_without_being_read() {
            Long count = jpa.callInTransaction(em ->
                    em.createQuery("select count(b) from Book b", Long.class).getSingleResult());

            assertThat(count).isEqualTo(129);
            assertThat(jpa.sql().statements().get(0).rows()).isEqualTo(1);
        }

        @Test
        void are_all_outside_an_empty_list_on_hibernate_and_none_or_refused_on_eclipselink() {
            assertThat(outsideAnEmptyList("title"))
                    .isEqualTo(jpa.expect(
                            emptyList("of 129 books, those whose title is not in an empty list"),
                            on(HIBERNATE, "129"),
                            on(ECLIPSELINK, "0")));
            assertThat(outsideAnEmptyList("firstPublished"))
                    .isEqualTo(jpa.expect(
                            emptyList("of 129 books, those whose year is not in an empty list"),
                            on(HIBERNATE, "129"),
                            on(ECLIPSELINK, H2, "0"),
                            on(ECLIPSELINK, POSTGRESQL, "refused by the database")));
        }

        private static Difference emptyList(String topic) {
            return data(topic)
                    .write("leave the condition out when the list is empty")
                    .leftOpen("In Expressions");
        }

        private static String outsideAnEmptyList(String attribute) {
            String notIn = "select b.title from Book b where b." + attribute + " not in :none";
            try {
                return String.valueOf(titles(notIn, query -> query.setParameter("none", List.of()))
                        .size());
            } catch (PersistenceException e) {
                return "refused by the database";
            }
        }
    }

    @Nested
    class A_book_with_a_year_as_its_title {

        private static final String BY_TITLE = "select b.title from Book b where b.title = :title";

        @BeforeEach
        void stored() {
            jpa.given(em -> em.persist(new Book(Isbn.invented(1), "1815", 1999, "en", "GB")));
        }

        @Test
        void is_found_by_its_title_as_a_text() {
            assertThat(titles(BY_TITLE, query -> query.setParameter("title", "1815")))
                    .containsExactly("1815");
        }

        @Test
        void is_found_by_a_number_on_hibernate_while_eclipselink_refuses_the_parameter() {
            assertThat(found(1815))
                    .isEqualTo(jpa.expect(
                            exception("what a number finds as the parameter of a text, of a book with the title 1815")
                                    .write("a parameter of the attribute's own type: the text \"1815\"")
                                    .follows("Query Execution", ECLIPSELINK),
                            on(HIBERNATE, "[1815]"),
                            on(ECLIPSELINK, "IllegalArgumentException")));
        }

        private static String found(Object title) {
            try {
                return titles(BY_TITLE, query -> query.setParameter("title", title))
                        .toString();
            } catch (IllegalArgumentException e) {
                return "IllegalArgumentException";
            }
        }
    }

    @Nested
    class A_book_with_an_odd_title_among_others {

        private static final String ODD = "100% !Wool_\\";

        @BeforeEach
        void stored() {
            jpa.given(em -> {
                SampleData.classics().persistTo(em);
                em.persist(new Book(Isbn.invented(99_999), ODD, 1999, "en", "GB"));
            });
        }

        @Test
        void is_found_literally_whatever_a_user_typed_with_an_escaped_pattern() {
            for (String typed : List.of("100%", "%", "!", "_", "\\", "% !Wool_\\")) {
                assertThat(titles(
                                "select b.title from Book b where b.title like :title escape '!'",
                                query -> query.setParameter("title", LikePattern.containing(typed))))
                        .as("books that contain " + typed)
                        .containsExactly(ODD);
            }
            jpa.note("Without the escape, % would find all 130 books.");
        }
    }

    private static List<String> titles(String jpql, Function<TypedQuery<String>, TypedQuery<String>> bind) {
        return jpa.callInTransaction(
                em -> bind.apply(em.createQuery(jpql, String.class)).getResultList());
    }
}
