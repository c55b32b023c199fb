package net.example.clinic;

import jakarta.persistence.*;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

@Entity
@Table(name = "OWNERS")
public class Owner {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(name = "OWNER_ID")
    private Integer id;

    @Column(name = "FULL_NAME", nullable = false, length = 80)
    private String fullName;

    @Column(name = "E_MAIL", length = 120)
    private String eMail;

    @Column(name = "CREATED_AT", insertable = false, updatable = false)
    private LocalDateTime createdAt;

    @OneToMany(mappedBy = "owner", cascade = CascadeType.PERSIST)
    private List<Pet> pets = new ArrayList<>();

    protected Owner() {}

    public Owner(String fullName, String eMail) {
        this.fullName = fullName;
        this.eMail = eMail;
    }

    public Integer getId() {
        return id;
    }

    public String getFullName() {
        return fullName;
    }

    public LocalDateTime getCreatedAt() {
        return createdAt;
    }

    public List<Pet> getPets() {
        return pets;
    }

    public Pet brings(Species species, String name) {
        Pet pet = new Pet(this, species, name);
        pets.add(pet);
        return pet;
    }
}
