package io.github.jpabyexample.testing.garden;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.SequenceGenerator;
import java.util.ArrayList;
import java.util.List;

@Entity
@SequenceGenerator(name = "bed_ids", sequenceName = "bed_ids", initialValue = 50)
public class Bed {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "bed_ids")
    private Long id;

    private String name;

    @OneToMany(mappedBy = "bed", cascade = CascadeType.ALL)
    private List<Plant> plants = new ArrayList<>();

    protected Bed() {}

    public Bed(String name) {
        this.name = name;
    }

    public static Bed with(String name, String... plants) {
        var bed = new Bed(name);
        for (String plant : plants) {
            bed.plants.add(new Plant(plant, bed));
        }
        return bed;
    }

    public Long id() {
        return id;
    }

    public String name() {
        return name;
    }

    public void rename(String newName) {
        name = newName;
    }

    public List<Plant> plants() {
        return plants;
    }
}
