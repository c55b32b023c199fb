package io.github.jpabyexample.models.catalog;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Somebody who wrote. Two authors are equal when name and year of birth are. */
@Entity
@Table(
        name = "author",
        uniqueConstraints =
                @UniqueConstraint(
                        name = "uk_author",
                        columnNames = {"name", "born"}))
public class Author {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "author_seq")
    @SequenceGenerator(name = "author_seq", sequenceName = "author_seq", allocationSize = 50)
    private @Nullable Long id;

    @Column(nullable = false, length = 200)
    private String name;

    @Column(nullable = false)
    private int born;

    private @Nullable Integer died;

    @ManyToMany(mappedBy = "authors")
    private Set<Book> books = new LinkedHashSet<>();

    /** For the provider. */
    protected Author() {}

    /**
     * A new author, not yet in the database.
     *
     * @param name in full
     * @param born the year
     * @param died the year, or null while the author lives
     */
    public Author(String name, int born, @Nullable Integer died) {
        this.name = name;
        this.born = born;
        this.died = died;
    }

    public @Nullable Long id() {
        return id;
    }

    public String name() {
        return name;
    }

    public void rename(String newName) {
        name = newName;
    }

    public int born() {
        return born;
    }

    /** {@return the year, or null for the living} */
    public @Nullable Integer died() {
        return died;
    }

    /** {@return the books, to be read only: {@link Book#addAuthor} keeps both sides in step} */
    public Set<Book> books() {
        return Collections.unmodifiableSet(books);
    }

    void wrote(Book book) {
        books.add(book);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || (other instanceof Author that && name().equals(that.name()) && born() == that.born());
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
