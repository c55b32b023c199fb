package io.github.jpabyexample.models.sales;

import io.github.jpabyexample.models.Money;
import io.github.jpabyexample.models.catalog.Edition;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

/** One line of an order. It lives and dies with its order. */
@Entity
@Table(
        name = "order_line",
        indexes = {
            @Index(name = "ix_line_order", columnList = "order_id"),
            @Index(name = "ix_line_edition", columnList = "edition_id")
        })
@IdClass(OrderLineId.class)
public class OrderLine {

    @Id
    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "order_id", foreignKey = @ForeignKey(name = "fk_line_order"))
    private PurchaseOrder order;

    @Id
    private int position;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "edition_id", nullable = false, foreignKey = @ForeignKey(name = "fk_line_edition"))
    private Edition edition;

    @Column(nullable = false)
    private int quantity;

    @Embedded
    @AttributeOverride(
            name = "amount",
            column = @Column(name = "unit_price_amount", nullable = false, precision = 12, scale = 2))
    @AttributeOverride(name = "currency", column = @Column(name = "unit_price_currency", nullable = false, length = 3))
    private Money unitPrice;

    /** For the provider. */
    protected OrderLine() {}

    OrderLine(PurchaseOrder order, int position, Edition edition, int quantity, Money unitPrice) {
        if (quantity < 1) {
            throw new IllegalArgumentException("An order line needs a quantity of at least one, not " + quantity);
        }
        this.order = order;
        this.position = position;
        this.edition = edition;
        this.quantity = quantity;
        this.unitPrice = unitPrice;
    }

    public PurchaseOrder order() {
        return order;
    }

    /** {@return the place within the order, from 1} */
    public int position() {
        return position;
    }

    public Edition edition() {
        return edition;
    }

    public int quantity() {
        return quantity;
    }

    /** {@return the price of one when the order was placed} */
    public Money unitPrice() {
        return unitPrice;
    }

    /** {@return the price of the line} */
    public Money total() {
        return unitPrice.times(quantity);
    }
}
