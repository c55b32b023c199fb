package io.github.jpabyexample.models.hibernate;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Temporal;

/** Hibernate keeps each version of a price, from when and until when, in {@code dated_price_history}. */
@Entity
@Temporal
@Table(name = "dated_price")
public class DatedPrice {

    @Id
    @Column(length = 20)
    private String title;

    private int cents;

    /** For the provider. */
    protected DatedPrice() {}

    public DatedPrice(String title, int cents) {
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
