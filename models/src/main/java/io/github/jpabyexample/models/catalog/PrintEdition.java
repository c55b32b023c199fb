package io.github.jpabyexample.models.catalog;

import io.github.jpabyexample.models.Money;
import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import jakarta.persistence.PrimaryKeyJoinColumn;
import jakarta.persistence.Table;
import java.time.LocalDate;

/** Paper. */
@Entity
@Table(name = "print_edition")
@DiscriminatorValue("print")
@PrimaryKeyJoinColumn(name = "id")
public class PrintEdition extends Edition {

    @Column(nullable = false)
    private int pages;

    /** For the provider. */
    protected PrintEdition() {}

    /**
     * A new edition; {@link Book#addEdition} gives it its book.
     *
     * @param published the day
     * @param price what it costs
     * @param pages how many
     */
    public PrintEdition(LocalDate published, Money price, int pages) {
        super(published, price);
        this.pages = pages;
    }

    public int pages() {
        return pages;
    }
}
