package io.github.jpabyexample.relationships.toolkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jpabyexample.bootstrap.Bootstrap;
import io.github.jpabyexample.lesson.LessonUnit;
import io.github.jpabyexample.models.catalog.Author;
import io.github.jpabyexample.models.catalog.Book;
import io.github.jpabyexample.models.catalog.Genre;
import io.github.jpabyexample.models.catalog.Isbn;
import io.github.jpabyexample.models.people.Customer;
import io.github.jpabyexample.relationships.SelectIn;
import io.github.jpabyexample.testing.sql.SqlLog;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SelectInTest {

    @RegisterExtension
    static final LessonUnit jpa = LessonUnit.of("bookstore", "pooled", Bootstrap::pooled);

    @Nested
    class Three_authors_of_whom_one_has_no_book {

        @BeforeEach
        void stored() {
            jpa.given(em -> {
                var jane = new Author("Jane Austen", 1775, 1817);
                var mary = new Author("Mary Shelley", 1797, 1851);
                List.of(jane, mary, new Author("Zeno", -490, -430)).forEach(em::persist);
                persist(em, 1, "Emma", jane);
                persist(em, 2, "Persuasion", jane);
                persist(em, 3, "Frankenstein", mary);
            });
        }

        @Test
        void are_all_filled_by_one_select_the_one_without_a_book_too() {
            jpa.runInTransaction(em -> {
                List<Author> authors = authors(em);

                assertThat(sqlOfFetch(em, authors)).hasSelects(1);
                assertThat(authors).allMatch(SelectInTest::hasItsBooks);
                assertThat(authors).extracting(author -> author.books().size()).containsExactly(2, 1, 0);
            });
        }

        @Test
        void are_filled_outside_of_a_transaction() {
            try (EntityManager em = jpa.factory().createEntityManager()) {
                List<Author> authors = authors(em);
                SelectIn.fetch(em, Author.class, authors, "books");

                assertThat(authors).extracting(author -> author.books().size()).containsExactly(2, 1, 0);
            }
        }

        @Test
        void cost_nothing_when_none_of_them_is_given() {
            jpa.runInTransaction(em -> {
                authors(em).get(0).rename("Boz");

                assertThat(sqlOfFetch(em, List.of())).isEmpty();
                assertThat(sqlOfFetch(em, Set.of())).isEmpty();
            });
        }

        @Test
        void cost_nothing_more_when_they_are_fetched_already() {
            jpa.runInTransaction(em -> {
                List<Author> authors = authors(em);
                SelectIn.fetch(em, Author.class, authors, "books");

                assertThat(sqlOfFetch(em, authors)).isEmpty();
            });
        }

        @Test
        void are_asked_for_once_when_they_are_given_twice() {
            jpa.runInTransaction(em -> {
                Author jane = authors(em).get(0);
                SqlLog sent = sqlOfFetch(em, List.of(jane, jane, jane));

                assertThat(sent).hasSelects(1);
                assertThat(sent.statements().get(0).text().chars().filter(c -> c == '?'))
                        .hasSize(1);
                assertThat(jane.books()).hasSize(2);
            });
        }

        @Test
        void keep_what_was_changed_before_their_books_are_fetched() {
            jpa.runInTransaction(em -> {
                List<Author> authors = authors(em);
                authors.get(0).rename("Boz");
                SelectIn.fetch(em, Author.class, authors, "books");

                assertThat(authors.get(0).name()).isEqualTo("Boz");
            });

            assertThat(jpa.rows("select name from author where name = 'Boz'").rows())
                    .containsExactly(List.of("Boz"));
        }

        @Test
        void are_refused_where_one_of_them_is_null_before_anything_is_sent() {
            jpa.runInTransaction(em -> {
                List<Author> authors = new ArrayList<>(authors(em));
                authors.add(null);

                assertThat(jpa.sqlOf(() -> assertThatThrownBy(() -> fetch(em, authors))
                                .isInstanceOf(NullPointerException.class)
                                .hasMessage("entities contains null")))
                        .isEmpty();
            });
        }

        @Test
        void are_refused_when_they_are_detached_new_or_removed() {
            List<Author> detached = jpa.callInTransaction(SelectInTest::authors);

            jpa.runInTransaction(em -> {
                List<Author> authors = authors(em);
                Author zeno = authors.get(2);
                em.remove(zeno);
                for (Author unmanaged : Arrays.asList(detached.get(0), new Author("Homer", -700, null), zeno)) {
                    assertThatThrownBy(() -> fetch(em, List.of(authors.get(1), unmanaged)))
                            .isInstanceOf(IllegalArgumentException.class)
                            .hasMessage("entities contains what the entity manager does not manage: Author");
                }
                assertThat(authors).noneMatch(SelectInTest::hasItsBooks);
            });
        }

        @Test
        void are_refused_as_books() {
            jpa.runInTransaction(em -> {
                @SuppressWarnings({"unchecked", "rawtypes"})
                Collection<Book> authors = (Collection) authors(em);

                assertThatThrownBy(() -> SelectIn.fetch(em, Book.class, authors, "authors"))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessage("entities contains what is no Book: Author");
            });
        }

        @Test
        void are_refused_by_a_closed_entity_manager_even_when_none_of_them_is_given() {
            EntityManager em = jpa.factory().createEntityManager();
            List<Author> authors = authors(em);
            em.close();

            for (List<Author> given : List.of(authors, List.<Author>of())) {
                assertThatThrownBy(() -> fetch(em, given)).isInstanceOf(IllegalStateException.class);
            }
        }

        @Test
        void have_no_association_of_a_misspelt_name_and_the_others_are_listed() {
            jpa.runInTransaction(em -> {
                List<Author> authors = authors(em);

                assertThatThrownBy(() -> SelectIn.fetch(em, Author.class, authors, "boks"))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessage("Author has no association 'boks', only [books]");
                assertThatThrownBy(() -> SelectIn.fetch(em, Author.class, authors, "books.editions"))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessage("Author has no association 'books.editions', only [books]");
            });
        }

        @Test
        void have_attributes_that_are_no_association() {
            jpa.runInTransaction(em -> {
                assertThatThrownBy(() -> SelectIn.fetch(em, Author.class, authors(em), "name"))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessage("Author has no association 'name', only [books]");
                assertThatThrownBy(() -> SelectIn.fetch(em, Book.class, List.of(), "price"))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessage("Book has no association 'price', only [authors, editions, genres]");
            });
        }
    }

    @Nested
    class Customers_with_a_collection_of_values {

        @Test
        void are_all_filled_by_one_select() {
            jpa.given(em -> {
                var jo = new Customer("Jo March", "jo@example.org");
                jo.interests().addAll(Set.of("novels", "plays"));
                List.of(jo, new Customer("Amy March", "amy@example.org")).forEach(em::persist);
            });

            jpa.runInTransaction(em -> {
                List<Customer> customers = em.createQuery("select c from Customer c order by c.id", Customer.class)
                        .getResultList();

                assertThat(jpa.sqlOf(() -> SelectIn.fetch(em, Customer.class, customers, "interests")))
                        .hasSelects(1);
                assertThat(customers)
                        .extracting(each -> each.interests().size())
                        .containsExactly(2, 0);
            });
        }
    }

    @Nested
    class Genres_of_which_some_have_no_parent {

        @Test
        void all_have_their_parent_or_none_after_one_select() {
            jpa.given(em -> {
                var prose = new Genre("Prose", null);
                List.of(prose, new Genre("Novel", prose), new Genre("Tale", prose), new Genre("Verse", null))
                        .forEach(em::persist);
            });

            jpa.runInTransaction(em -> {
                List<Genre> genres = em.createQuery(
                                "select g from Genre g where g.name <> 'Prose' order by g.name", Genre.class)
                        .getResultList();

                assertThat(jpa.sqlOf(() -> SelectIn.fetch(em, Genre.class, genres, "parent")))
                        .hasStatements(1);
                assertThat(jpa.sqlOf(() -> assertThat(genres)
                                .extracting(genre -> genre.parent() == null
                                        ? "none"
                                        : genre.parent().name())
                                .containsExactly("Prose", "Prose", "none")))
                        .isEmpty();
            });
        }
    }

    @Nested
    class A_class_that_is_no_entity {

        @Test
        void is_refused() {
            jpa.runInTransaction(
                    em -> assertThatThrownBy(() -> SelectIn.fetch(em, String.class, List.of("Emma"), "books"))
                            .isInstanceOf(IllegalArgumentException.class));
        }
    }

    @Nested
    class Many_authors_of_whom_each_second_has_a_book {

        @ParameterizedTest
        @ValueSource(ints = {1_000, 1_001, 2_500})
        void are_all_filled_by_a_few_selects(int many) {
            jpa.given(em -> {
                for (int i = 0; i < many; i++) {
                    var author = new Author("Author " + i, i, null);
                    em.persist(author);
                    if (i % 2 == 0) {
                        persist(em, i, "Book " + i, author);
                    }
                }
            });

            jpa.runInTransaction(em -> {
                List<Author> authors = authors(em);

                assertThat(sqlOfFetch(em, authors).statements()).hasSizeLessThanOrEqualTo(3);
                assertThat(authors)
                        .hasSize(many)
                        .allMatch(SelectInTest::hasItsBooks)
                        .allSatisfy(author -> assertThat(author.books()).hasSize(author.born() % 2 == 0 ? 1 : 0));
            });
        }
    }

    private static void persist(EntityManager em, int number, String title, Author author) {
        var book = new Book(Isbn.invented(number), title, 1800, "en", "GB");
        book.addAuthor(author);
        em.persist(book);
    }

    private static List<Author> authors(EntityManager em) {
        return em.createQuery("select a from Author a order by a.name", Author.class)
                .getResultList();
    }

    private static void fetch(EntityManager em, Collection<Author> authors) {
        SelectIn.fetch(em, Author.class, authors, "books");
    }

    private static SqlLog sqlOfFetch(EntityManager em, Collection<Author> authors) {
        return jpa.sqlOf(() -> fetch(em, authors));
    }

    private static boolean hasItsBooks(Author author) {
        return jpa.factory().getPersistenceUnitUtil().isLoaded(author, "books");
    }
}
