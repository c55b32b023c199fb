package io.github.jpabyexample.models.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.jpabyexample.models.Address;
import io.github.jpabyexample.models.Money;
import io.github.jpabyexample.models.catalog.AudioBook;
import io.github.jpabyexample.models.catalog.Author;
import io.github.jpabyexample.models.catalog.Availability;
import io.github.jpabyexample.models.catalog.Book;
import io.github.jpabyexample.models.catalog.EBook;
import io.github.jpabyexample.models.catalog.Edition;
import io.github.jpabyexample.models.catalog.Genre;
import io.github.jpabyexample.models.catalog.Isbn;
import io.github.jpabyexample.models.catalog.PrintEdition;
import io.github.jpabyexample.models.people.Customer;
import io.github.jpabyexample.models.people.CustomerProfile;
import io.github.jpabyexample.models.people.Review;
import io.github.jpabyexample.models.people.ReviewId;
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
import io.github.jpabyexample.testing.JpaUnit;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Every entity comes back from the database as it went in, on every stack: read in a context that never saw it. */
class RoundTripTest {

    @RegisterExtension
    static final JpaUnit jpa = JpaUnit.of("bookstore");

    private static final Money PRICE = Money.of("12.50", "EUR");
    private static final Address HOME = new Address("12 Mill Lane", "London", "WC1A 1AA", "GB");
    private static final LocalDateTime NOON = LocalDateTime.of(2025, 3, 1, 12, 0);
    private static final LocalDate DAY = LocalDate.of(2025, 3, 4);

    @BeforeEach
    void stored() {
        jpa.given(em -> {
            persistBook(em);
            persistCustomer(em);
            persistOrders(em);
        });
    }

    private static void persistBook(EntityManager em) {
        var fiction = new Genre("Fiction", null);
        var romance = new Genre("Romance", fiction);
        var satire = new Genre("Satire", fiction);
        List.of(fiction, satire, romance).forEach(genre -> {
            em.persist(genre);
            em.flush();
        });
        var jane = new Author("Jane Austen", 1775, 1817);
        var heir = new Author("Somebody Living", 1950, null);
        List.of(jane, heir).forEach(em::persist);
        var emma = new Book(Isbn.invented(1), "Emma", 1815, "en", "GB");
        emma.becomes(Availability.ON_ORDER);
        emma.costs(PRICE);
        emma.describe("Émile Zola’s čapek – 日本語 ".repeat(3_000).strip());
        emma.addAuthor(jane);
        emma.addAuthor(heir);
        emma.addGenre(romance);
        emma.addGenre(satire);
        emma.addEdition(new AudioBook(LocalDate.of(2016, 2, 29), Money.of("20", "EUR"), "Ada Reader", 540));
        emma.addEdition(new EBook(LocalDate.of(2010, 1, 1), Money.of("4.99", "EUR"), 1_024));
        emma.addEdition(new PrintEdition(LocalDate.of(1999, 12, 31), PRICE, 480));
        em.persist(emma);
    }

    private static void persistCustomer(EntityManager em) {
        var ada = new Customer("Ada Reader", "ada@example.org");
        ada.movesTo(HOME);
        ada.interests().addAll(List.of("Satire", "Romance"));
        ada.phones().addAll(List.of("2", "1", "3"));
        em.persist(ada);
        em.persist(new Customer("Bo Homeless", "bo@example.org"));
        em.persist(new CustomerProfile(ada, LocalDate.of(1980, 2, 29), true));
        em.persist(new Review(ada, emma(em), 5, DAY, "Good."));
    }

    private static void persistOrders(EntityManager em) {
        var sent = new PurchaseOrder(ada(em), NOON);
        emma(em).editions().forEach(edition -> sent.add(edition, 2));
        sent.becomes(OrderStatus.SENT);
        new CardPayment(sent, Money.of("10", "EUR"), NOON.plusHours(1), "4242").book();
        new BankTransfer(sent, Money.of("64.98", "EUR"), NOON.plusDays(1), "Order of Ada").book();
        em.persist(sent);
        em.persist(new ParcelDelivery(sent, DAY, HOME));
        var second = new PurchaseOrder(ada(em), NOON.plusDays(9));
        em.persist(second);
        em.persist(new PickupDelivery(second, DAY.plusDays(9), "Mill Lane"));
    }

