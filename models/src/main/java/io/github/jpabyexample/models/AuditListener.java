package io.github.jpabyexample.models;

import jakarta.persistence.PrePersist;
import jakarta.persistence.PreUpdate;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Called by the provider before an {@link Audited} entity is written (Jakarta Persistence 3.2, section 3.6). */
public class AuditListener {

    /** For the provider. */
    public AuditListener() {}

    /**
     * Sets both times.
     *
     * @param entity about to be inserted
     */
    @PrePersist
    void beforeInsert(Audited entity) {
        entity.inserted(now());
    }

    /**
     * Sets the second time.
     *
     * @param entity about to be updated
     */
    @PreUpdate
    void beforeUpdate(Audited entity) {
        entity.updated(now());
    }

    // Databases keep six decimals of a second; with nine in memory the object would differ from its row.
    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
