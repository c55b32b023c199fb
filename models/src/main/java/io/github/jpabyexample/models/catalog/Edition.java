package io.github.jpabyexample.models.catalog;

import io.github.jpabyexample.models.Money;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A form in which a book is sold. JOINED inheritance: what all editions have stands in this table, what each kind adds
 * in a table of its own (Jakarta Persistence 3.2, section 2.14.2).
 */
@Entity
@Table(name = "edition", indexes = @Index(name = "ix_edition_book", columnList = "book_id"))
@Inheritance(strategy = InheritanceType.JOINED)
@DiscriminatorColumn(name = "kind", length = 10)
public abstract class Edition {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "edition_seq")
    @SequenceGenerator(name = "edition_seq", sequenceName = "edition_seq", allocationSize = 50)
    private @Nullable Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "book_id", nullable = false, foreignKey = @ForeignKey(name = "fk_edition_book"))
    private @Nullable Book book;

    @Column(nullable = false)
    private LocalDate published;

    @Embedded
    @AttributeOverride(
            name = "amount",
            column = @Column(name = "price_amount", nullable = false, precision = 12, scale = 2))
    @AttributeOverride(name = "currency", column = @Column(name = "price_currency", nullable = false, length = 3))
    private Money price;

    /** For the provider. */
    protected Edition() {}

    /**
     * For the kinds of edition.
     *
     * @param published the day
     * @param price what it costs
     */
    protected Edition(LocalDate published, Money price) {
        this.published = published;
        this.price = price;
    }

    public @Nullable Long id() {
        return id;
    }

    /** {@return the book, or null before {@link Book#addEdition}} */
    public @Nullable Book book() {
        return book;
    }

    void belongsTo(Book owner) {
        book = owner;
    }

    public LocalDate published() {
        return published;
    }

    public Money price() {
        return price;
    }

    public void costs(Money newPrice) {
        price = newPrice;
    }
}
