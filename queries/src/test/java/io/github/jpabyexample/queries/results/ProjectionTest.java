package io.github.jpabyexample.queries.results;

import static io.github.jpabyexample.lesson.Level.BASIC;
import static io.github.jpabyexample.lesson.On.on;
import static io.github.jpabyexample.lesson.observation.Difference.exception;
import static io.github.jpabyexample.testing.Stack.ECLIPSELINK;
import static io.github.jpabyexample.testing.Stack.HIBERNATE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.jpabyexample.bootstrap.Bootstrap;
import io.github.jpabyexample.lesson.Lesson;
import io.github.jpabyexample.lesson.LessonUnit;
import io.github.jpabyexample.models.Money;
import io.github.jpabyexample.models.catalog.Book;
import io.github.jpabyexample.models.catalog.Isbn;
import io.github.jpabyexample.models.sample.SampleData;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Root;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A list needs three columns, and each row brings the whole book with its blurb. And a query that was asked for a record, or for a
 * tuple, returns {@code Object[]} instead: a ClassCastException where you use it.
 *
 * <p>Choose: {@code select new} with a record in JPQL, or a tuple or {@code construct} by Criteria: the same on both. The whole entity
 * only where you change it.
 *
 * <p>Try: select the blurb as well, into a record of four.
 */
@Lesson(
        value =
                "What is only shown is selected into records: no column is read in vain, and no object is watched for changes.",
        level = BASIC,
        terms = {"projection", "DTO", "record", "constructor expression", "select new", "Tuple", "Object[]"},
        messages = {"Incorrect query result type: query produces", "Missing constructor for type"},
        sqlalchemy = "`select(Book.title, Book.price)`, `Row`")
class ProjectionTest {

    @RegisterExtension
    static final LessonUnit jpa = LessonUnit.of("bookstore", "pooled", Bootstrap::pooled);

    /** Public, with a constructor of these types in this order: it is called by its name in the query. */
    public record Listed(String title, int year, Money price) {}

    public record Counted(String language, long books) {}

    private static final String EMMA = "select b.title, b.firstPublished, b.price from Book b where b.title = 'Emma'";

    @Nested
    class The_129_classics_of_the_catalogue {

        @BeforeEach
        void stored() {
            jpa.given(em -> SampleData.classics().persistTo(em));
        }

        @Test
        void give_one_value_each_where_one_attribute_is_selected_and_no_other_column_is_read() {
            List<String> titles = jpa.callInTransaction(em -> em.createQuery(
                            "select b.title from Book b where b.firstPublished < 1650 order by b.title", String.class)
                    .getResultList());

            assertThat(titles).contains("Macbeth").doesNotContain("Emma");
            assertThat(jpa.sql()).hasSelects(1).doesNotMention("blurb").doesNotMention("isbn");
        }

        @Test
        void give_arrays_where_several_are_selected_with_values_as_the_entity_has_them() {
            Object[] row = jpa.callInTransaction(em -> em.createQuery(
                            "select b.isbn, b.price, b.blurb from Book b where b.title = 'Emma'", Object[].class)
                    .getSingleResult());

            assertThat(row[0]).isInstanceOf(Isbn.class);
            assertThat(row[1]).isInstanceOf(Money.class);
            jpa.note("An array knows neither names nor types: a mistake in the order of columns shows up late.");
        }

        @Test
        void become_records_by_a_constructor_that_the_query_names_in_full() {
            List<Listed> listed = jpa.callInTransaction(
                    em -> em.createQuery("""
                            select new io.github.jpabyexample.queries.results.ProjectionTest$Listed(
                                b.title, b.firstPublished, b.price)
                            from Book b
                            where b.title = 'Emma'
                            """, Listed.class).getResultList());

            assertThat(listed).containsExactly(new Listed("Emma", 1815, Money.of("12.95", "EUR")));
            assertThat(jpa.sql()).doesNotMention("blurb").doesNotMention("version");
        }

        @Test
        void become_records_of_sums_that_no_entity_has() {
            List<Counted> most = jpa.callInTransaction(
                    em -> em.createQuery("""
                            select new io.github.jpabyexample.queries.results.ProjectionTest$Counted(b.language, count(b))
                            from Book b
                            group by b.language
                            having count(b) > 10
                            order by count(b) desc
                            """, Counted.class).getResultList());

            assertThat(jpa.show("most books by language", most).rows()).hasSize(3);
            assertThat(most).containsExactly(new Counted("en", 59), new Counted("fr", 17), new Counted("ru", 15));
        }

