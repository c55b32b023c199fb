package io.github.jpabyexample.models.classes;

import static io.github.jpabyexample.lesson.Level.BASIC;
import static io.github.jpabyexample.lesson.On.on;
import static io.github.jpabyexample.lesson.observation.Difference.answer;
import static io.github.jpabyexample.lesson.observation.Difference.cost;
import static io.github.jpabyexample.testing.Stack.ECLIPSELINK;
import static io.github.jpabyexample.testing.Stack.HIBERNATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.jpabyexample.lesson.Lesson;
import io.github.jpabyexample.lesson.LessonUnit;
import io.github.jpabyexample.models.Money;
import io.github.jpabyexample.models.catalog.Author;
import io.github.jpabyexample.models.catalog.Availability;
import io.github.jpabyexample.models.catalog.Book;
import io.github.jpabyexample.models.catalog.Isbn;
import io.github.jpabyexample.testing.Rows;
import jakarta.persistence.PersistenceException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * You know tables, rows and SQL, and want to keep Java objects in them without writing the SQL for each.
 *
 * <p>Choose: an entity for what has an identity and lives on, such as a book; a record inside it for a value, such as
 * a price; plain JDBC where there are no objects at all.
 *
 * <p>Try: give the book a second attribute of your own, and look at the table.
 */
@Lesson(
        value =
                "An entity is a class whose objects are rows: the mapping says which column holds what, and JPA goes both ways.",
        level = BASIC,
        terms = {"entity", "@Entity", "@Id", "mapping", "persist", "row", "nullable"},
        sqlalchemy = "`class Book(DeclarativeBase)`, `Mapped[str]`, `mapped_column(String(300))`")
class FirstEntityTest {

    @RegisterExtension
    static final LessonUnit jpa = LessonUnit.of("bookstore");

    @Nested
    class A_new_book {

        private final Book emma = new Book(Isbn.invented(1), "Emma", 1815, "en", "GB");

        @Test
        void has_its_id_from_a_sequence_before_its_row_is_written() {
            jpa.runInTransaction(em -> {
                var sent = jpa.sqlOf(() -> em.persist(emma));

                assertThat(emma.id()).isNotNull();
                assertThat(sent).hasNoInserts();
            });

            assertThat(jpa.sql()).insertsInto("book", 1);
        }

        @Test
        void becomes_one_row_whose_columns_the_mapping_names() {
            emma.costs(Money.of("12.50", "EUR"));
            emma.becomes(Availability.ON_ORDER);

            jpa.runInTransaction(em -> em.persist(emma));

            Rows row = jpa.show(
                    "table book",
                    jpa.rows(
                            "select isbn, title, first_published, availability, price_amount, price_currency from book"));
            assertThat(row.rows()).containsExactly(List.of("9780000000019", "Emma", "1815", "O", "12.50", "EUR"));
            jpa.note(
                    "A converter makes text of the ISBN, an enum is stored by its code, and a record takes two columns.");
        }

        @Test
        void starts_at_a_version_that_the_provider_chooses() {
            jpa.runInTransaction(em -> em.persist(emma));

            int first = jpa.expect(
                    answer("first value of an int @Version")
                            .write("compare versions with each other, never with a number of your own")
                            .leftOpen("Entity Versions"),
                    on(HIBERNATE, 0),
                    on(ECLIPSELINK, 1));
            assertThat(emma.version()).isEqualTo(first);
        }
    }

    @Nested
    class A_stored_book {

        @BeforeEach
        void stored() {
            jpa.given(em -> {
                var emma = new Book(Isbn.invented(1), "Emma", 1815, "en", "GB");
                emma.costs(Money.of("12.50", "EUR"));
                var jane = new Author("Jane Austen", 1775, 1817);
                emma.addAuthor(jane);
                em.persist(jane);
                em.persist(emma);
            });
        }

        @Test
        void comes_back_as_it_was_and_is_read_in_one_select() {
            Book read = jpa.callInTransaction(
                    em -> em.createQuery("select b from Book b", Book.class).getSingleResult());

            assertThat(read.isbn()).isEqualTo(Isbn.invented(1));
            assertThat(read.price()).isEqualTo(Money.of("12.50", "EUR"));
            assertThat(read.availability()).isEqualTo(Availability.IN_STOCK);
            assertThat(jpa.sql()).hasSelects(1);
        }

        @Test
        void is_the_same_object_each_time_it_is_found_in_one_context() {
            jpa.runInTransaction(em -> {
                Book first = em.createQuery("select b from Book b", Book.class).getSingleResult();

                assertThat(em.find(Book.class, first.id())).isSameAs(first);
            });
            assertThat(jpa.sql()).hasSelects(1);
        }
    }

    @Nested
    class A_book_without_a_title {

        @Test
        void is_refused_and_the_providers_differ_in_who_refuses_it() {
            var untitled = new Book(Isbn.invented(2), null, 1815, "en", "GB");

            Throwable refused = catchThrowable(() -> jpa.runInTransaction(em -> em.persist(untitled)));

            assertThat(refused).isInstanceOf(PersistenceException.class);
            assertThat(jpa.sql())
                    .hasInserts(jpa.expect(
                            cost("inserts sent for a null in a column with nullable = false")
                                    .write(
                                            "check in the constructor: both refuse the null, one of them in the database")
                                    .leftOpen("Column Annotation"),
                            on(HIBERNATE, 0),
                            on(ECLIPSELINK, 1)));
            assertThat(jpa.rows("select title from book").rows()).isEmpty();
        }
    }
}
