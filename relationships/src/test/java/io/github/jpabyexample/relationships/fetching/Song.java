package io.github.jpabyexample.relationships.fetching;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;

/** The owning side, with a getter for each attribute and a toString of all of them. */
@Entity
public class Song {

    @Id
    private String title;

    @ManyToOne(fetch = FetchType.LAZY)
    private Band band;

    /** For the provider. */
    protected Song() {}

    Song(String title, Band band) {
        this.title = title;
        this.band = band;
    }

    public String getTitle() {
        return title;
    }

    public Band getBand() {
        return band;
    }

    @Override
    public String toString() {
        return "Song(title=" + title + ", band=" + band + ")";
    }
}
