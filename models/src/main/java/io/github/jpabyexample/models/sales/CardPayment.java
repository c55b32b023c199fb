package io.github.jpabyexample.models.sales;

import io.github.jpabyexample.models.Money;
import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import java.time.LocalDateTime;

/** Paid by card. */
@Entity
@DiscriminatorValue("card")
public class CardPayment extends Payment {

    @Column(name = "last_digits", length = 4)
    private String lastDigits;

    /** For the provider. */
    protected CardPayment() {}

    /**
     * A new payment; {@link #book()} adds it to its order.
     *
     * @param order what is paid
     * @param amount how much
     * @param paidAt in the store's own time
     * @param lastDigits the last four of the card's number
     */
    public CardPayment(PurchaseOrder order, Money amount, LocalDateTime paidAt, String lastDigits) {
        super(order, amount, paidAt);
        this.lastDigits = lastDigits;
    }

    public String lastDigits() {
        return lastDigits;
    }
}
