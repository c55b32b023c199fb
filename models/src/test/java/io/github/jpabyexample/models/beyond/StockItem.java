package io.github.jpabyexample.models.beyond;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** Belongs to a shop. Which shop is asked, and who fills the column in, is for a provider's mapping file to say. */
@Entity
@Table(name = "stock_item")
public class StockItem {

    @Id
    private Long id;

    @Column(nullable = false, length = 20)
    private String shop;

    @Column(nullable = false, length = 100)
    private String title;

    /** For the provider. */
    protected StockItem() {}

    public StockItem(Long id, String title) {
        this.id = id;
        this.title = title;
    }

    public String shop() {
        return shop;
    }

    public String title() {
        return title;
    }
}
