package io.github.jpabyexample.models.sales;

import io.github.jpabyexample.models.Money;
import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import java.time.LocalDateTime;

/** Paid through a bank. */
@Entity
@DiscriminatorValue("transfer")
public class BankTransfer extends Payment {

    @Column(length = 35)
    private String reference;

    /** For the provider. */
    protected BankTransfer() {}

    /**
     * A new payment; {@link #book()} adds it to its order.
     *
     * @param order what is paid
     * @param amount how much
     * @param paidAt in the store's own time
     * @param reference what the payer wrote, at most 35 characters
     */
    public BankTransfer(PurchaseOrder order, Money amount, LocalDateTime paidAt, String reference) {
        super(order, amount, paidAt);
        this.reference = reference;
    }

    public String reference() {
        return reference;
    }
}
