package io.github.jpabyexample.bootstrap.toolkit;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** An entity whose table no database makes, on purpose: its name is a word of SQL, and not quoted. */
@Entity
@Table(name = "order")
public class Ordered {

    @Id
    private Long id;

    /** For the provider. */
    protected Ordered() {}

    public Long id() {
        return id;
    }
}
