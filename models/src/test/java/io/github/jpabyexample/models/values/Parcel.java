package io.github.jpabyexample.models.values;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

@Entity
public class Parcel {

    /** A record: it is replaced, never changed (specification, "Embeddable Classes"). */
    @Embeddable
    public record Place(
            @Column(length = 50) String street,
            @Column(length = 50) String city) {}

    /** A class, whose objects can change. */
    @Embeddable
    public static class Wrapping {

        @Column(length = 50)
        private String paper;

        @Column(length = 50)
        private String ribbon;

        protected Wrapping() {}

        Wrapping(String paper, String ribbon) {
            this.paper = paper;
            this.ribbon = ribbon;
        }

        String ribbon() {
            return ribbon;
        }

        void tieWith(String other) {
            ribbon = other;
        }
    }

    /** With a primitive, which cannot be null. */
    @Embeddable
    public record Size(int width, int height) {}

    @Id
    private int id;

    @Embedded
    private Place receiver;

    @Embedded
    @AttributeOverride(name = "street", column = @Column(name = "sender_street", length = 50))
    @AttributeOverride(name = "city", column = @Column(name = "sender_city", length = 50))
    private Place sender;

    private Wrapping wrapping;
    private Size size;

    protected Parcel() {}

    Parcel(int id, Place sender, Place receiver) {
        this.id = id;
        this.sender = sender;
        this.receiver = receiver;
    }

    Place sender() {
        return sender;
    }

    Place receiver() {
        return receiver;
    }

    Wrapping wrapping() {
        return wrapping;
    }

    Size size() {
        return size;
    }

    Parcel wrappedIn(Wrapping other) {
        wrapping = other;
        return this;
    }

    Parcel sized(Size other) {
        size = other;
        return this;
    }

    void redirectTo(Place other) {
        receiver = other;
    }
}
