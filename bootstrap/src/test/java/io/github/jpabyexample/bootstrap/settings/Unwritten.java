package io.github.jpabyexample.bootstrap.settings;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** An entity whose table nobody created, on purpose. */
@Entity
@Table(name = "unwritten")
public class Unwritten {

    @Id
    private Long id;

    /** For the provider. */
    protected Unwritten() {}

    public Long id() {
        return id;
    }
}
