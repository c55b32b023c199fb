package io.github.jpabyexample.bootstrap.guestbook;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.LocalDate;

/** A day on which a guest came; with {@link Guest} in the unit "visits". */
@Entity
@Table(name = "visit")
public class Visit {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "visit_seq")
    @SequenceGenerator(name = "visit_seq", sequenceName = "visit_seq", allocationSize = 50)
    private Long id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "guest_id", nullable = false)
    private Guest guest;

    @Column(name = "visited_on", nullable = false)
    private LocalDate date;

    /** For the provider. */
    protected Visit() {}

    public Visit(Guest guest, LocalDate date) {
        this.guest = guest;
        this.date = date;
    }

    public Long id() {
        return id;
    }

    public Guest guest() {
        return guest;
    }

    public LocalDate date() {
        return date;
    }
}
