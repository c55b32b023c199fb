package io.github.jpabyexample.models.people;

import io.github.jpabyexample.models.Audited;
import io.github.jpabyexample.models.catalog.Book;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a customer thinks of a book: many to many by a link that has columns of its own. */
@Entity
@Table(
        name = "review",
        indexes = {
            @Index(name = "ix_review_customer", columnList = "customer_id"),
            @Index(name = "ix_review_book", columnList = "book_id")
        })
public class Review extends Audited {

    @EmbeddedId
    private ReviewId id;

    // The key holds both columns, so the associations only read them. @MapsId would have the provider fill the key in,
    // which EclipseLink 5.0 cannot do to a record.
    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(
            name = "customer_id",
            insertable = false,
            updatable = false,
            foreignKey = @ForeignKey(name = "fk_review_customer"))
    private Customer customer;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(
            name = "book_id",
            insertable = false,
            updatable = false,
            foreignKey = @ForeignKey(name = "fk_review_book"))
    private Book book;

    @Column(nullable = false)
    private int stars;

    @Column(name = "written_on", nullable = false)
    private LocalDate writtenOn;

    @Column(length = 4000)
    private @Nullable String text;

    /** For the provider. */
    protected Review() {}

    /**
     * A new review, not yet in the database.
     *
     * @param customer who was persisted before
     * @param book that was persisted before
     * @param stars 1 to 5
     * @param writtenOn the day
     * @param text or null for stars alone
     * @throws NullPointerException if customer or book have no id yet
     * @throws IllegalArgumentException if there are fewer than 1 or more than 5 stars
     */
    public Review(Customer customer, Book book, int stars, LocalDate writtenOn, @Nullable String text) {
        if (stars < 1 || stars > 5) {
            throw new IllegalArgumentException("A review gives 1 to 5 stars, not " + stars);
        }
        this.id = new ReviewId(
                Objects.requireNonNull(customer.id(), "persist the customer first"),
                Objects.requireNonNull(book.id(), "persist the book first"));
        this.customer = customer;
        this.book = book;
        this.stars = stars;
        this.writtenOn = writtenOn;
        this.text = text;
    }

    public ReviewId id() {
        return id;
    }

    public Customer customer() {
        return customer;
    }

    public Book book() {
        return book;
    }

    public int stars() {
        return stars;
    }

    public LocalDate writtenOn() {
        return writtenOn;
    }

    /** {@return the text, or null for stars alone} */
    public @Nullable String text() {
        return text;
    }
}
