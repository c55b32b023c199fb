package io.github.jpabyexample.models.catalog;

import io.github.jpabyexample.models.Money;
import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import jakarta.persistence.PrimaryKeyJoinColumn;
import jakarta.persistence.Table;
import java.time.LocalDate;

/** A recording. */
@Entity
@Table(name = "audio_book")
@DiscriminatorValue("audio")
@PrimaryKeyJoinColumn(name = "id")
public class AudioBook extends Edition {

    @Column(nullable = false, length = 200)
    private String reader;

    @Column(nullable = false)
    private int minutes;

    /** For the provider. */
    protected AudioBook() {}

    /**
     * A new edition; {@link Book#addEdition} gives it its book.
     *
     * @param published the day
     * @param price what it costs
     * @param reader who reads it aloud
     * @param minutes how long it lasts
     */
    public AudioBook(LocalDate published, Money price, String reader, int minutes) {
        super(published, price);
        this.reader = reader;
        this.minutes = minutes;
    }

    public String reader() {
        return reader;
    }

    public int minutes() {
        return minutes;
    }
}
