package io.github.jpabyexample.bootstrap.loading;

import io.github.jpabyexample.bootstrap.guestbook.Guest;
import io.github.jpabyexample.bootstrap.guestbook.Visit;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;

/** The same as {@link Visit}, but in no {@code persistence.xml}, on purpose: so no agent weaves it. */
@Entity
@Table(name = "unwoven_visit")
public class UnwovenVisit {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "unwoven_visit_seq")
    @SequenceGenerator(name = "unwoven_visit_seq", sequenceName = "unwoven_visit_seq", allocationSize = 50)
    private Long id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "guest_id", nullable = false)
    private Guest guest;

    /** For the provider. */
    protected UnwovenVisit() {}

    public UnwovenVisit(Guest guest) {
        this.guest = guest;
    }

    public Long id() {
        return id;
    }

    public Guest guest() {
        return guest;
    }
}
