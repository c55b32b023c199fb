package io.github.jpabyexample.models.schema;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;

/** Attributes that are written once, never, or nowhere. */
@Entity
@Table(name = "receipt")
public class Receipt {

    @Id
    private Long id;

    @Column(name = "issued_by", updatable = false, length = 100)
    private String issuedBy;

    /** The database's default fills it in. */
    @Column(name = "copies", insertable = false, columnDefinition = "integer default 2")
    private Integer copies;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "cancels_id")
    private Receipt cancels;

    /** The same column once more, to be read only: one attribute writes it, any number may read it. */
    @Column(name = "cancels_id", insertable = false, updatable = false)
    private Long cancelsId;

    @Transient
    private String remark;

    private transient String secret;

    /** For the provider. */
    protected Receipt() {}

    public Receipt(Long id, String issuedBy, Receipt cancels) {
        this.id = id;
        this.issuedBy = issuedBy;
        this.cancels = cancels;
        this.remark = "thank you";
        this.secret = "none";
    }

    public String issuedBy() {
        return issuedBy;
    }

    public void issuedBy(String other) {
        issuedBy = other;
    }

    public Integer copies() {
        return copies;
    }

    public Receipt cancels() {
        return cancels;
    }

    public Long cancelsId() {
        return cancelsId;
    }

    public String remark() {
        return remark;
    }

    public String secret() {
        return secret;
    }
}
