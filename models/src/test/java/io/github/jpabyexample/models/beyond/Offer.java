package io.github.jpabyexample.models.beyond;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;

/** Plain Jakarta Persistence; what a provider can do beyond it stands in a mapping file of that provider. */
@Entity
@Table(name = "offer", uniqueConstraints = @UniqueConstraint(name = "uk_offer_code", columnNames = "code"))
public class Offer {

    @Id
    private Long id;

    @Column(nullable = false, length = 20)
    private String code;

    @Column(nullable = false, length = 100)
    private String title;

    @Column(nullable = false)
    private boolean withdrawn;

    /** For the provider. */
    protected Offer() {}

    public Offer(Long id, String code, String title) {
        this.id = id;
        this.code = code;
        this.title = title;
    }

    public String code() {
        return code;
    }

    public String title() {
        return title;
    }

    public boolean withdrawn() {
        return withdrawn;
    }

    public void withdraw() {
        withdrawn = true;
    }
}
