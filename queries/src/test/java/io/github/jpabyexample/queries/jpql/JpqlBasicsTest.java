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
import io.github.jpabyexample.models.catalog.Book;
import io.github.jpabyexample.models.catalog.Isbn;
import io.github.jpabyexample.models.sample.SampleData;
import io.github.jpabyexample.queries.LikePattern;
import jakarta.persistence.EntityManager;
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
 * A query with names of columns is refused, a text from a user breaks it, or a single result is none.
 *
 * <p>Choose: entities and attributes in the query, values as parameters always; getSingleResultOrNull for one or none;
 * no condition at all for an empty list.
 *
 * <p>Try: give a parameter a value of another type.
 */
@Lesson(
        value =
                "A query speaks of entities and attributes, its values are bound as parameters, and one result is asked for as one.",
        level = BASIC,
        terms = {"JPQL", "named parameter", "SQL injection", "getSingleResultOrNull", "like", "empty list"},
        messages = {"NoResultException", "NonUniqueResultException"},
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
        void are_all_outside_an_empty_list_but_not_for_every_provider() {
            assertThat(outsideAnEmptyList("title"))
                    .isEqualTo(jpa.expect(
                            data("of 129 books, those whose title is not in an empty list")
                                    .write("leave the condition out when the list is empty")
                                    .leftOpen("In Expressions"),
                            on(HIBERNATE, "129"),
                            on(ECLIPSELINK, "0")));
            assertThat(outsideAnEmptyList("firstPublished"))
                    .isEqualTo(jpa.expect(
                            data("of 129 books, those whose year is not in an empty list")
                                    .write("leave the condition out when the list is empty")
                                    .leftOpen("In Expressions"),
                            on(HIBERNATE, "129"),
                            on(ECLIPSELINK, H2, "0"),
                            on(ECLIPSELINK, POSTGRESQL, "refused by the database")));
            jpa.note("So leave the condition out when the list is empty.");
        }

        @Test
        void are_not_found_with_a_parameter_of_another_type_and_the_mistake_may_pass_in_silence() {
            String refused = "nobody";
            try (EntityManager em = jpa.factory().createEntityManager()) {
                em.createQuery("select b from Book b where b.title = :title").setParameter("title", 1815);
            } catch (IllegalArgumentException e) {
                refused = "setParameter";
            }

            assertThat(refused)
                    .isEqualTo(jpa.expect(
                            exception("who refuses a number for a text")
                                    .write("setParameter with the attribute's own type")
                                    .follows("Input Parameters", ECLIPSELINK),
                            on(HIBERNATE, "nobody"),
                            on(ECLIPSELINK, "setParameter")));
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
