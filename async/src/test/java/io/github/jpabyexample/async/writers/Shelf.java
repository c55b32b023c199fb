package io.github.jpabyexample.async.writers;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

/** Counts books, with a version. */
@Entity
class Shelf {

    @Id
    private String name = "novels";

    @Version
    private int version;

    private int books;

    void put() {
        books++;
    }
}
