package net.example.clinic;

import jakarta.persistence.*;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

@Entity
@Table(name = "VISITS")
public class Visit {

    public enum Status { OPEN, DONE, MISSED }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(name = "VISIT_ID")
    private Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "PET_ID")
    private Pet pet;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "VET_ID")
    private Vet vet;

    @Column(name = "VISITED_ON", nullable = false)
    private LocalDateTime visitedOn;

    @Column(name = "\"user\"", nullable = false, length = 20)
    private String enteredBy;

    @Enumerated(EnumType.STRING)
    @Column(name = "STATUS", nullable = false, length = 10)
    private Status status = Status.OPEN;

    @OneToMany(mappedBy = "visit", cascade = CascadeType.PERSIST)
    private List<VisitTreatment> treatments = new ArrayList<>();

    protected Visit() {}

    public Visit(Pet pet, Vet vet, LocalDateTime visitedOn, String enteredBy) {
        this.pet = pet;
        this.vet = vet;
        this.visitedOn = visitedOn;
        this.enteredBy = enteredBy;
    }

    public Long getId() {
        return id;
    }

    public Pet getPet() {
        return pet;
    }

    public Vet getVet() {
        return vet;
    }

    public String getEnteredBy() {
        return enteredBy;
    }

    public void setStatus(Status status) {
        this.status = status;
    }

    public List<VisitTreatment> getTreatments() {
        return treatments;
    }

    public void add(Treatment treatment, int quantity) {
        treatments.add(new VisitTreatment(this, treatment, quantity));
    }
}
