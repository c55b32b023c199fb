package io.github.jpabyexample.models.sales;

import io.github.jpabyexample.models.Audited;
import io.github.jpabyexample.models.Money;
import io.github.jpabyexample.models.catalog.Edition;
import io.github.jpabyexample.models.people.Customer;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a customer ordered. Called so because ORDER is a reserved word, in SQL and in the Jakarta Persistence query
 * language.
 */
@Entity
@Table(name = "purchase_order", indexes = @Index(name = "ix_order_customer", columnList = "customer_id"))
public class PurchaseOrder extends Audited {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "purchase_order_seq")
    @SequenceGenerator(name = "purchase_order_seq", sequenceName = "purchase_order_seq", allocationSize = 50)
    private @Nullable Long id;

    @Version
    private int version;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "customer_id", nullable = false, foreignKey = @ForeignKey(name = "fk_order_customer"))
    private Customer customer;

    @Column(name = "placed_at", nullable = false)
    private LocalDateTime placedAt;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, length = 10)
    private OrderStatus status = OrderStatus.PLACED;

    @OneToMany(mappedBy = "order", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("position")
    private List<OrderLine> lines = new ArrayList<>();

    @OneToMany(mappedBy = "order", cascade = CascadeType.ALL)
    @OrderBy("paidAt")
    private List<Payment> payments = new ArrayList<>();

    // The highest position that a removed line had. Until the order is written its row is still there, and a provider
    // inserts before it deletes: a new line of the same position would have the key of a row that exists.
    @Transient
    private int lastRemoved;

    /** For the provider. */
    protected PurchaseOrder() {}

    /**
     * A new order, not yet in the database.
     *
     * @param customer who buys
     * @param placedAt in the store's own time
     */
    public PurchaseOrder(Customer customer, LocalDateTime placedAt) {
        this.customer = customer;
        this.placedAt = placedAt;
    }

    public @Nullable Long id() {
        return id;
    }

    public int version() {
        return version;
    }

    public Customer customer() {
        return customer;
    }

    public LocalDateTime placedAt() {
        return placedAt;
    }

    public OrderStatus status() {
        return status;
    }

    public void becomes(OrderStatus newStatus) {
        status = newStatus;
    }

    /** {@return the lines from the first, to be read only: use {@link #add}} */
    public List<OrderLine> lines() {
        return Collections.unmodifiableList(lines);
    }

    /**
     * Adds a line at the price of today.
     *
     * @param edition what is bought
     * @param quantity at least one
     * @return the new line
     */
    public OrderLine add(Edition edition, int quantity) {
        int last = lines.isEmpty() ? 0 : lines.get(lines.size() - 1).position();
        int position = Math.max(last, lastRemoved) + 1;
        var line = new OrderLine(this, position, edition, quantity, edition.price());
        lines.add(line);
        return line;
    }

    /**
     * Removes a line. Its position is not given to another one while this object lives.
     *
     * @param line of this order; any other is left alone
     */
    public void remove(OrderLine line) {
        if (lines.remove(line)) {
            lastRemoved = Math.max(lastRemoved, line.position());
        }
    }

    /** {@return the payments by time, to be read only: a payment adds itself} */
    public List<Payment> payments() {
        return Collections.unmodifiableList(payments);
    }

    void receive(Payment payment) {
        payments.add(payment);
    }

    /** {@return the sum of the lines, or null for an order without any} */
    public @Nullable Money total() {
        return lines.stream().map(OrderLine::total).reduce(Money::plus).orElse(null);
    }
}
