package io.github.jpabyexample.models.sales;

import io.github.jpabyexample.models.Money;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.LocalDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Money that came in. SINGLE_TABLE inheritance: all kinds share one table, and what only one kind has is null in the
 * rows of the others (section 2.14.1). Its id is a UUID, which the provider makes, or has
 * the database make (EclipseLink on PostgreSQL, with a select for each).
 */
@Entity
@Table(name = "payment", indexes = @Index(name = "ix_payment_order", columnList = "order_id"))
@Inheritance(strategy = InheritanceType.SINGLE_TABLE)
@DiscriminatorColumn(name = "kind", length = 10)
public abstract class Payment {

    // The column's type is spelt out because EclipseLink 5.0 would make it a number on H2.
    @Id
    @GeneratedValue(strategy = GenerationType.UUID)
    @Column(columnDefinition = "uuid")
    private @Nullable UUID id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "order_id", nullable = false, foreignKey = @ForeignKey(name = "fk_payment_order"))
    private PurchaseOrder order;

    @Embedded
    @AttributeOverride(name = "amount", column = @Column(nullable = false, precision = 12, scale = 2))
    @AttributeOverride(name = "currency", column = @Column(nullable = false, length = 3))
    private Money amount;

    @Column(name = "paid_at", nullable = false)
    private LocalDateTime paidAt;

    /** For the provider. */
    protected Payment() {}

    /**
     * For the kinds of payment: adds itself to the order.
     *
     * @param order what is paid
     * @param amount how much
     * @param paidAt in the store's own time
     */
    protected Payment(PurchaseOrder order, Money amount, LocalDateTime paidAt) {
        this.order = order;
        this.amount = amount;
        this.paidAt = paidAt;
    }

    /**
     * Adds this payment to the payments of its order.
     *
     * @return this
     */
    public Payment book() {
        order.receive(this);
        return this;
    }

    public @Nullable UUID id() {
        return id;
    }

    public PurchaseOrder order() {
        return order;
    }

    public Money amount() {
        return amount;
    }

    public LocalDateTime paidAt() {
        return paidAt;
    }
}
