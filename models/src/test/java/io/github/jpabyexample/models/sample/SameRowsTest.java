package io.github.jpabyexample.models.sample;

import static io.github.jpabyexample.testing.Stack.POSTGRESQL;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.jpabyexample.lesson.LessonUnit;
import io.github.jpabyexample.lesson.OnlyOn;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The sample data is the same, row by row, on every stack: compared by one digest over all tables. */
class SameRowsTest {

    @RegisterExtension
    static final LessonUnit jpa = LessonUnit.of("bookstore");

    // To be replaced by what the failing test says when the catalogue or the inventions change on purpose.
    private static final String SMALL = "20a73b42941a26e9a923b09bda03119975f72ed665b1b5c5549dcccb59275493";
    private static final String LARGER = "a32ffa24bd86614112a6c425cac8b02243344ee4e482f8b12291e777a133f63a";

    /** Every column but versions, times of writing and generated ids, for which business keys stand. */
    private static final List<String> CATALOG = List.of(
            "select g.name, p.name from genre g left join genre p on p.id = g.parent_id",
            "select name, born, died from author",
            """
            select isbn, title, first_published, language, country, availability, price_amount, price_currency, blurb
            from book
            """,
            "select b.isbn, a.name from book_author ba join book b on b.id = book_id join author a on a.id = author_id",
            "select b.isbn, g.name from book_genre bg join book b on b.id = book_id join genre g on g.id = genre_id",
            """
            select b.isbn, cast(e.published as varchar(30)), e.kind, e.price_amount, e.price_currency,
                   p.pages, x.kilobytes, a.reader, a.minutes
            from edition e join book b on b.id = e.book_id left join print_edition p on p.id = e.id
            left join ebook x on x.id = e.id left join audio_book a on a.id = e.id
            """);

    private static final List<String> PEOPLE = List.of(
            "select email, name, street, city, postal_code, country from customer",
            "select email, interest from customer_interest join customer on id = customer_id",
            "select email, position, phone from customer_phone join customer on id = customer_id",
            """
            select email, cast(birthday as varchar(30)), newsletter from customer_profile
            join customer on id = customer_id
            """,
            """
            select email, isbn, stars, cast(written_on as varchar(30)), text from review
            join customer c on c.id = customer_id join book b on b.id = book_id
            """);

    private static final String OF_AN_ORDER = "cast(o.placed_at as varchar(30)), c.email from purchase_order o"
            + " join customer c on c.id = o.customer_id ";

    private static final List<String> SALES = List.of(
            "select cast(o.status as varchar(10)), " + OF_AN_ORDER,
            "select l.position, l.quantity, l.unit_price_amount, l.unit_price_currency, b.isbn, e.kind, " + OF_AN_ORDER
                    + "join order_line l on l.order_id = o.id join edition e on e.id = l.edition_id"
                    + " join book b on b.id = e.book_id",
            "select p.kind, p.amount, p.currency, cast(p.paid_at as varchar(30)), p.reference, p.last_digits, "
                    + OF_AN_ORDER + "join payment p on p.order_id = o.id",
            "select cast(d.due_on as varchar(30)), d.street, d.city, d.postal_code, d.country, " + OF_AN_ORDER
                    + "join parcel_delivery d on d.order_id = o.id",
            "select cast(d.due_on as varchar(30)), d.shop, " + OF_AN_ORDER
                    + "join pickup_delivery d on d.order_id = o.id");

    @Test
    void the_small_bookstore_is_the_same_on_every_stack() {
        SampleData.small().persistTo(jpa.factory());

        assertThat(digest()).isEqualTo(SMALL);
    }

    @Test
    void a_bookstore_of_several_batches_is_the_same_on_every_stack() {
        SampleData.of(450).persistTo(jpa.factory());

        assertThat(digest()).isEqualTo(LARGER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tr-TR", "ar-EG-u-nu-arab", "th-TH-u-ca-buddhist-nu-thai"})
    void the_language_of_the_machine_does_not_matter(String language) {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag(language));
            SampleData.small().persistTo(jpa.factory());
        } finally {
            Locale.setDefault(before);
        }

        assertThat(digest()).isEqualTo(SMALL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"America/Santiago", "Asia/Kolkata", "Pacific/Apia"})
    @OnlyOn(value = POSTGRESQL, because = "H2 runs in this JVM and keeps the time zone with which it started")
    void the_time_zone_of_the_machine_does_not_matter(String zone) {
        TimeZone before = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone(zone));
            SampleData.of(450).persistTo(jpa.factory());
        } finally {
            TimeZone.setDefault(before);
        }

        assertThat(digest()).isEqualTo(LARGER);
    }

    @Test
    void customer_7_is_the_same_among_10_and_among_50() {
        SampleData.of(10).persistTo(jpa.factory());
        List<String> among10 = rowsWith(".7@example.org");
        jpa.clean();
        SampleData.of(50).persistTo(jpa.factory());

        assertThat(rowsWith(".7@example.org")).isEqualTo(among10).hasSizeGreaterThan(5);
    }

    @Test
    void one_changed_letter_changes_the_digest() {
        SampleData.small().persistTo(jpa.factory());
        jpa.runInTransaction(em -> em.createQuery("update Genre g set g.name = 'Fictio' where g.name = 'Fiction'")
                .executeUpdate());

        assertThat(digest()).isNotEqualTo(SMALL);
    }

    @Test
    void no_column_is_left_out() {
        var columns = jpa.rows("""
                select table_name || '.' || column_name from information_schema.columns
                where table_schema = current_schema
                """);
        String compared = String.join(" ", rowsQueries());

        assertThat(columns.rows())
                .extracting(column -> column.get(0).toLowerCase(Locale.ROOT))
                .filteredOn(column -> !column.matches("hte?_.*|delivery\\..*|.*\\.(id|\\w+_id|version|\\w+ated_at)"))
                .hasSize(54)
                .allMatch(column -> compared.matches("(?s).*\\b" + column.replaceFirst(".*\\.", "") + "\\b.*"));
    }

    private static List<String> rowsQueries() {
        return Stream.of(CATALOG, PEOPLE, SALES).flatMap(List::stream).toList();
    }

    // Sorted here, because databases sort letters in different orders.
    private static List<String> allRows() {
        List<String> all = new ArrayList<>();
        for (String query : rowsQueries()) {
            jpa.rows(query).rows().stream()
                    .map(row -> String.join("|", row))
                    .sorted()
                    .forEach(all::add);
        }
        return all;
    }

    private static List<String> rowsWith(String text) {
        return allRows().stream().filter(row -> row.contains(text)).toList();
    }

    private static String digest() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            allRows().forEach(row -> digest.update((row + "\n").getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
