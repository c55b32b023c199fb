package io.github.jpabyexample.models.inheritance;

import static io.github.jpabyexample.lesson.Level.WORKING;
import static io.github.jpabyexample.lesson.On.on;
import static io.github.jpabyexample.lesson.observation.Difference.cost;
import static io.github.jpabyexample.lesson.observation.Difference.exception;
import static io.github.jpabyexample.testing.Stack.ECLIPSELINK;
import static io.github.jpabyexample.testing.Stack.HIBERNATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.jpabyexample.lesson.Lesson;
import io.github.jpabyexample.lesson.LessonUnit;
import io.github.jpabyexample.models.Address;
import io.github.jpabyexample.models.Money;
import io.github.jpabyexample.models.catalog.AudioBook;
import io.github.jpabyexample.models.catalog.Book;
import io.github.jpabyexample.models.catalog.EBook;
import io.github.jpabyexample.models.catalog.Edition;
import io.github.jpabyexample.models.catalog.Isbn;
import io.github.jpabyexample.models.catalog.PrintEdition;
import io.github.jpabyexample.models.people.Customer;
import io.github.jpabyexample.models.sales.BankTransfer;
import io.github.jpabyexample.models.sales.CardPayment;
import io.github.jpabyexample.models.sales.Delivery;
import io.github.jpabyexample.models.sales.ParcelDelivery;
import io.github.jpabyexample.models.sales.Payment;
import io.github.jpabyexample.models.sales.PickupDelivery;
import io.github.jpabyexample.models.sales.PurchaseOrder;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * One query for all payments, editions or deliveries joins many tables, or sends a select for each subclass; counting them
 * fails, on EclipseLink, on a table that nobody mapped. That is the price of the inheritance strategy.
 *
 * <p>Choose: {@code SINGLE_TABLE} where you query for all kinds, and columns may be null. {@code JOINED} where each kind has
 * columns that must not be null. {@code TABLE_PER_CLASS} where you hardly ever ask for all: a provider need not support it.
 *
 * <p>Try: select {@code e.published} of all editions in place of the editions, and count the selects.
 */
@Lesson(
        value =
                "Subclasses share one table, join tables of their own, or have a whole one each, and a query for all pays for it.",
        level = WORKING,
        terms = {"inheritance strategy", "SINGLE_TABLE", "JOINED", "TABLE_PER_CLASS", "polymorphic query", "treat"},
        messages = {"SELECT COUNT(ID) FROM DELIVERY"},
        entities = {
            CardPayment.class,
            BankTransfer.class,
            PrintEdition.class,
            EBook.class,
            AudioBook.class,
            ParcelDelivery.class,
            PickupDelivery.class
        },
        sqlalchemy = "`polymorphic_on`, single, joined and concrete table inheritance")
class InheritanceTest {

    @RegisterExtension
    static final LessonUnit jpa = LessonUnit.of("bookstore");

    private static final LocalDateTime NOON = LocalDateTime.of(2026, 5, 1, 12, 0);
    private static final LocalDate DAY = NOON.toLocalDate();
    private static final Money PRICE = Money.of("12.50", "EUR");

    @Nested
    class Payments_in_a_SINGLE_TABLE {

        @BeforeEach
        void stored() {
            jpa.given(em -> {
                PurchaseOrder order = order(em, "emma");
                em.persist(new CardPayment(order, PRICE, NOON, "4242"));
                em.persist(new BankTransfer(order, PRICE, NOON, "Emma 1"));
            });
        }

        @Test
        void are_rows_of_one_table_that_the_discriminator_tells_apart() {
            var payments = jpa.rows("select kind, last_digits, reference from payment order by kind");
            assertThat(jpa.show("table payment", payments).rows())
                    .containsExactly(List.of("card", "4242", "null"), List.of("transfer", "null", "Emma 1"));
            jpa.note("What only one kind has must be nullable, because the rows of the others leave it empty.");
        }

        @Test
        void cost_one_select_without_a_join_for_all_of_them_or_for_one_kind() {
            jpa.runInTransaction(em -> {
                assertThat(all(em, Payment.class)).hasSize(2);
                assertThat(all(em, CardPayment.class)).hasSize(1);
            });

            assertThat(jpa.sql()).hasSelects(2).doesNotMention("join");
        }
    }

    @Nested
    class Editions_in_JOINED_tables {

        @BeforeEach
        void stored() {
            jpa.given(em -> {
                var emma = new Book(Isbn.invented(1), "Emma", 1815, "en", "GB");
                emma.addEdition(new PrintEdition(DAY, PRICE, 474));
                emma.addEdition(new EBook(DAY.plusDays(1), PRICE, 900));
                emma.addEdition(new AudioBook(DAY.plusDays(2), PRICE, "Juliet Reader", 960));
                em.persist(emma);
            });
        }

