package io.github.jpabyexample.async.writers;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** Counts books, without a version. */
@Entity
class Heap {

    @Id
    private String name = "novels";

    private int books;

    void put() {
        books++;
    }
}
