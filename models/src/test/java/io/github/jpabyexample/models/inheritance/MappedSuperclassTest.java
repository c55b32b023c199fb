package io.github.jpabyexample.models.inheritance;

import static io.github.jpabyexample.lesson.Level.WORKING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jpabyexample.lesson.Lesson;
import io.github.jpabyexample.lesson.LessonUnit;
import io.github.jpabyexample.models.Audited;
import io.github.jpabyexample.models.people.Customer;
import io.github.jpabyexample.models.sales.PurchaseOrder;
import jakarta.persistence.EntityManager;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * {@code Could not resolve root entity 'Audited'}, or {@code The abstract schema type 'Audited' is unknown}: you ask for all
 * that have a common superclass, but a class with {@code @MappedSuperclass} is no entity.
 *
 * <p>Choose: a mapped superclass for attributes that many entities have alike, such as an id, a version, or when a row was
 * created. An {@code @Entity} with an inheritance strategy where a query or an association is for all kinds together.
 *
 * <p>Try: add an attribute to {@code Audited}, and look at the columns of both tables.
 */
@Lesson(
        value =
                "A mapped superclass is shared Java, not shared data: it gives its columns to the table of each entity below it.",
        level = WORKING,
        terms = {
            "mapped superclass",
            "base entity",
            "abstract class",
            "audit columns",
            "created_at",
            "inheritance",
            "shared attributes"
        },
        messages = {
            "Could not resolve root entity",
            "The abstract schema type",
            "Unknown entity type",
            "Unknown Entity bean class"
        },
        sqlalchemy = "a mixin, `__abstract__ = True`")
class MappedSuperclassTest {

    @RegisterExtension
    static final LessonUnit jpa = LessonUnit.of("bookstore");

    @Nested
    class Audited_above_customers_and_orders {

        @BeforeEach
        void stored() {
            jpa.given(em -> {
                var emma = new Customer("Emma Woodhouse", "emma@example.org");
                em.persist(emma);
                em.persist(new PurchaseOrder(emma, LocalDateTime.of(2026, 5, 1, 12, 0)));
            });
        }

        @Test
        void has_no_table_but_columns_in_both_of_theirs() {
            List<List<String>> columns =
                    jpa.show("columns of Audited", jpa.rows("""
                            select lower(column_name) as column_name, lower(table_name) as table_name
                            from information_schema.columns
                            where table_schema = current_schema
                              and lower(column_name) in ('created_at', 'updated_at')
                              and lower(table_name) in ('audited', 'customer', 'purchase_order')
                            order by 1, 2
                            """)).rows();

            assertThat(columns)
                    .containsExactly(
                            List.of("created_at", "customer"),
                            List.of("created_at", "purchase_order"),
                            List.of("updated_at", "customer"),
                            List.of("updated_at", "purchase_order"));
        }

        @Test
        void lends_its_attributes_to_queries_on_each_of_them_without_a_join() {
            jpa.runInTransaction(em -> {
                assertThat(createdBefore(em, "Customer", Customer.class)).hasSize(1);
                assertThat(createdBefore(em, "PurchaseOrder", PurchaseOrder.class))
                        .hasSize(1);
            });

            assertThat(jpa.sql()).hasSelects(2).doesNotMention("join");
        }

        private static <T> List<T> createdBefore(EntityManager em, String entity, Class<T> type) {
            return em.createQuery("select x from " + entity + " x where x.createdAt <= x.updatedAt", type)
                    .getResultList();
        }

        @Test
        void cannot_be_asked_for_all_of_its_kinds_because_it_is_no_entity() {
            try (EntityManager em = jpa.factory().createEntityManager()) {
                assertThatThrownBy(() -> em.createQuery("select a from Audited a"))
                        .isInstanceOf(IllegalArgumentException.class);
                assertThatThrownBy(() -> em.find(Audited.class, 1L)).isInstanceOf(IllegalArgumentException.class);
            }
            jpa.note("Who needs one query, or one association, for all of them makes it an entity with a strategy.");
        }
    }
}
