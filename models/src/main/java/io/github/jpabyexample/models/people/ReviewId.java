package io.github.jpabyexample.models.people;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/**
 * The key of a review: who, on what. A composite key as an embeddable record (section 2.4).
 *
 * @param customerId the reviewer's
 * @param bookId the book's
 */
@Embeddable
public record ReviewId(
        @Column(name = "customer_id") Long customerId,
        @Column(name = "book_id") Long bookId) {}
