package io.github.jpabyexample.models.sample;

import io.github.jpabyexample.models.Money;
import io.github.jpabyexample.models.catalog.AudioBook;
import io.github.jpabyexample.models.catalog.Author;
import io.github.jpabyexample.models.catalog.Availability;
import io.github.jpabyexample.models.catalog.Book;
import io.github.jpabyexample.models.catalog.EBook;
import io.github.jpabyexample.models.catalog.Genre;
import io.github.jpabyexample.models.catalog.Isbn;
import io.github.jpabyexample.models.catalog.PrintEdition;
import io.github.jpabyexample.models.sample.Catalogue.AuthorEntry;
import io.github.jpabyexample.models.sample.Catalogue.BookEntry;
import io.github.jpabyexample.models.sample.Catalogue.GenreEntry;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Puts a catalogue on the shelves. What the catalogue does not say is invented: ISBN, price, stock and editions. */
final class Stock {

    private static final String CURRENCY = "EUR";
    private static final List<String> CENTS = List.of("00", "50", "95", "99");

    private final EntityManager em;
    private final Map<String, Genre> genres = new HashMap<>();
    private final Map<String, Author> authors = new HashMap<>();

    private Stock(EntityManager em) {
        this.em = em;
    }

    static void persist(Catalogue catalogue, EntityManager em) {
        var stock = new Stock(em);
        for (GenreEntry entry : catalogue.genres()) {
            var genre = new Genre(entry.name(), stock.genres.get(entry.parent()));
            stock.genres.put(entry.name(), genre);
            em.persist(genre);
            // Hibernate sorts what it inserts together, and warns when it finds rows of one table that refer to others.
            em.flush();
        }
        int row = 1;
        for (BookEntry entry : catalogue.books()) {
            em.persist(stock.book(row++, entry));
        }
    }

    private Book book(int row, BookEntry entry) {
        var dice = Dice.of("book " + row);
        var book = new Book(Isbn.invented(row), entry.title(), entry.year(), entry.language(), entry.country());
        entry.authors().forEach(author -> book.addAuthor(author(author)));
        entry.genres().forEach(genre -> book.addGenre(Objects.requireNonNull(genres.get(genre), genre)));
        book.describe(blurb(entry));
        Money price = price(dice, 6, 24);
        if (row % 20 == 0) {
            book.becomes(Availability.OUT_OF_PRINT);
        } else {
            book.becomes(row % 9 == 0 ? Availability.ON_ORDER : Availability.IN_STOCK);
            book.costs(price);
        }
        addEditions(book, row, price, dice);
        return book;
    }

    // The years of the three kinds do not overlap: an edition is found by its book and its date.
    private static void addEditions(Book book, int row, Money price, Dice dice) {
        book.addEdition(new PrintEdition(day(dice, 1999, 2009), price, dice.from(96, 960)));
        if (row % 2 == 0) {
            book.addEdition(new EBook(day(dice, 2010, 2015), price(dice, 2, 9), dice.from(300, 4_000)));
        }
        if (row % 3 == 0) {
            String reader = PersonName.of(dice).toString();
            book.addEdition(new AudioBook(day(dice, 2016, 2022), price(dice, 12, 29), reader, dice.from(90, 1_800)));
        }
    }

    private Author author(AuthorEntry entry) {
        return authors.computeIfAbsent(entry.name(), name -> {
            var author = new Author(name, entry.born(), entry.died());
            em.persist(author);
            return author;
        });
    }

    private static String blurb(BookEntry book) {
        String by = book.authors().stream().map(Stock::named).collect(Collectors.joining(" and "));
        String shelf = String.join(", ", book.genres());
        boolean late = book.authors().stream().allMatch(author -> author.died() != null && author.died() < book.year());
        return "By " + by + ". First published in " + book.year() + (late ? ", after the author's death" : "") + ". "
                + shelf + ".";
    }

    private static String named(AuthorEntry author) {
        return author.name() + " (" + author.born() + "–" + (author.died() == null ? "" : author.died()) + ")";
    }

    private static Money price(Dice dice, int low, int high) {
        return Money.of(dice.from(low, high) + "." + dice.oneOf(CENTS), CURRENCY);
    }

    private static LocalDate day(Dice dice, int first, int last) {
        return LocalDate.of(dice.from(first, last), dice.from(1, 12), dice.from(1, 28));
    }
}
