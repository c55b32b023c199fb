package io.github.jpabyexample.models.classes;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;

/** As little as makes a class an entity. */
@Entity
public class Novel {

    @Id
    @GeneratedValue
    private Long id;

    @Column(length = 100, nullable = false)
    private String title;

    @Column(name = "first_published")
    private int year;

    /** For the provider, which makes objects of rows. */
    protected Novel() {}

    Novel(String title, int year) {
        this.title = title;
        this.year = year;
    }

    Long id() {
        return id;
    }

    String title() {
        return title;
    }

    int year() {
        return year;
    }
}
