package net.example.clinic;

import jakarta.persistence.*;
import java.util.Objects;

@Entity
@Table(name = "VISIT_TREATMENTS")
@IdClass(VisitTreatment.Key.class)
public class VisitTreatment {

    @Id
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "VISIT_ID")
    private Visit visit;

    @Id
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "TREATMENT_ID")
    private Treatment treatment;

    @Column(name = "QUANTITY", nullable = false)
    private int quantity;

    protected VisitTreatment() {}

    VisitTreatment(Visit visit, Treatment treatment, int quantity) {
        this.visit = visit;
        this.treatment = treatment;
        this.quantity = quantity;
    }

    public Treatment getTreatment() {
        return treatment;
    }

    public int getQuantity() {
        return quantity;
    }

    public static class Key {

        private Long visit;
        private Integer treatment;

        public Key() {}

        public Key(Long visit, Integer treatment) {
            this.visit = visit;
            this.treatment = treatment;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && Objects.equals(visit, key.visit) && Objects.equals(treatment, key.treatment);
        }

        @Override
        public int hashCode() {
            return Objects.hash(visit, treatment);
        }
    }
}
