package io.github.jpabyexample.models.catalog;

import io.github.jpabyexample.models.Money;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A work that was published. Two books are equal when their ISBN is, whether or not they have an id yet.
 *
 * <p>The owning side of its associations with {@link Author} and {@link Genre}: what these sets hold is what the join
 * tables hold.
 */
@Entity
@Table(name = "book", uniqueConstraints = @UniqueConstraint(name = "uk_book_isbn", columnNames = "isbn"))
public class Book {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "book_seq")
    @SequenceGenerator(name = "book_seq", sequenceName = "book_seq", allocationSize = 50)
    private @Nullable Long id;

    @Version
    private int version;

    @Column(nullable = false, length = 13)
    private Isbn isbn;

    @Column(nullable = false, length = 300)
    private String title;

    @Column(name = "first_published", nullable = false)
    private int firstPublished;

    @Column(nullable = false, length = 2)
    private String language;

    @Column(nullable = false, length = 2)
    private String country;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, length = 1)
    private Availability availability = Availability.IN_STOCK;

    @Embedded
    @AttributeOverride(name = "amount", column = @Column(name = "price_amount", precision = 12, scale = 2))
    @AttributeOverride(name = "currency", column = @Column(name = "price_currency", length = 3))
    private @Nullable Money price;

    @Column(length = 100_000)
    private @Nullable String blurb;

    @ManyToMany
    @JoinTable(
            name = "book_author",
            joinColumns = @JoinColumn(name = "book_id", foreignKey = @ForeignKey(name = "fk_book_author_book")),
            inverseJoinColumns =
                    @JoinColumn(name = "author_id", foreignKey = @ForeignKey(name = "fk_book_author_author")),
            indexes = {
                @Index(name = "ix_book_author_book", columnList = "book_id"),
                @Index(name = "ix_book_author_author", columnList = "author_id")
            })
    private Set<Author> authors = new LinkedHashSet<>();

    @ManyToMany
    @JoinTable(
            name = "book_genre",
            joinColumns = @JoinColumn(name = "book_id", foreignKey = @ForeignKey(name = "fk_book_genre_book")),
            inverseJoinColumns = @JoinColumn(name = "genre_id", foreignKey = @ForeignKey(name = "fk_book_genre_genre")),
            indexes = {
                @Index(name = "ix_book_genre_book", columnList = "book_id"),
                @Index(name = "ix_book_genre_genre", columnList = "genre_id")
            })
    private Set<Genre> genres = new LinkedHashSet<>();

    @OneToMany(mappedBy = "book", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("published")
    private List<Edition> editions = new ArrayList<>();

    /** For the provider. */
    protected Book() {}

    /**
     * A new book, not yet in the database.
     *
     * @param isbn unique
     * @param title at most 300 characters
     * @param firstPublished the year
     * @param language of the original, the two letters of ISO 639-1
     * @param country where it was first published, the two letters of ISO 3166-1
     */
    public Book(Isbn isbn, String title, int firstPublished, String language, String country) {
        this.isbn = isbn;
        this.title = title;
        this.firstPublished = firstPublished;
        this.language = language;
        this.country = country;
    }

    public @Nullable Long id() {
        return id;
    }

    public int version() {
        return version;
    }

    public Isbn isbn() {
        return isbn;
    }

    public String title() {
        return title;
    }

    public void rename(String newTitle) {
        title = newTitle;
    }

    public int firstPublished() {
        return firstPublished;
    }

    public String language() {
        return language;
    }

    public String country() {
        return country;
    }

    public Availability availability() {
        return availability;
    }

    public void becomes(Availability newAvailability) {
        availability = newAvailability;
    }

    /** {@return what it costs, or null where no price is set} */
    public @Nullable Money price() {
        return price;
    }

    public void costs(@Nullable Money newPrice) {
        price = newPrice;
    }

    /** {@return what stands on its cover, or null} */
    public @Nullable String blurb() {
        return blurb;
    }

    public void describe(@Nullable String newBlurb) {
        blurb = newBlurb;
    }

    /** {@return its authors, to be read only: use {@link #addAuthor}} */
    public Set<Author> authors() {
        return Collections.unmodifiableSet(authors);
    }

    /**
     * Adds an author, and this book to the author's books: JPA keeps the two sides of an association in step in the
     * database, never in memory (Jakarta Persistence 3.2, section 2.11).
     *
     * @param author who wrote it, alone or with others
     */
    public void addAuthor(Author author) {
        authors.add(author);
        author.wrote(this);
    }

    /** {@return its genres, to be read only: use {@link #addGenre}} */
    public Set<Genre> genres() {
        return Collections.unmodifiableSet(genres);
    }

    public void addGenre(Genre genre) {
        genres.add(genre);
    }

    /** {@return its editions by date, to be read only: use {@link #addEdition}} */
    public List<Edition> editions() {
        return Collections.unmodifiableList(editions);
    }

    public void addEdition(Edition edition) {
        editions.add(edition);
        edition.belongsTo(this);
    }

    public void removeEdition(Edition edition) {
        editions.remove(edition);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || (other instanceof Book that && isbn().equals(that.isbn()));
    }

    @Override
    public int hashCode() {
        return isbn().hashCode();
    }

    @Override
    public String toString() {
        return title() + " (" + firstPublished() + ")";
    }
}
