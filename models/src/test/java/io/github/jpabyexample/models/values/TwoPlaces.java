package io.github.jpabyexample.models.values;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** Wrong: both places claim the columns street and city. */
@Entity
public class TwoPlaces {

    @Id
    private int id;

    private Parcel.Place one;
    private Parcel.Place other;

    protected TwoPlaces() {}

    TwoPlaces(int id, Parcel.Place one, Parcel.Place other) {
        this.id = id;
        this.one = one;
        this.other = other;
    }
}
