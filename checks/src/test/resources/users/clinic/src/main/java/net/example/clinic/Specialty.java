package net.example.clinic;

import jakarta.persistence.*;

@Entity
@Table(name = "SPECIALTIES")
public class Specialty {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(name = "SPECIALTY_ID")
    private Short id;

    @Column(name = "TITLE", nullable = false, length = 40)
    private String title;

    protected Specialty() {}

    public Specialty(String title) {
        this.title = title;
    }

    public String getTitle() {
        return title;
    }
}
