package io.github.jpabyexample.models.catalog;

import io.github.jpabyexample.models.Money;
import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import jakarta.persistence.PrimaryKeyJoinColumn;
import jakarta.persistence.Table;
import java.time.LocalDate;

/** A file to read. */
@Entity
@Table(name = "ebook")
@DiscriminatorValue("ebook")
@PrimaryKeyJoinColumn(name = "id")
public class EBook extends Edition {

    @Column(nullable = false)
    private int kilobytes;

    /** For the provider. */
    protected EBook() {}

    /**
     * A new edition; {@link Book#addEdition} gives it its book.
     *
     * @param published the day
     * @param price what it costs
     * @param kilobytes its size, in units of 1024 bytes
     */
    public EBook(LocalDate published, Money price, int kilobytes) {
        super(published, price);
        this.kilobytes = kilobytes;
    }

    public int kilobytes() {
        return kilobytes;
    }
}
