package net.example.clinic;

import jakarta.persistence.*;
import java.math.BigDecimal;
import java.time.LocalDateTime;

@Entity
@Table(name = "INVOICES")
public class Invoice {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(name = "INVOICE_ID")
    private Integer id;

    @OneToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "VISIT_ID")
    private Visit visit;

    @Column(name = "TOTAL", nullable = false, precision = 9, scale = 2)
    private BigDecimal total;

    @Column(name = "PAID_AT")
    private LocalDateTime paidAt;

    protected Invoice() {}

    public Invoice(Visit visit, BigDecimal total) {
        this.visit = visit;
        this.total = total;
    }

    public Visit getVisit() {
        return visit;
    }

    public BigDecimal getTotal() {
        return total;
    }

    public LocalDateTime getPaidAt() {
        return paidAt;
    }
}
