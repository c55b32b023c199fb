package net.example.clinic;

import jakarta.persistence.*;
import java.util.HashSet;
import java.util.Set;

@Entity
@Table(name = "VETS")
public class Vet {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(name = "VET_ID")
    private Integer id;

    @Column(name = "FULL_NAME", nullable = false, length = 80)
    private String fullName;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "SUPERVISOR_ID")
    private Vet supervisor;

    @ManyToMany
    @JoinTable(
            name = "VET_SPECIALTIES",
            joinColumns = @JoinColumn(name = "VET_ID"),
            inverseJoinColumns = @JoinColumn(name = "SPECIALTY_ID"))
    private Set<Specialty> specialties = new HashSet<>();

    protected Vet() {}

    public Vet(String fullName, Vet supervisor) {
        this.fullName = fullName;
        this.supervisor = supervisor;
    }

    public Integer getId() {
        return id;
    }

    public String getFullName() {
        return fullName;
    }

    public Vet getSupervisor() {
        return supervisor;
    }

    public Set<Specialty> getSpecialties() {
        return specialties;
    }
}
