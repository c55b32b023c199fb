package io.github.jpabyexample.relationships.ownership;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import java.util.ArrayList;
import java.util.List;

/** The inverse side. It keeps nothing in step. */
@Entity
class Series {

    @Id
    private String name = "Barsetshire";

    @OneToMany(mappedBy = "series")
    private List<Volume> volumes = new ArrayList<>();

    List<Volume> volumes() {
        return volumes;
    }
}