        @Test
        void become_records_without_a_constructor_in_the_query_on_hibernate_only() {
            List<?> results = jpa.callInTransaction(
                    em -> em.createQuery(EMMA, Listed.class).getResultList());

            assertThat(results.get(0).getClass().getSimpleName())
                    .isEqualTo(jpa.expect(
                            exception("results of a query for a record, without new")
                                    .write("select new with the record's full name")
                                    .leftOpen("Query Execution"),
                            on(HIBERNATE, "Listed"),
                            on(ECLIPSELINK, "Object[]")));
            jpa.note("Jakarta Persistence 4.0 is to allow it. Until then it is new that works on both.");
        }

        @Test
        void become_tuples_by_jpql_on_hibernate_only() {
            List<?> results = jpa.callInTransaction(
                    em -> em.createQuery(EMMA, Tuple.class).getResultList());

            assertThat(results.get(0) instanceof Tuple)
                    .isEqualTo(jpa.expect(
                            exception("a JPQL query for Tuple returns tuples")
                                    .write("createTupleQuery() of Criteria, or select new in JPQL")
                                    .leftOpen("Query Execution"),
                            on(HIBERNATE, true),
                            on(ECLIPSELINK, false)));
        }

        @Test
        void become_tuples_or_records_on_both_by_criteria() {
            jpa.runInTransaction(em -> {
                CriteriaBuilder build = em.getCriteriaBuilder();
                CriteriaQuery<Tuple> query = build.createTupleQuery();
                Root<Book> book = query.from(Book.class);
                query.select(build.tuple(book.get("title").alias("called"), book.get("firstPublished")))
                        .where(build.equal(book.get("title"), "Emma"));

                Tuple tuple = em.createQuery(query).getSingleResult();

                assertThat(tuple.get("called", String.class)).isEqualTo("Emma");
                assertThat(tuple.get(1, Integer.class)).isEqualTo(1815);
            });
            jpa.runInTransaction(em -> {
                CriteriaBuilder build = em.getCriteriaBuilder();
                CriteriaQuery<Listed> query = build.createQuery(Listed.class);
                Root<Book> book = query.from(Book.class);
                query.select(build.construct(
                                Listed.class, book.get("title"), book.get("firstPublished"), book.get("price")))
                        .where(build.equal(book.get("title"), "Emma"));

                assertThat(em.createQuery(query).getSingleResult().title()).isEqualTo("Emma");
            });
        }

        @Test
        void are_managed_only_where_the_whole_book_is_selected() {
            jpa.runInTransaction(em -> {
                Object[] row = em.createQuery("""
                                select b, count(e)
                                from Book b join b.editions e
                                where b.title = 'Emma'
                                group by b
                                """, Object[].class).getSingleResult();

                assertThat(em.contains(row[0])).isTrue();
                assertThat(row[1]).isEqualTo(2L);
            });
            assertThat(jpa.sql()).mentions("blurb");
        }

        @Test
        void are_asked_for_as_the_wrong_type_and_hibernate_refuses_while_eclipselink_converts() {
            assertThat(outcome("select b.firstPublished from Book b where b.title = 'Emma'", String.class))
                    .isEqualTo(jpa.expect(
                            exception("a number asked for as a String")
                                    .write("the type that the attribute has, Integer")
                                    .follows("EntityManager Interface"),
                            on(HIBERNATE, "QueryTypeMismatchException"),
                            on(ECLIPSELINK, "1815")));
        }

        @Test
        void are_refused_by_a_constructor_that_does_not_exist() {
            String jpql =
                    "select new io.github.jpabyexample.queries.results.ProjectionTest$Listed(b.title) from Book b";

            assertThat(outcome(jpql, Listed.class))
                    .isEqualTo(jpa.expect(
                            exception("what a query with an unknown constructor throws, before any SQL is sent")
                                    .write("a test that runs each query, and expects no exception")
                                    .follows("EntityManager Interface", HIBERNATE),
                            on(HIBERNATE, "IllegalArgumentException"),
                            on(ECLIPSELINK, "QueryException")));
            assertThat(jpa.sql()).isEmpty();
            jpa.note("The specification names IllegalArgumentException, which EclipseLink's own exception is not.");
        }

        private static String outcome(String jpql, Class<?> type) {
            try (EntityManager em = jpa.factory().createEntityManager()) {
                return em.createQuery(jpql, type).getSingleResult().toString();
            } catch (RuntimeException e) {
                return e.getClass().getSimpleName();
            }
        }
    }
}
