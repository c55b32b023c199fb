package io.github.jpabyexample.models.types;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;

@Entity
public class Ticket {

    @Id
    private int id;

    private UUID code;

    protected Ticket() {}

    Ticket(int id, UUID code) {
        this.id = id;
        this.code = code;
    }
}
