package io.github.jpabyexample.models.values;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A story of {@link Anthology anthologies}. */
@Entity
@Table(name = "story")
public class Story {

    @Id
    @Column(length = 20)
    private String title;

    /** For the provider. */
    protected Story() {}

    public Story(String title) {
        this.title = title;
    }
}
