package io.github.jpabyexample.planted;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import java.util.List;

@Entity
class Leaf {

    @Id
    private Long id;

    @OneToMany(orphanRemoval = true)
    private List<Leaf> leaves;
}
