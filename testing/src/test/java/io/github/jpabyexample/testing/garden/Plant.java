package io.github.jpabyexample.testing.garden;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;

@Entity
@Inheritance(strategy = InheritanceType.JOINED)
@SequenceGenerator(name = "plant_ids", sequenceName = "plant_ids", initialValue = 50)
public class Plant {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "plant_ids")
    private Long id;

    @Column(unique = true)
    private String name;

    private byte[] picture;

    @ManyToOne(fetch = FetchType.LAZY)
    private Bed bed;

    protected Plant() {}

    public Plant(String name, Bed bed) {
        this.name = name;
        this.bed = bed;
    }

    public Long id() {
        return id;
    }

    public String name() {
        return name;
    }
}
