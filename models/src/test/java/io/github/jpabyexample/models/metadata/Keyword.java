package io.github.jpabyexample.models.metadata;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** An entity of a unit that its lesson opens and closes. */
@Entity
@Table(name = "keyword")
public class Keyword {

    @Id
    private Long id;

    @Column(nullable = false, length = 100)
    private String text;

    /** For the provider. */
    protected Keyword() {}

    public Keyword(Long id, String text) {
        this.id = id;
        this.text = text;
    }

    public String text() {
        return text;
    }
}
