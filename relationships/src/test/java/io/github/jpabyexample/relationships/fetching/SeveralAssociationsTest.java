package io.github.jpabyexample.relationships.fetching;

import static io.github.jpabyexample.lesson.Level.WORKING;
import static io.github.jpabyexample.lesson.On.on;
import static io.github.jpabyexample.lesson.observation.Difference.cost;
import static io.github.jpabyexample.testing.Stack.ECLIPSELINK;
import static io.github.jpabyexample.testing.Stack.HIBERNATE;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.jpabyexample.bootstrap.Bootstrap;
import io.github.jpabyexample.lesson.Lesson;
import io.github.jpabyexample.lesson.LessonUnit;
import io.github.jpabyexample.models.Money;
import io.github.jpabyexample.models.catalog.Book;
import io.github.jpabyexample.models.catalog.Isbn;
import io.github.jpabyexample.models.catalog.PrintEdition;
import io.github.jpabyexample.models.people.Customer;
import io.github.jpabyexample.models.sales.CardPayment;
import io.github.jpabyexample.models.sales.Payment;
import io.github.jpabyexample.models.sales.PurchaseOrder;
import io.github.jpabyexample.relationships.SelectIn;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A list of orders needs the customer, the lines and the payments of each, and the log shows a select for each order and
 * association: the N+1 selects problem, several times over.
 *
 * <p>Choose: one select more for each reference and for one collection, as {@code SelectIn} does it; for a second collection a
 * query of your own, whose rows you group by owner. That costs the same on both providers.
 *
 * <p>Try: fetch the payments first, and the lines after them.
 */
@Lesson(
        value =
                "One select more fetches an association for many entities: references one after another, but only one collection.",
        level = WORKING,
        terms = {"N+1", "select in", "several collections", "join fetch", "lazy loading", "isLoaded", "second query"},
        sqlalchemy = "two `selectinload`s")
class SeveralAssociationsTest {

    @RegisterExtension
    static final LessonUnit jpa = LessonUnit.of("bookstore", "pooled", Bootstrap::pooled);

    private static final LocalDateTime NOON = LocalDateTime.of(2026, 1, 31, 12, 0);

    @BeforeEach
    void stored() {
        jpa.given(em -> {
            var emma = new Book(Isbn.invented(1), "Emma", 1815, "en", "GB");
            var print = new PrintEdition(LocalDate.of(2003, 5, 6), Money.of("9.50", "EUR"), 474);
            emma.addEdition(print);
            var jo = new Customer("Jo March", "jo@example.org");
            var amy = new Customer("Amy March", "amy@example.org");
            List.of(emma, jo, amy).forEach(em::persist);
            for (Customer customer : List.of(jo, jo, amy)) {
                var order = new PurchaseOrder(customer, NOON);
                order.add(print, 1);
                order.add(print, 2);
                new CardPayment(order, Money.of("28.50", "EUR"), NOON, "1234").book();
                em.persist(order);
            }
        });
    }

    @Nested
    class Three_orders_of_two_customers {

        @Test
        void cost_a_select_for_each_customer_who_is_touched() {
            jpa.runInTransaction(em -> assertThat(orders(em))
                    .extracting(order -> order.customer().name())
                    .containsExactly("Jo March", "Jo March", "Amy March"));

            assertThat(jpa.sql()).hasSelects(1 + 2);
        }

        @Test
        void cost_one_select_for_all_customers_together() {
            jpa.runInTransaction(em -> {
                List<PurchaseOrder> orders = orders(em);
                SelectIn.fetch(em, PurchaseOrder.class, orders, "customer");

                assertThat(orders).allMatch(order -> isLoaded(order, "customer"));
                assertThat(orders)
                        .extracting(order -> order.customer().name())
                        .containsExactly("Jo March", "Jo March", "Amy March");
            });

            assertThat(jpa.sql()).hasSelects(1 + 1);
        }

        @Test
        void cost_one_select_for_each_of_a_collection_and_a_reference_in_either_order() {
            jpa.runInTransaction(em -> {
                List<PurchaseOrder> orders = orders(em);
                SelectIn.fetch(em, PurchaseOrder.class, orders, "lines");
                SelectIn.fetch(em, PurchaseOrder.class, orders, "customer");

                assertThat(orders).allMatch(order -> isLoaded(order, "lines") && isLoaded(order, "customer"));
            });
            assertThat(jpa.sql()).hasSelects(1 + 1 + 1);

            assertThat(jpa.sqlOf(() -> jpa.runInTransaction(em -> {
                        List<PurchaseOrder> orders = orders(em);
                        SelectIn.fetch(em, PurchaseOrder.class, orders, "customer");
                        SelectIn.fetch(em, PurchaseOrder.class, orders, "lines");
                    })))
                    .hasSelects(1 + 1 + 1);
        }

        @Test
        void read_their_first_collection_again_one_by_one_on_eclipselink_when_a_second_is_fetched() {
            jpa.runInTransaction(em -> {
                List<PurchaseOrder> orders = orders(em);
                SelectIn.fetch(em, PurchaseOrder.class, orders, "lines");
                SelectIn.fetch(em, PurchaseOrder.class, orders, "payments");

                assertThat(orders)
                        .allMatch(order ->
                                order.lines().size() == 2 && order.payments().size() == 1);
            });

            int again = jpa.expect(
                    cost("selects for the lines of 3 orders, fetched before, when their payments are fetched")
                            .write(
                                    "a query of your own for the second collection, grouped by owner: one select on both")
                            .leftOpen("Cache Modes"),
                    on(HIBERNATE, 0),
                    on(ECLIPSELINK, 3));
            assertThat(jpa.sql()).hasSelects(1 + 1 + 1 + again);
            jpa.note(
                    "EclipseLink fills a managed entity from a query only where it refreshes it, and with that all of it.");
        }

        @Test
        void have_a_second_collection_from_a_query_of_your_own_on_any_provider() {
            jpa.runInTransaction(em -> {
                List<PurchaseOrder> orders = orders(em);
                SelectIn.fetch(em, PurchaseOrder.class, orders, "lines");
                Map<PurchaseOrder, List<Payment>> payments = em.createQuery(
                                "select p from Payment p where p.order in :orders", Payment.class)
                        .setParameter("orders", orders)
                        .getResultStream()
                        .collect(groupingBy(Payment::order));

                assertThat(orders).allMatch(order -> payments.get(order).size() == 1);
            });

            assertThat(jpa.sql()).hasSelects(1 + 1 + 1);
        }
    }

    private static List<PurchaseOrder> orders(EntityManager em) {
        return em.createQuery("select o from PurchaseOrder o order by o.id", PurchaseOrder.class)
                .getResultList();
    }

    private static boolean isLoaded(PurchaseOrder order, String attribute) {
        return jpa.factory().getPersistenceUnitUtil().isLoaded(order, attribute);
    }
}
