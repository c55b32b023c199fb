package io.github.jpabyexample.models.classes;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** An entity that has nothing but its id. */
@Entity
@Table(name = "stamp")
public class Stamp {

    @Id
    @Column(length = 20)
    private String motif;

    /** For the provider. */
    protected Stamp() {}

    public Stamp(String motif) {
        this.motif = motif;
    }

    public String motif() {
        return motif;
    }
}
