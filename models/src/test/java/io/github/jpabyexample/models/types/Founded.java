package io.github.jpabyexample.models.types;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Year;

@Entity
public class Founded {

    @Id
    private int id;

    private Year founded;

    protected Founded() {}

    Founded(int id, Year founded) {
        this.id = id;
        this.founded = founded;
    }

    Year founded() {
        return founded;
    }
}
