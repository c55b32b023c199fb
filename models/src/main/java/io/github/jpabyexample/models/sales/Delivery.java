package io.github.jpabyexample.models.sales;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToOne;
import jakarta.persistence.SequenceGenerator;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How an order reaches its customer. TABLE_PER_CLASS inheritance: each kind has a table with all its columns, and there
 * is none for this class (section 2.14.3). One to one by a foreign key of its own.
 */
@Entity
@Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
public abstract class Delivery {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "delivery_seq")
    @SequenceGenerator(name = "delivery_seq", sequenceName = "delivery_seq", allocationSize = 50)
    private @Nullable Long id;

    // Its foreign keys have no name of ours: EclipseLink would give it to one in each table, which H2 refuses.
    @OneToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "order_id", nullable = false, unique = true)
    private PurchaseOrder order;

    @Column(name = "due_on", nullable = false)
    private LocalDate dueOn;

    /** For the provider. */
    protected Delivery() {}

    /**
     * For the kinds of delivery.
     *
     * @param order what is delivered
     * @param dueOn the day on which it should be there
     */
    protected Delivery(PurchaseOrder order, LocalDate dueOn) {
        this.order = order;
        this.dueOn = dueOn;
    }

    public @Nullable Long id() {
        return id;
    }

    public PurchaseOrder order() {
        return order;
    }

    public LocalDate dueOn() {
        return dueOn;
    }
}
