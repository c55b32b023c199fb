package net.example.clinic;

import jakarta.persistence.*;
import java.math.BigDecimal;
import java.time.LocalDate;

@Entity
@Table(name = "PETS")
public class Pet {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(name = "PET_ID")
    private Integer id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "OWNER_ID")
    private Owner owner;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "SPECIES_CODE", columnDefinition = "CHAR(3)")
    private Species species;

    @Column(name = "PET_NAME", nullable = false, length = 40)
    private String name;

    @Column(name = "BORN")
    private LocalDate born;

    @Column(name = "WEIGHT_KG", precision = 5, scale = 2)
    private BigDecimal weight;

    @Version
    @Column(name = "ROW_VERSION")
    private int version;

    protected Pet() {}

    Pet(Owner owner, Species species, String name) {
        this.owner = owner;
        this.species = species;
        this.name = name;
    }

    public Integer getId() {
        return id;
    }

    public Owner getOwner() {
        return owner;
    }

    public Species getSpecies() {
        return species;
    }

    public String getName() {
        return name;
    }

    public BigDecimal getWeight() {
        return weight;
    }

    public void setWeight(String kilograms) {
        weight = new BigDecimal(kilograms);
    }
}
