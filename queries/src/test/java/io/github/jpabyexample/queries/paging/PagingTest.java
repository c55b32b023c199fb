package io.github.jpabyexample.queries.paging;

import static io.github.jpabyexample.lesson.Level.BASIC;
import static io.github.jpabyexample.lesson.On.on;
import static io.github.jpabyexample.lesson.observation.Difference.data;
import static io.github.jpabyexample.testing.Stack.ECLIPSELINK;
import static io.github.jpabyexample.testing.Stack.HIBERNATE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.jpabyexample.bootstrap.Bootstrap;
import io.github.jpabyexample.lesson.Lesson;
import io.github.jpabyexample.lesson.LessonUnit;
import io.github.jpabyexample.models.catalog.Author;
import io.github.jpabyexample.models.catalog.Book;
import io.github.jpabyexample.models.catalog.Isbn;
import io.github.jpabyexample.models.sample.SampleData;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A row stands on two pages, or on none, because somebody added one while a reader turned the page. Or a page of authors, with
 * their books fetched, has too few of them.
 *
 * <p>Choose: {@code setFirstResult} and {@code setMaxResults} for a table that few change; to begin after the last key for what
 * must be read once and completely. Order by something unique. Page the keys of owners first, then fetch their collections.
 *
 * <p>Try: order by the year alone, and read all pages by key.
 */
@Lesson(
        value =
                "A page is cut by the database: by counting rows from the start, or by beginning after the last key that was seen.",
        level = BASIC,
        terms = {"paging", "pagination", "keyset", "seek method", "limit", "offset", "setMaxResults", "setFirstResult"},
        sqlalchemy = "`select(…).limit(…).offset(…)`")
class PagingTest {

    @RegisterExtension
    static final LessonUnit jpa = LessonUnit.of("bookstore", "pooled", Bootstrap::pooled);

    @Nested
    class The_129_classics_of_the_catalogue {

        @BeforeEach
        void stored() {
            jpa.given(em -> SampleData.classics().persistTo(em));
        }

        @Test
        void are_read_ten_at_a_time_by_offset() {
            List<Book> third = jpa.callInTransaction(em -> page(em, 20, 10));

            assertThat(third).hasSize(10);
            assertThat(jpa.sql()).hasSelects(1);
            assertThat(jpa.sql().statements().get(0).rows()).isEqualTo(10);
            jpa.show("third page", third);
        }

        @Test
        void end_with_a_shorter_page_and_then_an_empty_one() {
            jpa.runInTransaction(em -> {
                assertThat(page(em, 120, 10)).hasSize(9);
                assertThat(page(em, 130, 10)).isEmpty();
            });
        }

        @Test
        void show_one_book_twice_by_offset_when_another_is_added_before_it_meanwhile() {
            List<Book> first = jpa.callInTransaction(em -> page(em, 0, 10));
            jpa.runInTransaction(em -> em.persist(new Book(Isbn.invented(99_999), "A", 1950, "en", "GB")));
            List<Book> second = jpa.callInTransaction(em -> page(em, 10, 10));

            assertThat(second.get(0)).isEqualTo(first.get(9));
        }

        @Test
        void are_all_read_once_by_beginning_after_the_last_key_though_a_book_is_added_before_it_meanwhile() {
            List<Book> page = jpa.callInTransaction(em -> after(em, 0, 0));
            jpa.runInTransaction(em -> em.persist(new Book(Isbn.invented(99_999), "A", 1, "la", "IT")));
            List<Book> all = new ArrayList<>();
            while (!page.isEmpty()) {
                all.addAll(page);
                Book last = page.get(page.size() - 1);
                page = jpa.callInTransaction(em -> after(em, last.firstPublished(), last.id()));
            }

            assertThat(all)
                    .hasSize(129)
                    .doesNotHaveDuplicates()
                    .noneMatch(book -> book.title().equals("A"));
            assertThat(jpa.sql()).hasSelects(4 + 1);
        }

        @Test
        void are_none_on_hibernate_and_all_on_eclipselink_when_the_page_has_no_rows() {
            List<Book> none = jpa.callInTransaction(em -> page(em, 0, 0));

            assertThat(none)
                    .hasSize(jpa.expect(
                            data("of 129 books, those on a page of 0")
                                    .write("ask for no page of 0: return an empty list yourself")
                                    .follows("Query Execution", HIBERNATE),
                            on(HIBERNATE, 0),
                            on(ECLIPSELINK, 129)));
        }

        private static List<Book> page(EntityManager em, int first, int size) {
            return em.createQuery("select b from Book b order by b.title, b.id", Book.class)
                    .setFirstResult(first)
                    .setMaxResults(size)
                    .getResultList();
        }

        private static List<Book> after(EntityManager em, int year, long id) {
            return em.createQuery("""
                            select b
                            from Book b
                            where b.firstPublished > :year
                               or b.firstPublished = :year and b.id > :id
                            order by b.firstPublished, b.id
                            """, Book.class)
                    .setParameter("year", year)
                    .setParameter("id", id)
                    .setMaxResults(40)
                    .getResultList();
        }
    }

    @Nested
    class Two_authors_of_a_page_with_their_books {

        @BeforeEach
        void stored() {
            jpa.given(em -> SampleData.classics().persistTo(em));
        }

        @Test
        void are_two_on_hibernate_and_one_on_eclipselink_when_the_books_are_fetched_with_the_page() {
            List<Author> authors = jpa.callInTransaction(
                    em -> em.createQuery("""
                            select a
                            from Author a join fetch a.books
                            where a.name = 'Jane Austen' or a.born = 1812
                            order by a.name desc
                            """, Author.class).setMaxResults(2).getResultList());

            assertThat(authors.stream().distinct().count())
                    .isEqualTo(jpa.expect(
                            data("authors on a page of 2, with their books fetched")
                                    .write("page the keys of the owners, then fetch these with their collections")
                                    .leftOpen("Query Execution"),
                            on(HIBERNATE, 2L),
                            on(ECLIPSELINK, 1L)));
        }

        @Test
        void are_two_with_all_their_books_on_both_when_their_keys_are_paged_and_they_are_fetched_then() {
            List<Author> authors = jpa.callInTransaction(em -> {
                List<Long> ids =
                        em.createQuery("""
                                select a.id from Author a where a.name = 'Jane Austen' or a.born = 1812 order by a.name desc
                                """, Long.class).setMaxResults(2).getResultList();
                return em.createQuery("""
                                select distinct a from Author a left join fetch a.books where a.id in :ids order by a.name desc
                                """, Author.class)
                        .setParameter("ids", ids)
                        .getResultList();
            });

            assertThat(authors)
                    .extracting(author -> author.name() + ": " + author.books().size())
                    .containsExactly("Jane Austen: 6", "Charles Dickens: 4");
            assertThat(jpa.sql()).hasSelects(2);
        }
    }
}
