package io.github.jpabyexample.models.sample;

import io.github.jpabyexample.models.Money;
import io.github.jpabyexample.models.catalog.Book;
import io.github.jpabyexample.models.catalog.Edition;
import io.github.jpabyexample.models.people.Customer;
import io.github.jpabyexample.models.people.CustomerProfile;
import io.github.jpabyexample.models.people.Review;
import io.github.jpabyexample.models.sales.BankTransfer;
import io.github.jpabyexample.models.sales.CardPayment;
import io.github.jpabyexample.models.sales.Delivery;
import io.github.jpabyexample.models.sales.OrderStatus;
import io.github.jpabyexample.models.sales.ParcelDelivery;
import io.github.jpabyexample.models.sales.PickupDelivery;
import io.github.jpabyexample.models.sales.PurchaseOrder;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One invented customer and all that this customer did, which depends on the customer's number alone. */
final class Shopper {

    private static final LocalDateTime OPENED = LocalDateTime.of(2024, 1, 8, 9, 0);
    private static final int MOST_ORDERS = 4;
    private static final int MOST_LINES = 4;
    private static final List<String> SHOPS = List.of("Riverside", "Old Town", "Station");
    private static final List<List<String>> OPINIONS = List.of(
            List.of("Not for me.", "I gave up half-way."),
            List.of("Too long for what it says.", "I expected more."),
            List.of("Worth a try.", "Good in parts."),
            List.of("A good read.", "I will look for more by this author."),
            List.of("I could not stop.", "I have read it twice by now.", "A classic for a reason."));

    private final EntityManager em;
    private final int number;
    private final Dice dice;
    private final Customer customer;
    private final Map<Book, LocalDate> received = new LinkedHashMap<>();

    private Shopper(EntityManager em, int number) {
        this.em = em;
        this.number = number;
        this.dice = Dice.of("customer " + number);
        var name = PersonName.of(dice);
        this.customer = new Customer(name.toString(), name.email(number));
    }

    /** Persists customer number so-and-so, who buys some of the editions. */
    static void persist(EntityManager em, int number, List<Edition> editions, List<String> genres) {
        var shopper = new Shopper(em, number);
        shopper.introduce(genres);
        shopper.order(editions);
        shopper.review();
    }

    private void introduce(List<String> genres) {
        Town town = dice.oneOf(Town.ALL);
        if (dice.percent(95)) {
            customer.movesTo(town.address(dice));
        }
        for (int i = dice.from(0, 3); i > 0; i--) {
            customer.interests().add(dice.oneOf(genres));
        }
        for (int i = dice.from(0, 2); i > 0; i--) {
            customer.phones().add(town.phoneNumber(dice));
        }
        em.persist(customer);
        if (dice.percent(70)) {
            LocalDate birthday = LocalDate.of(dice.from(1940, 2005), dice.from(1, 12), dice.from(1, 28));
            em.persist(new CustomerProfile(customer, dice.percent(80) ? birthday : null, dice.percent(40)));
        }
    }

    // By day only: at the hour that a change of clocks leaves out, a driver would have to shift the time.
    private void order(List<Edition> editions) {
        LocalDateTime placedAt = OPENED;
        for (int i = dice.from(0, MOST_ORDERS); i > 0; i--) {
            placedAt = placedAt.plusDays(dice.from(1, 150))
                    .withHour(dice.from(9, 18))
                    .withMinute(dice.from(0, 59));
            var order = new PurchaseOrder(customer, placedAt);
            for (int j = dice.from(1, MOST_LINES); j > 0; j--) {
                order.add(dice.oneOf(editions), dice.percent(85) ? 1 : dice.from(2, 5));
            }
            order.becomes(status());
            boolean sent = order.status() == OrderStatus.SENT;
            if (sent || order.status() == OrderStatus.PAID) {
                pay(order);
            }
            em.persist(order);
            if (sent) {
                em.persist(deliver(order));
            }
        }
    }

    private OrderStatus status() {
        int share = dice.from(1, 100);
        if (share <= 70) {
            return OrderStatus.SENT;
        }
        if (share <= 85) {
            return OrderStatus.PAID;
        }
        return share <= 95 ? OrderStatus.PLACED : OrderStatus.CANCELLED;
    }

    private void pay(PurchaseOrder order) {
        Money total = Objects.requireNonNull(order.total(), "each order here has a line");
        if (dice.percent(60)) {
            String lastDigits = String.format(Locale.ROOT, "%04d", dice.from(0, 9_999));
            new CardPayment(order, total, order.placedAt().plusMinutes(dice.from(1, 30)), lastDigits).book();
        } else {
            String reference = "Order of customer " + number;
            new BankTransfer(order, total, order.placedAt().plusDays(dice.from(1, 5)), reference).book();
        }
    }

    private Delivery deliver(PurchaseOrder order) {
        LocalDate dueOn = order.placedAt().toLocalDate().plusDays(dice.from(2, 9));
        order.lines().forEach(line -> received.putIfAbsent(line.edition().book(), dueOn));
        return customer.address() == null || dice.percent(25)
                ? new PickupDelivery(order, dueOn, dice.oneOf(SHOPS))
                : new ParcelDelivery(order, dueOn, customer.address());
    }

    private void review() {
        received.forEach((book, since) -> {
            if (dice.percent(40)) {
                int stars = Math.max(dice.from(1, 5), dice.from(1, 5));
                @Nullable String text = dice.percent(60) ? dice.oneOf(OPINIONS.get(stars - 1)) : null;
                em.persist(new Review(customer, book, stars, since.plusDays(dice.from(1, 60)), text));
            }
        });
    }
}
