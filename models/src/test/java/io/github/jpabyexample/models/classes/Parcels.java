package io.github.jpabyexample.models.classes;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.util.Date;
import java.util.List;

/** An entity that lets others at its insides, which no entity should. */
public final class Parcels {

    private Parcels() {}

    @Entity(name = "Parcel")
    @Table(name = "parcel")
    public static class Parcel {

        @Id
        private Long id;

        @Column(name = "label", length = 100)
        String label;

        @Column(name = "seal", length = 16)
        private byte[] seal;

        @Column(name = "sent_at")
        private Date sentAt;

        @ElementCollection
        @CollectionTable(name = "parcel_content", joinColumns = @JoinColumn(name = "parcel_id"))
        @OrderColumn(name = "place")
        @Column(name = "content", nullable = false, length = 100)
        private List<String> contents;

        /** For the provider. */
        protected Parcel() {}

        public Parcel(Long id, String label, byte[] seal, Date sentAt, List<String> contents) {
            this.id = id;
            this.label = label;
            this.seal = seal;
            this.sentAt = sentAt;
            this.contents = contents;
        }

        public void label(String newLabel) {
            label = newLabel;
        }

        public byte[] seal() {
            return seal;
        }

        public void seal(byte[] newSeal) {
            seal = newSeal;
        }

        public Date sentAt() {
            return sentAt;
        }

        public void sentAt(Date newSentAt) {
            sentAt = newSentAt;
        }

        public List<String> contents() {
            return contents;
        }
    }
}
