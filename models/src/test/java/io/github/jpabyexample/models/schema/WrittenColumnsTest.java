package io.github.jpabyexample.models.schema;

import static io.github.jpabyexample.lesson.Level.WORKING;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.jpabyexample.lesson.Lesson;
import io.github.jpabyexample.lesson.LessonUnit;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * You set an attribute, commit, and the database still has the old value, without an exception. Or a value that the database
 * fills in, such as a default, is null in the object that you have just persisted.
 *
 * <p>Choose: {@code updatable = false} for what never changes, and no setter. {@code insertable = false} and a refresh for
 * what the database fills in. Both, on a second attribute, for the number in a foreign key. {@code @Transient} for what is
 * not stored.
 *
 * <p>Try: leave {@code insertable = false} of {@code copies} away.
 */
@Lesson(
        value =
                "The mapping says which attributes are written, and when; what is not written still changes in memory, unnoticed.",
        level = WORKING,
        terms = {
            "insertable",
            "updatable",
            "read-only column",
            "database default",
            "generated column",
            "transient attribute",
            "foreign key as attribute",
            "refresh"
        },
        sqlalchemy = "`server_default`, `viewonly=True`, `FetchedValue`")
class WrittenColumnsTest {

    @RegisterExtension
    static final LessonUnit jpa = LessonUnit.of("till-receipts");

    @Nested
    class A_column_that_is_not_updatable {

        @BeforeEach
        void stored() {
            jpa.given(em -> em.persist(new Receipt(1L, "Emma", null)));
        }

        @Test
        void keeps_its_first_value_whatever_the_object_says() {
            Receipt changed = jpa.callInTransaction(em -> {
                Receipt receipt = em.find(Receipt.class, 1L);
                receipt.issuedBy("Harriet");
                return receipt;
            });

            assertThat(changed.issuedBy()).isEqualTo("Harriet");
            assertThat(jpa.sql()).updatesOf("receipt", 0);
            assertThat(jpa.rows("select issued_by from receipt").rows()).containsExactly(List.of("Emma"));
            jpa.note("Nobody is told, so give such an attribute no setter.");
        }
    }

    @Nested
    class A_column_that_the_database_fills_in {

        @Test
        void is_null_in_memory_until_the_object_is_read_again() {
            jpa.runInTransaction(em -> {
                var receipt = new Receipt(1L, "Emma", null);
                em.persist(receipt);
                em.flush();
                assertThat(receipt.copies()).isNull();

                em.refresh(receipt);

                assertThat(receipt.copies()).isEqualTo(2);
            });

            assertThat(jpa.sql()).hasInserts(1).hasSelects(1);
        }
    }

    @Nested
    class A_foreign_key_that_is_also_an_attribute {

        @Test
        void is_written_by_the_association_and_read_by_both_without_loading_anything() {
            jpa.given(em -> {
                var first = new Receipt(1L, "Emma", null);
                em.persist(first);
                em.persist(new Receipt(2L, "Emma", first));
            });

            jpa.runInTransaction(em -> {
                Receipt second = em.find(Receipt.class, 2L);

                assertThat(second.cancelsId()).isEqualTo(1L);
            });

            assertThat(jpa.sql()).hasSelects(1);
        }

        @Test
        void is_behind_in_memory_until_it_is_read_again() {
            jpa.runInTransaction(em -> {
                var first = new Receipt(1L, "Emma", null);
                em.persist(first);
                var second = new Receipt(2L, "Emma", first);
                em.persist(second);
                em.flush();

                assertThat(second.cancelsId()).isNull();
            });
        }
    }

    @Nested
    class What_is_transient {

        @Test
        void has_no_column_and_is_as_the_empty_constructor_leaves_it_when_it_is_read() {
            jpa.given(em -> em.persist(new Receipt(1L, "Emma", null)));

            Receipt read = jpa.callInTransaction(em -> em.find(Receipt.class, 1L));

            assertThat(read.remark()).isNull();
            assertThat(read.secret()).isNull();
            assertThat(jpa.rows("select * from receipt").columns())
                    .containsExactlyInAnyOrder("id", "issued_by", "copies", "cancels_id");
        }
    }
}
