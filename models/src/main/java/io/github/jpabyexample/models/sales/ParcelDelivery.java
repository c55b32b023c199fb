package io.github.jpabyexample.models.sales;

import io.github.jpabyexample.models.Address;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.LocalDate;

/** By post. */
@Entity
@Table(name = "parcel_delivery")
public class ParcelDelivery extends Delivery {

    @Embedded
    private Address address;

    /** For the provider. */
    protected ParcelDelivery() {}

    /**
     * A new delivery, not yet in the database.
     *
     * @param order what is delivered
     * @param dueOn the day on which it should be there
     * @param address where to
     */
    public ParcelDelivery(PurchaseOrder order, LocalDate dueOn, Address address) {
        super(order, dueOn);
        this.address = address;
    }

    public Address address() {
        return address;
    }
}
