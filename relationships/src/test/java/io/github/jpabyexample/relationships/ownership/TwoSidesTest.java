package io.github.jpabyexample.relationships.ownership;

import static io.github.jpabyexample.lesson.Level.BASIC;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.jpabyexample.bootstrap.Bootstrap;
import io.github.jpabyexample.lesson.Lesson;
import io.github.jpabyexample.lesson.LessonUnit;
import io.github.jpabyexample.models.catalog.Genre;
import io.github.jpabyexample.models.people.Customer;
import io.github.jpabyexample.models.sales.PurchaseOrder;
import io.github.jpabyexample.models.sample.SampleData;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * You add a child to its parent's collection, and the foreign key stays null.
 *
 * <p>Choose: set the reference on the side that has the column, and let a method of the parent keep its collection in
 * step. Leave a collection out where it would only grow.
 *
 * <p>Try: add a child to the collection alone.
 */
@Lesson(
        value =
                "The foreign key is written from the owning side alone, and the other side is only what your own code makes of it.",
        level = BASIC,
        terms = {
            "owning side",
            "inverse side",
            "mappedBy",
            "foreign key",
            "bidirectional association",
            "cascade",
            "orphanRemoval"
        },
        sqlalchemy = "`relationship(back_populates=…)`, `cascade=\"all, delete-orphan\"`")
class TwoSidesTest {

    @RegisterExtension
    static final LessonUnit jpa = LessonUnit.of("bookstore", "pooled", Bootstrap::pooled);

    @Nested
    class A_tree_of_genres {

        @BeforeEach
        void stored() {
            jpa.given(em -> em.persist(new Genre("Fiction", null)));
        }

        @Test
        void grows_by_the_reference_to_the_parent_which_is_the_column() {
            jpa.runInTransaction(em -> em.persist(new Genre("Novel", genre(em, "Fiction"))));

            assertThat(jpa.show("child and parent", jpa.rows("""
                            select c.name as child, p.name as parent
                            from genre c join genre p on c.parent_id = p.id
                            """)).rows()).containsExactly(List.of("Novel", "Fiction"));
        }

        @Test
        void has_both_sides_in_step_because_the_constructor_sees_to_it() {
            jpa.runInTransaction(em -> {
                Genre fiction = genre(em, "Fiction");
                var novel = new Genre("Novel", fiction);
                em.persist(novel);

                assertThat(novel.parent()).isSameAs(fiction);
                assertThat(fiction.children()).containsExactly(novel);
            });
            jpa.note("JPA would not do it: until the next read, a collection is what your code put into it.");
        }

        @Test
        void is_read_back_with_the_children_that_point_to_their_parent() {
            jpa.runInTransaction(em -> em.persist(new Genre("Novel", genre(em, "Fiction"))));
            jpa.runInTransaction(em -> assertThat(genre(em, "Fiction").children())
                    .extracting(Genre::name)
                    .containsExactly("Novel"));
        }

        private static Genre genre(EntityManager em, String name) {
            return em.createQuery("select g from Genre g where g.name = :name", Genre.class)
                    .setParameter("name", name)
                    .getSingleResult();
        }
    }

    @Nested
    class An_order_that_owns_its_lines {

        @BeforeEach
        void stored() {
            jpa.given(em -> SampleData.of(5).persistTo(em));
        }

        @Test
        void writes_a_line_that_was_added_and_removes_one_that_was_taken_away() {
            long before = lines();

            jpa.runInTransaction(em -> {
                PurchaseOrder order = order(em);
                order.remove(order.lines().get(0));
            });

            assertThat(lines()).isEqualTo(before - 1);
            assertThat(jpa.sql()).deletesFrom("order_line", 1);
        }

        @Test
        void takes_its_lines_with_it_when_it_is_removed_each_by_its_key_and_all_in_one_batch() {
            jpa.runInTransaction(em -> {
                em.createQuery("delete from ParcelDelivery d").executeUpdate();
                em.createQuery("delete from PickupDelivery d").executeUpdate();
                PurchaseOrder order = order(em);
                int lines = order.lines().size();
                assertThat(lines).isGreaterThan(1);

                var sent = jpa.sqlOf(() -> {
                    em.remove(order);
                    em.flush();
                });

                assertThat(sent)
                        .usedBatchesOf(lines)
                        .deletesFrom("order_line", lines)
                        .deletesFrom("purchase_order", 1);
            });
        }

        private static PurchaseOrder order(EntityManager em) {
            return em.createQuery(
                            "select o from PurchaseOrder o where size(o.lines) > 1 order by o.placedAt",
                            PurchaseOrder.class)
                    .setMaxResults(1)
                    .getSingleResult();
        }

        private static long lines() {
            return Long.parseLong(
                    jpa.rows("select count(*) from order_line").rows().get(0).get(0));
        }
    }

    @Nested
    class A_customer {

        @Test
        void has_no_list_of_orders_for_it_would_only_grow_and_a_query_finds_them() {
            jpa.given(em -> SampleData.of(5).persistTo(em));

            List<PurchaseOrder> orders = jpa.callInTransaction(em -> {
                Customer first = em.createQuery("select c from Customer c order by c.email", Customer.class)
                        .setMaxResults(1)
                        .getSingleResult();
                return em.createQuery("select o from PurchaseOrder o where o.customer = :customer", PurchaseOrder.class)
                        .setParameter("customer", first)
                        .getResultList();
            });

            assertThat(orders).isNotEmpty();
        }
    }
}
