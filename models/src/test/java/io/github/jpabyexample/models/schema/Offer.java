package io.github.jpabyexample.models.schema;

import jakarta.persistence.Basic;
import jakarta.persistence.CheckConstraint;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.math.BigDecimal;

/** All that JPA can say of a table for those who let it make one ("Object/Relational Metadata Used in Schema Generation"). */
@Entity
@Table(
        name = "offer",
        comment = "what is sold where",
        uniqueConstraints =
                @UniqueConstraint(
                        name = "offer_once",
                        columnNames = {"shop", "title"}),
        indexes = @Index(name = "offer_by_title", columnList = "title"),
        check = @CheckConstraint(name = "offer_few", constraint = "copies < 1000"))
public class Offer {

    @Id
    private int id;

    @Column(nullable = false, length = 100)
    private String title;

    @Basic(optional = false)
    @Column(length = 100)
    private String shop;

    @Column(unique = true, length = 10)
    private String code;

    @Column(precision = 10, scale = 2, check = @CheckConstraint(constraint = "price > 0"), comment = "in euro")
    private BigDecimal price;

    @Column(columnDefinition = "varchar(10) default 'open'")
    private String state;

    @Column(columnDefinition = "integer check (discount < 100)")
    private Integer discount;

    private int copies;
    private Integer reserved;

    protected Offer() {}

    Offer(int id, String title, String shop) {
        this.id = id;
        this.title = title;
        this.shop = shop;
        this.code = "A-" + id;
        this.price = BigDecimal.TEN;
    }

    Offer coded(String other) {
        code = other;
        return this;
    }

    Offer costs(String amount) {
        price = new BigDecimal(amount);
        return this;
    }

    Offer lessPercent(int percent) {
        discount = percent;
        return this;
    }
}