        @Test
        void take_two_rows_each() {
            assertThat(jpa.show("table edition", jpa.rows("select kind, published from edition order by published"))
                            .rows())
                    .containsExactly(
                            List.of("print", "2026-05-01"),
                            List.of("ebook", "2026-05-02"),
                            List.of("audio", "2026-05-03"));
            assertThat(jpa.show("table ebook", jpa.rows("select kilobytes from ebook"))
                            .rows())
                    .containsExactly(List.of("900"));
        }

        @Test
        void are_all_read_by_outer_joins_or_by_a_select_for_each_kind() {
            jpa.runInTransaction(em -> assertThat(all(em, Edition.class)).hasSize(3));

            assertThat(jpa.sql())
                    .hasSelects(jpa.expect(
                            cost("selects for all of a joined hierarchy with three subclasses")
                                    .write("setHint(\"eclipselink.inheritance.outer-join\", true): one select on both")
                                    .leftOpen("Joined Subclass Strategy"),
                            on(HIBERNATE, 1),
                            on(ECLIPSELINK, 1 + 3)));
        }

        @Test
        void are_all_read_by_outer_joins_on_both_with_a_hint() {
            jpa.runInTransaction(em -> assertThat(em.createQuery("select e from Edition e", Edition.class)
                            .setHint("eclipselink.inheritance.outer-join", true)
                            .getResultList())
                    .hasSize(3));

            assertThat(jpa.sql()).hasSelects(1);
            jpa.note("A provider ignores the hints of others, says \"Query Hints\": this one does no harm elsewhere.");
        }

        @Test
        void are_chosen_by_type_and_asked_for_what_one_kind_has() {
            jpa.runInTransaction(em -> {
                assertThat(em.createQuery("select e.published from Edition e where type(e) = EBook", LocalDate.class)
                                .getSingleResult())
                        .isEqualTo(DAY.plusDays(1));
                assertThat(em.createQuery(
                                        "select e.published from Edition e where treat(e as AudioBook).minutes > 900",
                                        LocalDate.class)
                                .getSingleResult())
                        .isEqualTo(DAY.plusDays(2));
            });

            assertThat(jpa.sql()).hasSelects(2);
        }
    }

    @Nested
    class Deliveries_in_a_TABLE_PER_CLASS {

        @BeforeEach
        void stored() {
            jpa.given(em -> {
                em.persist(new ParcelDelivery(order(em, "emma"), DAY, new Address("1 Hill", "Highbury", "HB1", "GB")));
                em.persist(new PickupDelivery(order(em, "harriet"), DAY, "Highbury"));
            });
        }

        @Test
        void are_all_read_by_a_union_or_by_a_select_for_each_table() {
            jpa.runInTransaction(em -> assertThat(all(em, Delivery.class)).hasSize(2));

            assertThat(jpa.sql())
                    .hasSelects(jpa.expect(
                            cost("selects for all of a table per class with two subclasses")
                                    .write("SINGLE_TABLE: one select for all, on both")
                                    .leftOpen("Table per Concrete Class Strategy"),
                            on(HIBERNATE, 1),
                            on(ECLIPSELINK, 2)));
        }

        @Test
        void are_read_from_their_own_table_when_the_class_is_known() {
            jpa.runInTransaction(em -> assertThat(all(em, PickupDelivery.class)).hasSize(1));

            assertThat(jpa.sql()).hasSelects(1).mentions("from pickup_delivery").doesNotMention("parcel_delivery");
        }

        @Test
        void can_all_be_counted_on_Hibernate_and_not_on_EclipseLink() {
            Throwable refused = catchThrowable(() ->
                    jpa.runInTransaction(em -> assertThat(em.createQuery("select count(d) from Delivery d", Long.class)
                                    .getSingleResult())
                            .isEqualTo(2)));

            assertThat(refused == null ? "the number" : "refused by the database")
                    .isEqualTo(jpa.expect(
                            exception("count of an abstract class with a table per class")
                                    .write("a count of each subclass, and their sum")
                                    .leftOpen("Table per Concrete Class Strategy"),
                            on(HIBERNATE, "the number"),
                            on(ECLIPSELINK, "refused by the database")));
        }
    }

    private static <T> List<T> all(EntityManager em, Class<T> type) {
        return em.createQuery("select x from " + type.getSimpleName() + " x", type)
                .getResultList();
    }

    private static PurchaseOrder order(EntityManager em, String name) {
        var customer = new Customer(name, name + "@example.org");
        em.persist(customer);
        var order = new PurchaseOrder(customer, NOON);
        em.persist(order);
        return order;
    }
}
