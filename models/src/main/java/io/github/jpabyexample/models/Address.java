package io.github.jpabyexample.models;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/**
 * Where somebody lives, or where a parcel goes: four columns of its owner's table.
 *
 * @param street with the house number
 * @param city the town
 * @param postalCode as that country writes it
 * @param country the two letters of ISO 3166-1
 */
@Embeddable
public record Address(
        @Column(length = 200) String street,
        @Column(length = 100) String city,
        @Column(name = "postal_code", length = 20) String postalCode,
        @Column(length = 2) String country) {}
