package io.github.jpabyexample.models.sample;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A list of books with their authors and genres, as it stands in a file. The format is described at the head of {@code
 * classics.txt}. Immutable.
 *
 * <pre>{@code
 * Catalogue.classics().books().get(0).title();                          // "Things Fall Apart"
 * Catalogue.read(new StringReader("book | Emma"), "my list");           // IllegalArgumentException:
 *     // my list, line 1: a book has 7 fields between ' | ', but this line has 2
 * }</pre>
 *
 * @param genres each after its parent
 * @param books in the order of the file
 */
public record Catalogue(List<GenreEntry> genres, List<BookEntry> books) {

    private static final String CLASSICS = "classics.txt";

    /** Copies the lists, so that the record stays as it is. */
    public Catalogue {
        genres = List.copyOf(genres);
        books = List.copyOf(books);
    }

    /** {@return the catalogue of the bookstore: real classics, true facts} */
    public static Catalogue classics() {
        var stream = Objects.requireNonNull(
                Catalogue.class.getResourceAsStream(CLASSICS), CLASSICS + " is missing from this artifact");
        try (Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
            return read(reader, CLASSICS);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + CLASSICS, e);
        }
    }

    /**
     * Reads a catalogue.
     *
     * @param text in the format of {@code classics.txt}; stays open
     * @param name of the text, for messages
     * @return the catalogue
     * @throws IllegalArgumentException if a line breaks a rule of the format; the message has the number of the line
     * @throws IOException if the text cannot be read
     */
    public static Catalogue read(Reader text, String name) throws IOException {
        var reader = new CatalogueReader();
        var lines = new BufferedReader(text);
        int number = 1;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            try {
                reader.accept(line);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(name + ", line " + number + ": " + e.getMessage(), e);
            }
            number++;
        }
        return reader.catalogue();
    }

    /**
     * A genre.
     *
     * @param name unique
     * @param parent the name of the wider genre, or null for a root
     */
    public record GenreEntry(String name, @Nullable String parent) {}

    /**
     * An author.
     *
     * @param name unique
     * @param born the year
     * @param died the year, or null for the living
     */
    public record AuthorEntry(
            String name, int born, @Nullable Integer died) {}

    /**
     * A book.
     *
     * @param title unique
     * @param authors at least one
     * @param year of first publication
     * @param language ISO 639-1
     * @param country ISO 3166-1 alpha-2
     * @param genres one to three names
     */
    public record BookEntry(
            String title, List<AuthorEntry> authors, int year, String language, String country, List<String> genres) {

        /** Copies the lists, so that the record stays as it is. */
        public BookEntry {
            authors = List.copyOf(authors);
            genres = List.copyOf(genres);
        }
    }
}
