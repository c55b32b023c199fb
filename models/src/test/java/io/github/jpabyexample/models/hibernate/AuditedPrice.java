package io.github.jpabyexample.models.hibernate;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Audited;

/** Hibernate writes each change of a price into a second table, {@code audited_price_aud}. */
@Entity
@Audited
@Table(name = "audited_price")
public class AuditedPrice {

    @Id
    @Column(length = 20)
    private String title;

    private int cents;

    @Audited.Excluded
    private boolean inWindow;

    /** For the provider. */
    protected AuditedPrice() {}

    public AuditedPrice(String title, int cents) {
        this.title = title;
        this.cents = cents;
    }

    public int cents() {
        return cents;
    }

    public void change(int newCents) {
        cents = newCents;
    }

    public void putIntoWindow() {
        inWindow = true;
    }
}
