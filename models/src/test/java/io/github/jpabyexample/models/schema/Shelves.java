package io.github.jpabyexample.models.schema;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;

/** A shelf with volumes, whose foreign key has an index by the mapping, and with pamphlets, whose key has none. */
public final class Shelves {

    private Shelves() {}

    @Entity(name = "Shelf")
    @Table(name = "shelf")
    public static class Shelf {

        @Id
        private int id;

        @ElementCollection
        @CollectionTable(
                name = "shelf_mark",
                joinColumns = @JoinColumn(name = "shelf_id"),
                indexes = @Index(name = "ix_mark_shelf", columnList = "shelf_id"))
        @Column(name = "mark", length = 20)
        private List<String> marks = new ArrayList<>();

        @ManyToMany
        @JoinTable(
                name = "shelf_neighbour",
                joinColumns = @JoinColumn(name = "shelf_id"),
                inverseJoinColumns = @JoinColumn(name = "neighbour_id"),
                indexes = {
                    @Index(name = "ix_neighbour_shelf", columnList = "shelf_id"),
                    @Index(name = "ix_neighbour_neighbour", columnList = "neighbour_id")
                })
        private List<Shelf> neighbours = new ArrayList<>();

        /** For the provider. */
        protected Shelf() {}

        public Shelf(int id) {
            this.id = id;
        }
    }

    @Entity(name = "Volume")
    @Table(name = "volume", indexes = @Index(name = "ix_volume_shelf", columnList = "shelf_id"))
    public static class Volume {

        @Id
        private int id;

        @ManyToOne(fetch = FetchType.LAZY)
        @JoinColumn(name = "shelf_id")
        private Shelf shelf;

        /** For the provider. */
        protected Volume() {}
    }

    @Entity(name = "Pamphlet")
    @Table(name = "pamphlet")
    public static class Pamphlet {

        @Id
        private int id;

        @ManyToOne(fetch = FetchType.LAZY)
        @JoinColumn(name = "shelf_id")
        private Shelf shelf;

        /** For the provider. */
        protected Pamphlet() {}
    }
}
