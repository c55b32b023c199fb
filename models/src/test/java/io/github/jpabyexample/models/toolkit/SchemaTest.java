package io.github.jpabyexample.models.toolkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jpabyexample.lesson.LessonUnit;
import io.github.jpabyexample.testing.Stack;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A provider only logs a constraint that the database refuses, so these ask the database what it has. */
class SchemaTest {

    @RegisterExtension
    static final LessonUnit jpa = LessonUnit.of("bookstore");

    private static final String FOREIGN_KEYS = """
            select own.table_name || '.' || own.column_name
            from information_schema.referential_constraints fk
            join information_schema.key_column_usage own
              on own.constraint_schema = fk.constraint_schema and own.constraint_name = fk.constraint_name
            where fk.constraint_schema = current_schema
            """;
    private static final Map<String, String> INDEXES = Map.of(Stack.H2, """
            select table_name || '.' || column_name
            from information_schema.index_columns
            where table_schema = current_schema and ordinal_position = 1
            """, Stack.POSTGRESQL, """
            select class.relname || '.' || attribute.attname
            from pg_index index
            join pg_class class on class.oid = index.indrelid
            join pg_namespace space on space.oid = class.relnamespace
            join pg_attribute attribute on attribute.attrelid = class.oid and attribute.attnum = index.indkey[0]
            where space.nspname = current_schema
            """);

    // EclipseLink also makes a table for Delivery, the abstract root of a table per class, which stays empty.
    @Test
    void each_association_is_a_foreign_key() {
        var keys = jpa.rows("""
                select own.table_name || '.' || own.column_name || ' -> ' || their.table_name
                from information_schema.referential_constraints fk
                join information_schema.key_column_usage own
                  on own.constraint_schema = fk.constraint_schema and own.constraint_name = fk.constraint_name
                join information_schema.table_constraints their
                  on their.constraint_schema = fk.unique_constraint_schema
                  and their.constraint_name = fk.unique_constraint_name
                where fk.constraint_schema = current_schema and own.table_name not in ('delivery', 'DELIVERY')
                """);

        assertThat(keys.rows())
                .extracting(key -> key.get(0).toLowerCase(Locale.ROOT))
                .containsExactlyInAnyOrder(
                        "audio_book.id -> edition",
                        "book_author.author_id -> author",
                        "book_author.book_id -> book",
                        "book_genre.book_id -> book",
                        "book_genre.genre_id -> genre",
                        "customer_interest.customer_id -> customer",
                        "customer_phone.customer_id -> customer",
                        "customer_profile.customer_id -> customer",
                        "ebook.id -> edition",
                        "edition.book_id -> book",
                        "genre.parent_id -> genre",
                        "order_line.edition_id -> edition",
                        "order_line.order_id -> purchase_order",
                        "parcel_delivery.order_id -> purchase_order",
                        "payment.order_id -> purchase_order",
                        "pickup_delivery.order_id -> purchase_order",
                        "print_edition.id -> edition",
                        "purchase_order.customer_id -> customer",
                        "review.book_id -> book",
                        "review.customer_id -> customer");
    }

    // H2 makes such an index by itself, PostgreSQL none: there each delete of a customer would read all orders.
    @Test
    void each_foreign_key_has_an_index_that_begins_with_its_column() {
        assertThat(columnsOf(FOREIGN_KEYS))
                .isNotEmpty()
                .isSubsetOf(columnsOf(INDEXES.get(jpa.stack().database())));
    }

    private static List<String> columnsOf(String query) {
        return jpa.rows(query).rows().stream()
                .map(row -> row.get(0).toLowerCase(Locale.ROOT))
                .toList();
    }
}
