package io.github.jpabyexample.models.hibernate;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Changelog;
import org.hibernate.audit.ChangesetListener;

/** A transaction that changed prices: which, when, and whose it was. Hibernate makes one where there is none yet. */
@Entity
@Changelog(listener = Repricing.Signature.class)
@Table(name = "repricing")
public class Repricing {

    /** Who works on this thread. */
    static final ThreadLocal<String> CLERK = ThreadLocal.withInitial(() -> "nobody");

    @Id
    @Changelog.ChangesetId
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    private Long id;

    @Changelog.Timestamp
    @Column(nullable = false)
    private Instant made = Instant.now();

    @Column(nullable = false, length = 20)
    private String clerk;

    public String clerk() {
        return clerk;
    }

    /** Signs a repricing before it is written. */
    public static class Signature implements ChangesetListener {

        @Override
        public void newChangeset(Object repricing) {
            ((Repricing) repricing).clerk = CLERK.get();
        }
    }
}
