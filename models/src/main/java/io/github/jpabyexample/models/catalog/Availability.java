package io.github.jpabyexample.models.catalog;

import jakarta.persistence.EnumeratedValue;

/** Whether a book can be bought. Stored as its code, so that constants can be renamed and moved. */
public enum Availability {
    /** In the shop. */
    IN_STOCK("S"),
    /** Ordered on demand. */
    ON_ORDER("O"),
    /** No longer made. */
    OUT_OF_PRINT("X");

    @EnumeratedValue
    private final String code;

    Availability(String code) {
        this.code = code;
    }

    /** {@return the letter that stands in the table} */
    public String code() {
        return code;
    }
}
