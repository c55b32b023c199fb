package io.github.jpabyexample.models.sales;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.LocalDate;

/** The customer comes to the shop. */
@Entity
@Table(name = "pickup_delivery")
public class PickupDelivery extends Delivery {

    @Column(nullable = false, length = 100)
    private String shop;

    /** For the provider. */
    protected PickupDelivery() {}

    /**
     * A new delivery, not yet in the database.
     *
     * @param order what is handed over
     * @param dueOn the day from which it lies ready
     * @param shop where
     */
    public PickupDelivery(PurchaseOrder order, LocalDate dueOn, String shop) {
        super(order, dueOn);
        this.shop = shop;
    }

    public String shop() {
        return shop;
    }
}
