package io.github.jpabyexample.models.inheritance;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.PrimaryKeyJoinColumn;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;

/** JOINED inheritance without a {@code @DiscriminatorColumn}: whether there is a column is the provider's choice. */
@Entity
@Table(name = "furniture")
@Inheritance(strategy = InheritanceType.JOINED)
public class Furniture {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "furniture_seq")
    @SequenceGenerator(name = "furniture_seq", sequenceName = "furniture_seq", allocationSize = 50)
    private Long id;

    @Column(nullable = false, length = 100)
    private String name;

    /** For the provider. */
    protected Furniture() {}

    public Furniture(String name) {
        this.name = name;
    }

    public String name() {
        return name;
    }

    @Entity(name = "Lamp")
    @Table(name = "lamp")
    @PrimaryKeyJoinColumn(name = "id")
    public static class Lamp extends Furniture {

        private int watts;

        /** For the provider. */
        protected Lamp() {}

        public Lamp(String name, int watts) {
            super(name);
            this.watts = watts;
        }

        public int watts() {
            return watts;
        }
    }

    @Entity(name = "Shelf")
    @Table(name = "shelf")
    @PrimaryKeyJoinColumn(name = "id")
    public static class Shelf extends Furniture {

        private int boards;

        /** For the provider. */
        protected Shelf() {}

        public Shelf(String name, int boards) {
            super(name);
            this.boards = boards;
        }

        public int boards() {
            return boards;
        }
    }
}
