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
 * You add a child to its parent's collection, the commit says nothing, and the foreign key in the row is null. Or you set the
 * parent, and the collection in your hands stays empty. With {@code mappedBy}, the collection is the inverse side.
 *
 * <p>Choose: always set the owning side, the one with the column; let one method or constructor of yours set both. Leave the
 * inverse side out where it would only grow, and query for it.
 *
 * <p>Try: in {@code Volume} and {@code Series}, make the collection the owning side, by a {@code @JoinColumn} instead of mappedBy.
 */
@Lesson(
        value =
                "The foreign key is written from the owning side alone, and the inverse side is only what your own code makes of it.",
        level = BASIC,
        terms = {"owning side", "inverse side", "mappedBy", "bidirectional", "foreign key", "orphanRemoval"},
        sqlalchemy = "`relationship(back_populates=…)`, `cascade=\"all, delete-orphan\"`")
class TwoSidesTest {

    @RegisterExtension
    static final LessonUnit jpa = LessonUnit.of("bookstore", "pooled", Bootstrap::pooled);

    @RegisterExtension
    static final LessonUnit small = LessonUnit.of("series", "pooled", Bootstrap::pooled);

    @Nested
    class A_volume_and_a_series {

        @BeforeEach
        void stored() {
            small.given(em -> {
                em.persist(new Series());
                em.persist(new Volume());
            });
        }

        @Test
        void stay_apart_in_the_row_when_only_the_inverse_side_was_changed() {
            small.runInTransaction(em -> series(em).volumes().add(volume(em)));

            assertThat(row()).containsExactly(List.of("The Warden", "null"));
            small.runInTransaction(em -> assertThat(series(em).volumes()).isEmpty());
        }

        @Test
        void are_joined_in_the_row_when_only_the_owning_side_was_changed() {
            small.runInTransaction(em -> volume(em).series(series(em)));

            assertThat(row()).containsExactly(List.of("The Warden", "Barsetshire"));
            small.runInTransaction(em -> assertThat(series(em).volumes()).containsExactly(volume(em)));
        }

        @Test
        void are_parted_in_the_row_by_the_owning_side_alone() {
            small.runInTransaction(em -> volume(em).series(series(em)));

            small.runInTransaction(em -> series(em).volumes().clear());
            assertThat(row()).containsExactly(List.of("The Warden", "Barsetshire"));
            small.runInTransaction(em -> volume(em).series(null));
            assertThat(row()).containsExactly(List.of("The Warden", "null"));
        }

        @Test
        void are_joined_in_the_row_while_the_inverse_side_that_was_read_stays_as_it_was() {
            small.runInTransaction(em -> {
                Series series = series(em);
                assertThat(series.volumes()).isEmpty();

                volume(em).series(series);
                em.flush();

                assertThat(series.volumes()).isEmpty();
            });
            small.note(
                    "JPA keeps no two sides in step: until the next read, a collection is what your code put into it.");
        }

        private static Series series(EntityManager em) {
            return em.find(Series.class, "Barsetshire");
        }

        private static Volume volume(EntityManager em) {
            return em.find(Volume.class, "The Warden");
        }

        private static List<List<String>> row() {
            return small.show("table volume", small.rows("select title, series_name from volume"))
                    .rows();
        }
    }

    @Nested
    class A_tree_of_genres {

        @BeforeEach
        void stored() {
            jpa.given(em -> em.persist(new Genre("Fiction", null)));
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