    private static Book emma(EntityManager em) {
        return one(em, "select b from Book b", Book.class);
    }

    private static Customer ada(EntityManager em) {
        return one(em, "select c from Customer c where c.email = 'ada@example.org'", Customer.class);
    }

    private static <T> T one(EntityManager em, String query, Class<T> type) {
        return em.createQuery(query, type).getSingleResult();
    }

    private static <T> List<T> all(EntityManager em, String query, Class<T> type) {
        return em.createQuery(query, type).getResultList();
    }

    @Nested
    class The_catalog {

        @Test
        void keeps_a_book_with_converter_enum_code_record_and_long_text() {
            jpa.inTransaction(em -> {
                Book emma = emma(em);

                assertThat(emma.isbn()).isEqualTo(Isbn.invented(1));
                assertThat(emma.title()).isEqualTo("Emma");
                assertThat(emma.firstPublished()).isEqualTo(1815);
                assertThat(emma.language() + emma.country()).isEqualTo("enGB");
                assertThat(emma.availability()).isEqualTo(Availability.ON_ORDER);
                assertThat(emma.price()).isEqualTo(PRICE);
                assertThat(emma.blurb()).startsWith("Émile Zola’s čapek – 日本語").hasSizeGreaterThan(60_000);
            });
        }

        @Test
        void keeps_authors_on_both_sides_and_a_missing_year() {
            jpa.inTransaction(em -> {
                assertThat(emma(em).authors())
                        .extracting(Author::name, Author::born, Author::died)
                        .containsExactlyInAnyOrder(
                                tuple("Jane Austen", 1775, 1817), tuple("Somebody Living", 1950, null));
                assertThat(emma(em).authors())
                        .allSatisfy(author -> assertThat(author.books()).containsExactly(emma(em)));
            });
        }

        @Test
        void keeps_genres_as_a_tree() {
            jpa.inTransaction(em -> {
                Genre root = one(em, "select g from Genre g where g.parent is null", Genre.class);

                assertThat(root.children()).extracting(Genre::name).containsExactly("Romance", "Satire");
                assertThat(root.children()).extracting(Genre::parent).containsOnly(root);
                assertThat(emma(em).genres()).containsExactlyInAnyOrderElementsOf(root.children());
            });
        }

        @Test
        void keeps_each_kind_of_edition_in_joined_tables_by_date() {
            jpa.inTransaction(em -> {
                List<Edition> editions = emma(em).editions();

                assertThat(editions)
                        .allSatisfy(edition -> assertThat(edition.book()).isEqualTo(emma(em)));
                assertThat(editions)
                        .extracting(Edition::published)
                        .containsExactly(
                                LocalDate.of(1999, 12, 31), LocalDate.of(2010, 1, 1), LocalDate.of(2016, 2, 29));
                assertThat(editions.get(0)).isInstanceOfSatisfying(PrintEdition.class, it -> {
                    assertThat(it.pages()).isEqualTo(480);
                    assertThat(it.price()).isEqualTo(PRICE);
                });
                assertThat(editions.get(1))
                        .isInstanceOfSatisfying(
                                EBook.class, it -> assertThat(it.kilobytes()).isEqualTo(1_024));
                assertThat(editions.get(2)).isInstanceOfSatisfying(AudioBook.class, it -> {
                    assertThat(it.reader()).isEqualTo("Ada Reader");
                    assertThat(it.minutes()).isEqualTo(540);
                });
            });
        }
    }

    @Nested
    class People {

