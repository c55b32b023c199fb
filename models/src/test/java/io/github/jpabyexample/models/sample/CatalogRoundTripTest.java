package io.github.jpabyexample.models.sample;

import static io.github.jpabyexample.models.sample.OneOfEach.PRICE;
import static io.github.jpabyexample.models.sample.OneOfEach.emma;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.jpabyexample.lesson.LessonUnit;
import io.github.jpabyexample.models.catalog.AudioBook;
import io.github.jpabyexample.models.catalog.Author;
import io.github.jpabyexample.models.catalog.Availability;
import io.github.jpabyexample.models.catalog.Book;
import io.github.jpabyexample.models.catalog.EBook;
import io.github.jpabyexample.models.catalog.Edition;
import io.github.jpabyexample.models.catalog.Genre;
import io.github.jpabyexample.models.catalog.Isbn;
import io.github.jpabyexample.models.catalog.PrintEdition;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the shelves hold comes back as it went in, read in a context that never saw it. */
class CatalogRoundTripTest {

    @RegisterExtension
    static final LessonUnit jpa = LessonUnit.of("bookstore");

    @BeforeEach
    void stored() {
        jpa.given(OneOfEach::persistTo);
    }

    @Test
    void keeps_a_book_with_converter_enum_code_record_and_long_text() {
        jpa.runInTransaction(em -> {
            Book emma = emma(em);

            assertThat(emma.isbn()).isEqualTo(Isbn.invented(1));
            assertThat(emma.title()).isEqualTo("Emma");
            assertThat(emma.firstPublished()).isEqualTo(1815);
            assertThat(emma.language() + emma.country()).isEqualTo("enGB");
            assertThat(emma.availability()).isEqualTo(Availability.ON_ORDER);
            assertThat(emma.price()).isEqualTo(PRICE);
            assertThat(emma.blurb()).startsWith("Émile Zola’s čapek – 日本語").hasSizeGreaterThan(60_000);
        });
    }

    @Test
    void keeps_authors_on_both_sides_and_a_missing_year() {
        jpa.runInTransaction(em -> {
            assertThat(emma(em).authors())
                    .extracting(Author::name, Author::born, Author::died)
                    .containsExactlyInAnyOrder(tuple("Jane Austen", 1775, 1817), tuple("Somebody Living", 1950, null));
            assertThat(emma(em).authors())
                    .allSatisfy(author -> assertThat(author.books()).containsExactly(emma(em)));
        });
    }

    @Test
    void keeps_genres_as_a_tree() {
        jpa.runInTransaction(em -> {
            Genre root = OneOfEach.one(em, "select g from Genre g where g.parent is null", Genre.class);

            assertThat(root.children()).extracting(Genre::name).containsExactly("Romance", "Satire");
            assertThat(root.children()).extracting(Genre::parent).containsOnly(root);
            assertThat(emma(em).genres()).containsExactlyInAnyOrderElementsOf(root.children());
        });
    }

    @Test
    void keeps_each_kind_of_edition_in_joined_tables_by_date() {
        jpa.runInTransaction(em -> {
            List<Edition> editions = emma(em).editions();

            assertThat(editions)
                    .allSatisfy(edition -> assertThat(edition.book()).isEqualTo(emma(em)));
            assertThat(editions)
                    .extracting(Edition::published)
                    .containsExactly(LocalDate.of(1999, 12, 31), LocalDate.of(2010, 1, 1), LocalDate.of(2016, 2, 29));
            assertThat(editions.get(0)).isInstanceOfSatisfying(PrintEdition.class, it -> {
                assertThat(it.pages()).isEqualTo(480);
                assertThat(it.price()).isEqualTo(PRICE);
            });
            assertThat(editions.get(1))
                    .isInstanceOfSatisfying(
                            EBook.class, it -> assertThat(it.kilobytes()).isEqualTo(1_024));
            assertThat(editions.get(2)).isInstanceOfSatisfying(AudioBook.class, it -> {
                assertThat(it.reader()).isEqualTo("Ada Reader");
                assertThat(it.minutes()).isEqualTo(540);
            });
        });
    }

    // Objects, since EclipseLink cannot count a Delivery: it counts the rows of a table for this abstract class.
    @Test
    void misses_no_entity() {
        jpa.runInTransaction(em -> assertThat(em.getMetamodel().getEntities())
                .hasSize(18)
                .allSatisfy(entity -> assertThat(
                                em.createQuery("select e from " + entity.getName() + " e", entity.getJavaType())
                                        .getResultList())
                        .isNotEmpty()));
    }
}
