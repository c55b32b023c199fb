package io.github.jpabyexample.models.ids;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapsId;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.util.Objects;

/** A hall for readings, and its seats in two mappings: a part of their key is the hall's. */
public final class Seats {

    private Seats() {}

    @Entity(name = "Hall")
    @Table(name = "hall")
    public static class Hall {

        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "hall_seq")
        @SequenceGenerator(name = "hall_seq", sequenceName = "hall_seq", allocationSize = 50)
        private Long id;

        @Column(length = 100)
        private String name;

        /** For the provider. */
        protected Hall() {}

        public Hall(String name) {
            this.name = name;
        }

        public Long id() {
            return id;
        }

        public String name() {
            return name;
        }
    }

    /** A key as a class: the provider can fill in the part that comes from the hall. */
    @Embeddable
    public static class SeatKey {

        @Column(name = "hall_id")
        private Long hall;

        @Column(name = "place", length = 10)
        private String place;

        /** For the provider. */
        protected SeatKey() {}

        public SeatKey(Long hall, String place) {
            this.hall = hall;
            this.place = place;
        }

        public Long hall() {
            return hall;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof SeatKey that
                    && Objects.equals(hall, that.hall)
                    && Objects.equals(place, that.place);
        }

        @Override
        public int hashCode() {
            return Objects.hash(hall, place);
        }
    }

    @Entity(name = "Seat")
    @Table(name = "seat")
    public static class Seat {

        @EmbeddedId
        private SeatKey key;

        @MapsId("hall")
        @ManyToOne(fetch = FetchType.LAZY, optional = false)
        @JoinColumn(name = "hall_id")
        private Hall hall;

        /** For the provider. */
        protected Seat() {}

        public Seat(Hall hall, String place) {
            this.hall = hall;
            this.key = new SeatKey(null, place);
        }

        public SeatKey key() {
            return key;
        }

        public Hall hall() {
            return hall;
        }
    }

    /** A key as a record, which nobody can fill in later. */
    @Embeddable
    public record RecordKey(
            @Column(name = "hall_id") Long hall,
            @Column(name = "place", length = 10) String place) {}

    @Entity(name = "RecordSeat")
    @Table(name = "record_seat")
    public static class RecordSeat {

        @EmbeddedId
        private RecordKey key;

        @MapsId("hall")
        @ManyToOne(fetch = FetchType.LAZY, optional = false)
        @JoinColumn(name = "hall_id")
        private Hall hall;

        /** For the provider. */
        protected RecordSeat() {}

        public RecordSeat(Hall hall, String place) {
            this.hall = hall;
            this.key = new RecordKey(null, place);
        }

        public RecordKey key() {
            return key;
        }
    }
}