        @Test
        void keep_an_address_a_set_and_an_ordered_list() {
            jpa.inTransaction(em -> {
                assertThat(ada(em).name()).isEqualTo("Ada Reader");
                assertThat(ada(em).address()).isEqualTo(HOME);
                assertThat(ada(em).interests()).containsExactlyInAnyOrder("Romance", "Satire");
                assertThat(ada(em).phones()).containsExactly("2", "1", "3");
                assertThat(ada(em).createdAt()).isNotNull().isEqualTo(ada(em).updatedAt());
            });
        }

        @Test
        void without_an_address_have_null_again() {
            jpa.inTransaction(em -> {
                Customer bo = one(em, "select c from Customer c where c.email = 'bo@example.org'", Customer.class);

                assertThat(bo.address()).isNull();
                assertThat(bo.interests()).isEmpty();
                assertThat(bo.phones()).isEmpty();
            });
        }

        @Test
        void share_their_key_with_their_profile() {
            jpa.inTransaction(em -> {
                CustomerProfile profile = em.find(CustomerProfile.class, ada(em).id());

                assertThat(profile.id()).isEqualTo(ada(em).id());
                assertThat(profile.customer()).isEqualTo(ada(em));
                assertThat(profile.birthday()).isEqualTo(LocalDate.of(1980, 2, 29));
                assertThat(profile.wantsNewsletter()).isTrue();
            });
        }

        @Test
        void review_under_an_embedded_key() {
            jpa.inTransaction(em -> {
                var key = new ReviewId(ada(em).id(), emma(em).id());

                Review review = em.find(Review.class, key);

                assertThat(review.id()).isEqualTo(key);
                assertThat(review.customer()).isEqualTo(ada(em));
                assertThat(review.book()).isEqualTo(emma(em));
                assertThat(review.stars()).isEqualTo(5);
                assertThat(review.writtenOn()).isEqualTo(DAY);
                assertThat(review.text()).isEqualTo("Good.");
                assertThat(review.createdAt()).isNotNull();
            });
        }
    }

    @Nested
    class Sales {

        // On Hibernate a lazy to-one holds a proxy of the declared class, for which instanceof is false.
        private boolean isInstance(Object entity, Class<?> type) {
            return jpa.factory().getPersistenceUnitUtil().isInstance(entity, type);
        }

        private PurchaseOrder first(EntityManager em) {
            return all(em, "select o from PurchaseOrder o order by o.placedAt", PurchaseOrder.class)
                    .get(0);
        }

        @Test
        void keep_an_order_with_its_lines_in_order() {
            jpa.inTransaction(em -> {
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
            jpa.inTransaction(em -> {
                OrderLine line =
                        em.find(OrderLine.class, new OrderLineId(first(em).id(), 2));

                assertThat(line.order()).isEqualTo(first(em));
                assertThat(line.quantity()).isEqualTo(2);
                assertThat(isInstance(line.edition(), EBook.class)).isTrue();
                assertThat(line.unitPrice()).isEqualTo(Money.of("4.99", "EUR"));
            });
        }

        @Test
        void keep_each_kind_of_payment_in_one_table_by_time() {
            jpa.inTransaction(em -> {
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
                                BankTransfer.class,
                                it -> assertThat(it.reference()).isEqualTo("Order of Ada"));
            });
        }

        @Test
        void keep_each_kind_of_delivery_in_a_table_of_its_own() {
            jpa.inTransaction(em -> {
                List<Delivery> deliveries = all(em, "select d from Delivery d order by d.dueOn", Delivery.class);

                assertThat(deliveries.get(0)).isInstanceOfSatisfying(ParcelDelivery.class, it -> {
                    assertThat(it.address()).isEqualTo(HOME);
                    assertThat(it.dueOn()).isEqualTo(DAY);
                    assertThat(it.order()).isEqualTo(first(em));
                });
                assertThat(deliveries.get(1))
                        .isInstanceOfSatisfying(
                                PickupDelivery.class,
                                it -> assertThat(it.shop()).isEqualTo("Mill Lane"));
                assertThat(deliveries.get(1).order()).isNotEqualTo(first(em));
            });
        }
    }
}
