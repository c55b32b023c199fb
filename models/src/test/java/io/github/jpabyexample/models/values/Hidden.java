package io.github.jpabyexample.models.values;

import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

@Entity
public class Hidden {

    /** Not public. */
    @Embeddable
    record Secret(String word) {}

    @Id
    private int id;

    private Secret secret;

    protected Hidden() {}

    Hidden(int id, String word) {
        this.id = id;
        this.secret = new Secret(word);
    }

    Secret secret() {
        return secret;
    }
}
