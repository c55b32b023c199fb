package io.github.jpabyexample.models.eclipselink;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.LocalDateTime;

/** A version of a price. EclipseLink makes no table for a history, so an entity has it made. */
@Entity
@IdClass(PastPrice.Version.class)
@Table(name = "kept_price_history")
public class PastPrice {

    @Id
    @Column(length = 20)
    private String title;

    @Id
    private LocalDateTime effective;

    private LocalDateTime superseded;

    private int cents;

    /** For the provider. */
    protected PastPrice() {}

    /** Which price, and from when. */
    public record Version(String title, LocalDateTime effective) {}
}
