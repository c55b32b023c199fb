package net.example.clinic;

import jakarta.persistence.*;
import java.math.BigDecimal;

@Entity
@Table(name = "TREATMENTS")
public class Treatment {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(name = "TREATMENT_ID")
    private Integer id;

    @Column(name = "TITLE", nullable = false, length = 60)
    private String title;

    @Column(name = "PRICE", nullable = false, precision = 8, scale = 2)
    private BigDecimal price;

    protected Treatment() {}

    public Treatment(String title, String price) {
        this.title = title;
        this.price = new BigDecimal(price);
    }

    public String getTitle() {
        return title;
    }

    public BigDecimal getPrice() {
        return price;
    }
}
