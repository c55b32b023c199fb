package io.github.jpabyexample.relationships.fetching;

import static io.github.jpabyexample.lesson.Level.BASIC;
import static io.github.jpabyexample.lesson.On.on;
import static io.github.jpabyexample.lesson.observation.Difference.cost;
import static io.github.jpabyexample.lesson.observation.Difference.data;
import static io.github.jpabyexample.testing.Stack.ECLIPSELINK;
import static io.github.jpabyexample.testing.Stack.HIBERNATE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.jpabyexample.bootstrap.Bootstrap;
import io.github.jpabyexample.lesson.Lesson;
import io.github.jpabyexample.lesson.LessonUnit;
import io.github.jpabyexample.models.catalog.Author;
import io.github.jpabyexample.models.catalog.Book;
import io.github.jpabyexample.models.sample.SampleData;
import io.github.jpabyexample.relationships.SelectIn;
import jakarta.persistence.EntityGraph;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Your log shows one select for a list, and then the same select again for each row of it, with another value: the N+1 selects
 * problem. A page of 50 authors with their books costs 51 round trips.
 *
 * <p>Choose: {@code join fetch} for one collection and no paging; a second select for all owners at once, as {@code SelectIn} does
 * it, for several collections or with paging; lazy loading for a collection that most units of work never touch.
 *
 * <p>Try: fetch the genres of the books in the same way, and count.
 */
@Lesson(
        value =
                "A lazy collection costs one select for each owner whose collection is touched, unless all are fetched together.",
        level = BASIC,
        terms = {"N+1", "N+1 selects", "lazy loading", "eager loading", "join fetch", "entity graph", "select in"},
        sqlalchemy = "`lazy=\"select\"`, `joinedload`, `selectinload`")
class NPlusOneTest {

    @RegisterExtension
    static final LessonUnit jpa = LessonUnit.of("bookstore", "pooled", Bootstrap::pooled);

    private static final Map<String, Integer> BOOKS =
            new TreeMap<>(Map.of("Jane Austen", 6, "Charles Dickens", 4, "Jules Verne", 4));
    private static final String BY_NAME = "select a from Author a where a.name in :names order by a.name";

    @Nested
    class Three_authors_with_fourteen_books {

        @BeforeEach
        void stored() {
            jpa.given(em -> SampleData.classics().persistTo(em));
        }

        @Test
        void cost_one_select_and_one_more_for_each_when_their_books_are_read_lazily() {
            jpa.runInTransaction(em -> {
                for (Author author : authors(em)) {
                    assertThat(author.books()).hasSize(BOOKS.get(author.name()));
                }
            });

            assertThat(jpa.sql()).hasSelects(1 + 3);
        }

        @Test
        void cost_one_select_with_a_join_fetch() {
            jpa.runInTransaction(em -> {
                List<Author> authors = em.createQuery("""
                                select distinct a
                                from Author a left join fetch a.books
                                where a.name in :names
                                order by a.name
                                """, Author.class)
                        .setParameter("names", BOOKS.keySet())
                        .getResultList();

                assertThat(authors)
                        .hasSize(3)
                        .allSatisfy(author -> assertThat(author.books()).hasSize(BOOKS.get(author.name())));
            });

            assertThat(jpa.sql()).hasSelects(1);
        }

        @Test
        void come_once_or_once_for_each_book_from_a_join_fetch_without_distinct() {
            jpa.runInTransaction(em -> {
                List<Author> authors = em.createQuery(
                                "select a from Author a join fetch a.books where a.name in :names", Author.class)
                        .setParameter("names", BOOKS.keySet())
                        .getResultList();

                assertThat(authors)
                        .hasSize(jpa.expect(
                                data("owners returned by join fetch without distinct, of 3 with 14 books")
                                        .write("select distinct: each owner once, on both")
                                        .follows("Fetch Joins", ECLIPSELINK)
                                        .since("Hibernate 6"),
                                on(HIBERNATE, 3),
                                on(ECLIPSELINK, 14)));
            });
            jpa.note(
                    "Write distinct: then both return each owner once. PostgreSQL then compares all columns of the rows.");
        }

        @Test
        void cost_as_much_as_the_provider_makes_of_an_entity_graph() {
            jpa.runInTransaction(em -> {
                EntityGraph<Author> withBooks = em.createEntityGraph(Author.class);
                withBooks.addAttributeNodes("books");
                List<Author> authors = em.createQuery(BY_NAME, Author.class)
                        .setParameter("names", BOOKS.keySet())
                        .setHint("jakarta.persistence.loadgraph", withBooks)
                        .getResultList();

                assertThat(authors)
                        .hasSize(3)
                        .allSatisfy(author -> assertThat(author.books()).hasSize(BOOKS.get(author.name())));
            });

            int selects = jpa.expect(
                    cost("selects for 3 owners with a collection in a load graph")
                            .write("join fetch, or a second select for all owners, as SelectIn does it")
                            .leftOpen("Load Graph Semantics"),
                    on(HIBERNATE, 1),
                    on(ECLIPSELINK, 1 + 3));
            assertThat(jpa.sql()).hasSelects(selects);
        }

        @Test
        void cost_two_selects_on_every_provider_with_a_second_query_for_all_books() {
            jpa.runInTransaction(em -> {
                List<Author> authors = authors(em);
                SelectIn.fetch(em, Author.class, authors, "books");

                assertThat(authors)
                        .allSatisfy(author -> assertThat(author.books()).hasSize(BOOKS.get(author.name())));
                jpa.show("authors and books", authors.stream().map(Written::of).toList());
            });

            assertThat(jpa.sql()).hasSelects(2);
        }
    }

    private record Written(String author, List<String> books) {

        static Written of(Author author) {
            return new Written(
                    author.name(),
                    author.books().stream().map(Book::title).sorted().toList());
        }
    }

    private static List<Author> authors(EntityManager em) {
        return em.createQuery(BY_NAME, Author.class)
                .setParameter("names", BOOKS.keySet())
                .getResultList();
    }
}
