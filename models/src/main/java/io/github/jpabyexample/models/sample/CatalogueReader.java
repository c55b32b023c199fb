package io.github.jpabyexample.models.sample;

import io.github.jpabyexample.models.sample.Catalogue.AuthorEntry;
import io.github.jpabyexample.models.sample.Catalogue.BookEntry;
import io.github.jpabyexample.models.sample.Catalogue.GenreEntry;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Takes a catalogue line by line, and refuses a line that breaks a rule or contradicts an earlier one. */
final class CatalogueReader {

    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final Pattern AUTHOR = Pattern.compile("(.+) \\((\\d{4})–(\\d{4})?\\)");
    private static final Pattern YEAR = Pattern.compile("\\d{4}");
    private static final int BOOK_FIELDS = 7;
    private static final int MOST_GENRES = 3;

    private final Map<String, GenreEntry> genres = new LinkedHashMap<>();
    private final Map<String, AuthorEntry> authors = new LinkedHashMap<>();
    private final Map<String, BookEntry> books = new LinkedHashMap<>();

    Catalogue catalogue() {
        return new Catalogue(List.copyOf(genres.values()), List.copyOf(books.values()));
    }

    void accept(String line) {
        if (line.isBlank() || line.startsWith("#")) {
            return;
        }
        List<String> fields = list(line, " | ");
        switch (fields.get(0)) {
            case "genre" -> genre(fields);
            case "book" -> book(fields);
            default -> throw wrong("a line is a genre or a book, not '" + fields.get(0) + "'");
        }
    }

    private void genre(List<String> fields) {
        check(fields.size() == 2, "a genre has 2 fields between ' | ', but this line has " + fields.size());
        List<String> path = list(fields.get(1), " > ");
        String name = path.get(path.size() - 1);
        @Nullable String parent = null;
        for (String step : path.subList(0, path.size() - 1)) {
            GenreEntry entry = genres.get(step);
            if (entry == null) {
                throw wrong("the genre '" + step + "' does not stand before its child '" + name + "'");
            }
            check(
                    Objects.equals(entry.parent(), parent),
                    "the path of '" + step + "' is not the one that it had before");
            parent = step;
        }
        check(genres.put(name, new GenreEntry(name, parent)) == null, "the genre '" + name + "' was there before");
    }

    private void book(List<String> fields) {
        check(
                fields.size() == BOOK_FIELDS,
                "a book has " + BOOK_FIELDS + " fields between ' | ', but this line has " + fields.size());
        int year = year(fields.get(3));
        var book = new BookEntry(
                fields.get(1),
                list(fields.get(2), "; ").stream().map(this::author).toList(),
                year,
                code("language", fields.get(4), LANGUAGES),
                code("country", fields.get(5), COUNTRIES),
                list(fields.get(6), "; "));
        for (AuthorEntry author : book.authors()) {
            check(author.born() < year, author.name() + " was born in " + author.born() + ", not before " + year);
        }
        unique("author", book.authors());
        unique("genre", book.genres());
        check(book.genres().size() <= MOST_GENRES, "a book has at most " + MOST_GENRES + " genres");
        book.genres().forEach(genre -> check(genres.containsKey(genre), "no genre is called '" + genre + "'"));
        check(books.put(book.title(), book) == null, "the title '" + book.title() + "' was there before");
    }

    private AuthorEntry author(String text) {
        Matcher parts = AUTHOR.matcher(text);
        check(parts.matches(), "an author is written as in 'Jane Austen (1775–1817)', not '" + text + "'");
        String died = parts.group(3);
        var author = new AuthorEntry(
                parts.group(1), Integer.parseInt(parts.group(2)), died == null ? null : Integer.valueOf(died));
        check(
                author.died() == null || author.born() < author.died(),
                author.name() + " died in " + died + ", but was born in " + author.born());
        AuthorEntry before = authors.putIfAbsent(author.name(), author);
        check(before == null || before.equals(author), author.name() + " had other years before");
        return author;
    }

    private static int year(String text) {
        check(YEAR.matcher(text).matches(), "a year has four digits, but this is '" + text + "'");
        return Integer.parseInt(text);
    }

    private static String code(String what, String text, Set<String> known) {
        check(known.contains(text), "'" + text + "' is not the ISO code of a " + what);
        return text;
    }

    private static <T> void unique(String what, List<T> list) {
        Set<T> seen = new HashSet<>();
        list.forEach(it -> check(seen.add(it), "the " + what + " '" + it + "' stands here twice"));
    }

    private static List<String> list(String text, String separator) {
        List<String> parts = Arrays.asList(text.split(Pattern.quote(separator), -1));
        check(
                parts.stream().allMatch(part -> !part.isEmpty() && part.equals(part.strip())),
                "something is missing, or stands between too many spaces, in '" + text + "'");
        return parts;
    }

    private static void check(boolean holds, String otherwise) {
        if (!holds) {
            throw wrong(otherwise);
        }
    }

    private static IllegalArgumentException wrong(String message) {
        return new IllegalArgumentException(message);
    }
}
