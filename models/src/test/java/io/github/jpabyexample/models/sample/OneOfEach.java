package io.github.jpabyexample.models.sample;

import io.github.jpabyexample.models.Address;
import io.github.jpabyexample.models.Money;
import io.github.jpabyexample.models.catalog.AudioBook;
import io.github.jpabyexample.models.catalog.Author;
import io.github.jpabyexample.models.catalog.Availability;
import io.github.jpabyexample.models.catalog.Book;
import io.github.jpabyexample.models.catalog.EBook;
import io.github.jpabyexample.models.catalog.Genre;
import io.github.jpabyexample.models.catalog.Isbn;
import io.github.jpabyexample.models.catalog.PrintEdition;
import io.github.jpabyexample.models.people.Customer;
import io.github.jpabyexample.models.people.CustomerProfile;
import io.github.jpabyexample.models.people.Review;
import io.github.jpabyexample.models.sales.BankTransfer;
import io.github.jpabyexample.models.sales.CardPayment;
import io.github.jpabyexample.models.sales.OrderStatus;
import io.github.jpabyexample.models.sales.ParcelDelivery;
import io.github.jpabyexample.models.sales.PickupDelivery;
import io.github.jpabyexample.models.sales.PurchaseOrder;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

/** A bookstore with at least one object of each entity, and of each kind of edition, payment and delivery. */
final class OneOfEach {

    static final Money PRICE = Money.of("12.50", "EUR");
    static final Address HOME = new Address("12 Mill Lane", "London", "WC1A 1AA", "GB");
    static final LocalDateTime NOON = LocalDateTime.of(2025, 3, 1, 12, 0);
    static final LocalDate DAY = LocalDate.of(2025, 3, 4);

    private OneOfEach() {}

    static void persistTo(EntityManager em) {
        persistBook(em);
        persistCustomer(em);
        persistOrders(em);
    }

    private static void persistBook(EntityManager em) {
        Genre fiction = genre(em, "Fiction", null);
        Genre romance = genre(em, "Romance", fiction);
        Genre satire = genre(em, "Satire", fiction);
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

    // One by one: in one flush with its parent, Hibernate warns of a circle, and EclipseLink wants all children
    // persisted.
    private static Genre genre(EntityManager em, String name, Genre parent) {
        var genre = new Genre(name, parent);
        em.persist(genre);
        em.flush();
        return genre;
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

    static Book emma(EntityManager em) {
        return one(em, "select b from Book b", Book.class);
    }

    static Customer ada(EntityManager em) {
        return one(em, "select c from Customer c where c.email = 'ada@example.org'", Customer.class);
    }

    static <T> T one(EntityManager em, String query, Class<T> type) {
        return em.createQuery(query, type).getSingleResult();
    }
}
