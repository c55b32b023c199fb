package io.github.jpabyexample.models.schema;

import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToOne;
import java.util.ArrayList;
import java.util.List;

/** Names nothing: each table and column has the name that JPA gives it ("Metadata for Object/Relational Mapping"). */
@Entity
public class ShopVisit {

    @Embeddable
    public record Period(String start, String finish) {}

    @Entity(name = "Visitor")
    public static class Visitor {

        @Id
        private int id;

        private String firstName;

        protected Visitor() {}

        Visitor(int id, String firstName) {
            this.id = id;
            this.firstName = firstName;
        }
    }

    @Id
    private int id;

    private String zeal;
    private String aim;

    @Embedded
    private Period period;

    @ManyToOne
    private Visitor madeBy;

    @OneToOne
    private Visitor guide;

    @ManyToMany
    private List<Visitor> friends = new ArrayList<>();

    protected ShopVisit() {}

    ShopVisit(int id, Visitor madeBy) {
        this.id = id;
        this.madeBy = madeBy;
        this.friends.add(madeBy);
    }
}
