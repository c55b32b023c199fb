package io.github.jpabyexample.models.people;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapsId;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Table;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What a customer tells of himself: one to one, with the customer's id as its own (section 2.4.1). */
@Entity
@Table(name = "customer_profile")
public class CustomerProfile {

    @Id
    @Column(name = "customer_id")
    private @Nullable Long id;

    @MapsId
    @OneToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "customer_id", foreignKey = @ForeignKey(name = "fk_customer_profile"))
    private Customer customer;

    private @Nullable LocalDate birthday;

    @Column(nullable = false)
    private boolean newsletter;

    /** For the provider. */
    protected CustomerProfile() {}

    /**
     * A new profile, not yet in the database.
     *
     * @param customer whose
     * @param birthday the day, or null where it isn't told
     * @param newsletter whether the customer wants it
     */
    public CustomerProfile(Customer customer, @Nullable LocalDate birthday, boolean newsletter) {
        this.customer = customer;
        this.birthday = birthday;
        this.newsletter = newsletter;
    }

    /** {@return the customer's id; null until this profile is persisted} */
    public @Nullable Long id() {
        return id;
    }

    public Customer customer() {
        return customer;
    }

    /** {@return the day, or null where it isn't told} */
    public @Nullable LocalDate birthday() {
        return birthday;
    }

    public boolean wantsNewsletter() {
        return newsletter;
    }
}
