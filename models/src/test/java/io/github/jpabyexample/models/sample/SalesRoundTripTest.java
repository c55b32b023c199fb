package io.github.jpabyexample.models.sample;

import static io.github.jpabyexample.models.sample.OneOfEach.DAY;
import static io.github.jpabyexample.models.sample.OneOfEach.HOME;
import static io.github.jpabyexample.models.sample.OneOfEach.NOON;
import static io.github.jpabyexample.models.sample.OneOfEach.ada;
import static io.github.jpabyexample.models.sample.OneOfEach.emma;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.jpabyexample.lesson.LessonUnit;
import io.github.jpabyexample.models.Money;
import io.github.jpabyexample.models.catalog.EBook;
import io.github.jpabyexample.models.sales.BankTransfer;
import io.github.jpabyexample.models.sales.CardPayment;
import io.github.jpabyexample.models.sales.Delivery;
import io.github.jpabyexample.models.sales.OrderLine;
import io.github.jpabyexample.models.sales.OrderLineId;
import io.github.jpabyexample.models.sales.OrderStatus;
import io.github.jpabyexample.models.sales.ParcelDelivery;
import io.github.jpabyexample.models.sales.Payment;
import io.github.jpabyexample.models.sales.PickupDelivery;
import io.github.jpabyexample.models.sales.PurchaseOrder;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What was sold comes back as it went in, read in a context that never saw it. */
class SalesRoundTripTest {

    @RegisterExtension
    static final LessonUnit jpa = LessonUnit.of("bookstore");

    @BeforeEach
    void stored() {
        jpa.given(OneOfEach::persistTo);
    }

    // On Hibernate a lazy to-one holds a proxy of the declared class, for which instanceof is false.
    private boolean isInstance(Object entity, Class<?> type) {
        return jpa.factory().getPersistenceUnitUtil().isInstance(entity, type);
    }

    private PurchaseOrder first(EntityManager em) {
        return em.createQuery("select o from PurchaseOrder o order by o.placedAt", PurchaseOrder.class)
                .getResultList()
                .get(0);
    }

    @Test
    void keep_an_order_with_its_lines_in_order() {
        jpa.runInTransaction(em -> {
            PurchaseOrder order = first(em);

            assertThat(order.customer()).isEqualTo(ada(em));
            assertThat(order.placedAt()).isEqualTo(NOON);
            assertThat(order.status()).isEqualTo(OrderStatus.SENT);
            assertThat(order.lines()).extracting(OrderLine::position).containsExactly(1, 2, 3);
            assertThat(order.lines())
                    .extracting(OrderLine::edition)
                    .containsExactlyInAnyOrderElementsOf(emma(em).editions());
            assertThat(order.total()).isEqualTo(Money.of("74.98", "EUR"));
        });
    }

    @Test
    void find_a_line_by_its_composite_key() {
        jpa.runInTransaction(em -> {
            OrderLine line = em.find(OrderLine.class, new OrderLineId(first(em).id(), 2));

            assertThat(line.order()).isEqualTo(first(em));
            assertThat(line.quantity()).isEqualTo(2);
            assertThat(isInstance(line.edition(), EBook.class)).isTrue();
            assertThat(line.unitPrice()).isEqualTo(Money.of("4.99", "EUR"));
        });
    }

    @Test
    void keep_each_kind_of_payment_in_one_table_by_time() {
        jpa.runInTransaction(em -> {
            List<Payment> payments = first(em).payments();

            assertThat(payments).extracting(Payment::order).containsOnly(first(em));
            assertThat(payments).extracting(Payment::paidAt).containsExactly(NOON.plusHours(1), NOON.plusDays(1));
            assertThat(payments)
                    .allSatisfy(payment ->
                            assertThat(em.find(Payment.class, payment.id())).isSameAs(payment));
            assertThat(payments.get(0)).isInstanceOfSatisfying(CardPayment.class, it -> {
                assertThat(it.amount()).isEqualTo(Money.of("10", "EUR"));
                assertThat(it.lastDigits()).isEqualTo("4242");
            });
            assertThat(payments.get(1))
                    .isInstanceOfSatisfying(
                            BankTransfer.class, it -> assertThat(it.reference()).isEqualTo("Order of Ada"));
        });
    }

    @Test
    void keep_each_kind_of_delivery_in_a_table_of_its_own() {
        jpa.runInTransaction(em -> {
            List<Delivery> deliveries = em.createQuery("select d from Delivery d order by d.dueOn", Delivery.class)
                    .getResultList();

            assertThat(deliveries.get(0)).isInstanceOfSatisfying(ParcelDelivery.class, it -> {
                assertThat(it.address()).isEqualTo(HOME);
                assertThat(it.dueOn()).isEqualTo(DAY);
                assertThat(it.order()).isEqualTo(first(em));
            });
            assertThat(deliveries.get(1))
                    .isInstanceOfSatisfying(
                            PickupDelivery.class, it -> assertThat(it.shop()).isEqualTo("Mill Lane"));
            assertThat(deliveries.get(1).order()).isNotEqualTo(first(em));
        });
    }

    // Providers insert before they delete: a position that was just free is still taken in the table.
    @Test
    void keep_a_line_that_takes_the_place_of_the_last_one_in_the_same_unit() {
        jpa.runInTransaction(em -> {
            PurchaseOrder order = first(em);
            OrderLine last = order.lines().get(2);
            order.remove(last);
            order.remove(order.lines().get(1));

            assertThat(order.add(last.edition(), 7).position()).isEqualTo(4);
        });
        jpa.runInTransaction(em -> assertThat(first(em).lines())
                .extracting(OrderLine::position, OrderLine::quantity)
                .containsExactly(tuple(1, 2), tuple(4, 7)));

        jpa.runInTransaction(em -> {
            PurchaseOrder order = first(em);
            order.remove(order.lines().get(1));
        });
        jpa.runInTransaction(em -> assertThat(
                        first(em).add(first(em).lines().get(0).edition(), 1).position())
                .isEqualTo(2));
    }
}
