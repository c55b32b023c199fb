package io.github.jpabyexample.models.schema;

import static io.github.jpabyexample.lesson.Level.WORKING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jpabyexample.lesson.Lesson;
import io.github.jpabyexample.lesson.LessonUnit;
import io.github.jpabyexample.models.schema.Words.BareChoice;
import io.github.jpabyexample.models.schema.Words.OrderNamedOrder;
import io.github.jpabyexample.models.schema.Words.QuotedChoice;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.SchemaValidationException;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * {@code Table "BARE_CHOICE" not found}, or {@code syntax error at or near "order"}, at your first insert, although the
 * schema was made without an exception: a column is called {@code order}, so the database refused to make the table.
 *
 * <p>Choose: another name, such as {@code purchase_order}, where you may. Quotes in {@code @Table} and {@code @Column} where
 * the name is given: then all SQL of your own repeats them, and the case of each letter. Validate a schema after you made
 * it.
 *
 * <p>Try: put the column of {@code place} in {@code BareChoice} in quotes.
 */
@Lesson(
        value =
                "A name that SQL reserves must stand in quotes, or its table is silently not made; another name is better still.",
        level = WORKING,
        terms = {
            "reserved word",
            "keyword as column name",
            "quoted identifier",
            "delimited identifier",
            "table not found",
            "schema validation",
            "table named order",
            "case-sensitive name"
        },
        messages = {
            "Table \"BARE_CHOICE\" not found",
            "syntax error at or near \"order\"",
            "Schema validation: missing table",
            "Schema validation failed"
        },
        sqlalchemy = "`quoted_name`; reserved words are quoted by themselves")
class ReservedWordTest {

    // A LessonUnit refuses mappings whose tables cannot be made, so the lesson makes them itself.
    @RegisterExtension
    static final LessonUnit jpa = LessonUnit.of("words").withTables(empty -> {});

    @BeforeAll
    static void are_made_as_far_as_possible() {
        jpa.factory().getSchemaManager().create(true);
    }

    @Nested
    class In_quotes {

        @Test
        void a_reserved_word_is_a_table_or_a_column_like_others() {
            jpa.runInTransaction(em -> em.persist(new QuotedChoice(1L, "Emma", 5)));

            assertThat(jpa.sql()).mentions("insert into \"order\"").mentions("\"user\"");
            jpa.runInTransaction(em -> {
                em.find(QuotedChoice.class, 1L).worth(6);
                em.flush();
                assertThat(em.createQuery("select c.worth from QuotedChoice c where c.who = 'Emma'", Integer.class)
                                .getSingleResult())
                        .isEqualTo(6);
            });
        }

        @Test
        void a_name_keeps_its_case_which_all_handwritten_SQL_must_then_repeat() {
            jpa.runInTransaction(em -> em.persist(new QuotedChoice(1L, "Emma", 5)));

            assertThat(jpa.rows("select \"Value\" from \"order\"").rows()).containsExactly(List.of("5"));
            assertThatThrownBy(() -> jpa.rows("select \"VALUE\" from \"order\""))
                    .isInstanceOf(IllegalArgumentException.class);
            jpa.note("Call it purchase_order, as the bookstore does, and no reader has to know.");
        }
    }

    @Nested
    class Without_quotes {

        @Test
        void the_table_is_missing_and_the_first_insert_is_the_first_to_say_so() {
            assertThat(jpa.rows("select 1 from information_schema.tables where lower(table_name) = 'bare_choice'"
                                    + " and table_schema = current_schema")
                            .rows())
                    .isEmpty();

            assertThatThrownBy(() -> jpa.runInTransaction(em -> em.persist(new BareChoice(1L, 1))))
                    .isInstanceOf(PersistenceException.class);
        }

        @Test
        void only_validation_tells_before() {
            assertThatThrownBy(() -> jpa.factory().getSchemaManager().validate())
                    .isInstanceOf(SchemaValidationException.class);
            jpa.note("Creating the schema only logs what the database refuses. So validate after you created it.");
        }
    }

    @Nested
    class In_the_query_language {

        @Test
        void an_entity_may_be_called_Order_all_the_same() {
            jpa.given(em -> em.persist(new OrderNamedOrder(1L)));

            jpa.runInTransaction(
                    em -> assertThat(em.createQuery("select o from Order o order by o.id", OrderNamedOrder.class)
                                    .getResultList())
                            .hasSize(1));
        }
    }
}
