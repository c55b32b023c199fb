package io.github.jpabyexample.models.eclipselink;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A price of which {@link PriceHistory} has each version kept, in {@code kept_price_history}. */
@Entity
@Table(name = "kept_price")
public class KeptPrice {

    @Id
    @Column(length = 20)
    private String title;

    private int cents;

    /** For the provider. */
    protected KeptPrice() {}

    public KeptPrice(String title, int cents) {
        this.title = title;
        this.cents = cents;
    }

    public int cents() {
        return cents;
    }

    public void change(int newCents) {
        cents = newCents;
    }
}
