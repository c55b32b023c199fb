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
import io.github.jpabyexample.models.sample.SampleData;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Page 5,000 is slow, or a row is shown twice because somebody added one meanwhile, or a page has fewer owners than it
 * should.
 *
 * <p>Choose: beginning after the last key for lists that people scroll, offsets for a few numbered pages; owners first
 * and their collections by a second query.
 *
 * <p>Try: fetch a collection together with a page.
 */
@Lesson(
        value =
                "A page is cut by the database: by counting rows from the start, or by beginning after the last key that was seen.",
        level = BASIC,
        terms = {"pagination", "setMaxResults", "setFirstResult", "keyset", "offset", "HHH90003004"},
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
        void are_all_read_once_by_beginning_after_the_last_key_that_was_seen() {
            List<Book> all = new ArrayList<>();
            jpa.runInTransaction(em -> {
                List<Book> page = after(em, 0, 0);
                while (!page.isEmpty()) {
                    all.addAll(page);
                    Book last = page.get(page.size() - 1);
                    page = after(em, last.firstPublished(), last.id());
                }
            });

            assertThat(all).hasSize(129).doesNotHaveDuplicates();
            assertThat(jpa.sql()).hasSelects(4 + 1);
            jpa.note("Each page costs the same however deep it is, and a book that is added meanwhile shifts nothing.");
        }

        @Test
        void are_none_or_all_when_the_page_has_no_rows() {
            List<Book> none = jpa.callInTransaction(em -> page(em, 0, 0));

            assertThat(none)
                    .hasSize(jpa.expect(
                            data("of 129 books, those on a page of 0")
                                    .write("no query at all for a page of 0")
                                    .follows("Query Execution", HIBERNATE),
                            on(HIBERNATE, 0),
                            on(ECLIPSELINK, 129)));
        }

        @Test
        void are_cut_by_row_and_not_by_owner_when_a_collection_is_fetched_with_the_page() {
            List<Author> authors = jpa.callInTransaction(em -> em.createQuery(
                            "select a from Author a join fetch a.books where a.name = 'Jane Austen' or a.born = 1812"
                                    + " order by a.name desc",
                            Author.class)
                    .setMaxResults(2)
                    .getResultList());

            assertThat(authors.stream().distinct().count())
                    .isEqualTo(jpa.expect(
                            data("authors on a page of 2, with their books fetched")
                                    .write("page the owners, then fetch their collections by a second query")
                                    .leftOpen("Query Execution"),
                            on(HIBERNATE, 2L),
                            on(ECLIPSELINK, 1L)));
            jpa.note("Page the owners first, then fetch their collections with a second query: right on both.");
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
}
