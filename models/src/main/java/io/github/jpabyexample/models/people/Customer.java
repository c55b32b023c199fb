package io.github.jpabyexample.models.people;

import io.github.jpabyexample.models.Address;
import io.github.jpabyexample.models.Audited;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Somebody who buys; invented. Two customers are equal when their e-mail addresses are. */
@Entity
@Table(name = "customer", uniqueConstraints = @UniqueConstraint(name = "uk_customer_email", columnNames = "email"))
public class Customer extends Audited {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "customer_seq")
    @SequenceGenerator(name = "customer_seq", sequenceName = "customer_seq", allocationSize = 50)
    private @Nullable Long id;

    @Version
    private int version;

    @Column(nullable = false, length = 200)
    private String name;

    @Column(nullable = false, length = 200, updatable = false)
    private String email;

    @Embedded
    private @Nullable Address address;

    @ElementCollection
    @CollectionTable(
            name = "customer_interest",
            joinColumns = @JoinColumn(name = "customer_id", foreignKey = @ForeignKey(name = "fk_customer_interest")),
            indexes = @Index(name = "ix_customer_interest", columnList = "customer_id"))
    @Column(name = "interest", nullable = false, length = 100)
    private Set<String> interests = new HashSet<>();

    @ElementCollection
    @CollectionTable(
            name = "customer_phone",
            joinColumns = @JoinColumn(name = "customer_id", foreignKey = @ForeignKey(name = "fk_customer_phone")),
            indexes = @Index(name = "ix_customer_phone", columnList = "customer_id"))
    @OrderColumn(name = "position")
    @Column(name = "phone", nullable = false, length = 40)
    private List<String> phones = new ArrayList<>();

    /** For the provider. */
    protected Customer() {}

    /**
     * A new customer, not yet in the database.
     *
     * @param name in full
     * @param email unique; never changes
     */
    public Customer(String name, String email) {
        this.name = name;
        this.email = email;
    }

    public @Nullable Long id() {
        return id;
    }

    public int version() {
        return version;
    }

    public String name() {
        return name;
    }

    public void rename(String newName) {
        name = newName;
    }

    public String email() {
        return email;
    }

    /** {@return where the customer lives, or null where that is not known} */
    public @Nullable Address address() {
        return address;
    }

    public void movesTo(@Nullable Address newAddress) {
        address = newAddress;
    }

    /** {@return the genres the customer likes: a set in no order, to be changed by the caller} */
    public Set<String> interests() {
        return interests;
    }

    /** {@return the numbers in the order in which to try them, to be changed by the caller} */
    public List<String> phones() {
        return phones;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || (other instanceof Customer that && email().equals(that.email()));
    }

    @Override
    public int hashCode() {
        return email().hashCode();
    }

    @Override
    public String toString() {
        return name();
    }
}
