package net.example.clinic;

import jakarta.persistence.*;

@Entity
@Table(name = "SPECIES")
public class Species {

    @Id
    @Column(name = "CODE", columnDefinition = "CHAR(3)")
    private String code;

    @Column(name = "LABEL", nullable = false, length = 40)
    private String label;

    protected Species() {}

    public Species(String code, String label) {
        this.code = code;
        this.label = label;
    }

    public String getCode() {
        return code;
    }

    public String getLabel() {
        return label;
    }
}
