package io.github.jpabyexample.models;

import jakarta.persistence.Column;
import jakarta.persistence.EntityListeners;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Remembers when a row was written. Not an entity and without a table: its columns stand in the table of each subclass
 * (Jakarta Persistence 3.2, section 2.13.2).
 */
@MappedSuperclass
@EntityListeners(AuditListener.class)
public abstract class Audited {

    @Column(name = "created_at", nullable = false, updatable = false)
    private @Nullable Instant createdAt;

    @Column(name = "updated_at", nullable = false)
    private @Nullable Instant updatedAt;

    /** For subclasses and the provider. */
    protected Audited() {}

    /** {@return when the row was inserted; null before} */
    public @Nullable Instant createdAt() {
        return createdAt;
    }

    /** {@return when the row was last written; null before it was inserted} */
    public @Nullable Instant updatedAt() {
        return updatedAt;
    }

    void inserted(Instant now) {
        createdAt = now;
        updatedAt = now;
    }

    void updated(Instant now) {
        updatedAt = now;
    }
}
