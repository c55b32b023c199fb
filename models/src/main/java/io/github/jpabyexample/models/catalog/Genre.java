package io.github.jpabyexample.models.catalog;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A kind of book, within a wider kind: a tree by reference to itself. Genres are equal when their names are. */
@Entity
@Table(
        name = "genre",
        uniqueConstraints = @UniqueConstraint(name = "uk_genre", columnNames = "name"),
        indexes = @Index(name = "ix_genre_parent", columnList = "parent_id"))
public class Genre {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "genre_seq")
    @SequenceGenerator(name = "genre_seq", sequenceName = "genre_seq", allocationSize = 50)
    private @Nullable Long id;

    @Column(nullable = false, length = 100)
    private String name;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "parent_id", foreignKey = @ForeignKey(name = "fk_genre_parent"))
    private @Nullable Genre parent;

    @OneToMany(mappedBy = "parent")
    @OrderBy("name")
    private List<Genre> children = new ArrayList<>();

    /** For the provider. */
    protected Genre() {}

    /**
     * A new genre, not yet in the database.
     *
     * @param name unique in the tree
     * @param parent the wider genre, or null for a root
     */
    @SuppressWarnings("this-escape") // The parent only keeps it.
    public Genre(String name, @Nullable Genre parent) {
        this.name = name;
        this.parent = parent;
        if (parent != null) {
            parent.children.add(this);
        }
    }

    public @Nullable Long id() {
        return id;
    }

    public String name() {
        return name;
    }

    /** {@return the wider genre, or null for a root} */
    public @Nullable Genre parent() {
        return parent;
    }

    /** {@return the narrower genres by name, to be read only} */
    public List<Genre> children() {
        return Collections.unmodifiableList(children);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || (other instanceof Genre that && name().equals(that.name()));
    }

    @Override
    public int hashCode() {
        return name().hashCode();
    }

    @Override
    public String toString() {
        return name();
    }
}
