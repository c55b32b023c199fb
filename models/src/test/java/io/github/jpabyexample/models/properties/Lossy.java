package io.github.jpabyexample.models.properties;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.math.BigDecimal;

/** Not mapped as advised: a decimal without precision and scale. */
@Entity
public class Lossy {

    @Id
    private int id;

    private BigDecimal plain;

    protected Lossy() {}

    Lossy(int id, BigDecimal plain) {
        this.id = id;
        this.plain = plain;
    }

    BigDecimal plain() {
        return plain;
    }
}
