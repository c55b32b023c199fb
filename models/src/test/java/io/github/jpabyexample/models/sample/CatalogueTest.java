package io.github.jpabyexample.models.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jpabyexample.models.sample.Catalogue.AuthorEntry;
import io.github.jpabyexample.models.sample.Catalogue.BookEntry;
import io.github.jpabyexample.models.sample.Catalogue.GenreEntry;
import java.io.IOException;
import java.io.StringReader;
import java.text.Collator;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogueTest {

    private static final String GENRES = "# a comment\n\ngenre | Fiction\ngenre | Fiction > Novel\n";
    private static final String EMMA = "book | Emma | Jane Austen (1775–1817) | 1815 | en | GB | Novel\n";

    private static Catalogue read(String text) throws IOException {
        return Catalogue.read(new StringReader(text), "list");
    }

    @Nested
    class The_classics {

        private final List<BookEntry> books = Catalogue.classics().books();

        @Test
        void are_120_to_130_books_from_1605_to_1998() {
            assertThat(books).hasSizeBetween(120, 130);
            assertThat(books.stream().mapToInt(BookEntry::year).summaryStatistics())
                    .satisfies(years -> assertThat(years.getMin()).isEqualTo(1605))
                    .satisfies(years -> assertThat(years.getMax()).isEqualTo(1998));
        }

        @Test
        void are_ordered_by_a_name_of_the_first_author() {
            var collator = Collator.getInstance(Locale.ROOT);
            String last = "";
            for (BookEntry book : books) {
                String[] names = book.authors().get(0).name().split(" ");
                String before = last;
                assertThat(Arrays.stream(names).filter(name -> collator.compare(name, before) >= 0))
                        .as("a name in %s that is not before %s", book, before)
                        .isNotEmpty();
                last = Arrays.stream(names)
                        .filter(name -> collator.compare(name, before) >= 0)
                        .min(collator)
                        .orElseThrow();
            }
        }

        @Test
        void of_one_author_stand_together_by_year() {
            for (int i = 1; i < books.size(); i++) {
                BookEntry before = books.get(i - 1);
                BookEntry book = books.get(i);
                AuthorEntry author = book.authors().get(0);
                if (author.equals(before.authors().get(0))) {
                    assertThat(book.year()).as("%s", book).isGreaterThanOrEqualTo(before.year());
                } else {
                    assertThat(books.subList(0, i))
                            .noneMatch(earlier -> earlier.authors().get(0).equals(author));
                }
            }
        }

        @Test
        void name_a_specific_genre_before_the_wider_one() {
            Map<String, String> parents = new HashMap<>();
            Catalogue.classics().genres().forEach(genre -> parents.put(genre.name(), genre.parent()));

            assertThat(books).allSatisfy(book -> {
                for (int i = 0; i < book.genres().size(); i++) {
                    String wider = book.genres().get(i);
                    assertThat(book.genres().subList(i + 1, book.genres().size()))
                            .noneMatch(genre -> wider.equals(parents.get(genre)));
                }
            });
        }
    }

    @Nested
    class A_text {

        @Test
        void becomes_records() throws IOException {
            var catalogue = read(GENRES + EMMA);

            assertThat(catalogue.genres())
                    .containsExactly(new GenreEntry("Fiction", null), new GenreEntry("Novel", "Fiction"));
            assertThat(catalogue.books())
                    .containsExactly(new BookEntry(
                            "Emma",
                            List.of(new AuthorEntry("Jane Austen", 1775, 1817)),
                            1815,
                            "en",
                            "GB",
                            List.of("Novel")));
        }

        @Test
        void may_name_several_authors_and_living_ones() throws IOException {
            var catalogue =
                    read(GENRES + "book | Two | A B (1970–); J. C. de D’E (1600–1650) | 1990 | de | AT | Novel");

            assertThat(catalogue.books().get(0).authors())
                    .containsExactly(new AuthorEntry("A B", 1970, null), new AuthorEntry("J. C. de D’E", 1600, 1650));
        }

        @ParameterizedTest
        @CsvSource(delimiter = '@', textBlock = """
                        song | Emma                                                        @ a line is a genre or a book, not 'song'
                        genre | Fiction > Poem > Ode                                       @ the genre 'Poem' does not stand before its child 'Ode'
                        genre | Novel > Poem                                               @ the path of 'Novel' is not the one that it had before
                        genre | Fiction > Novel                                            @ the genre 'Novel' was there before
                        genre | Fiction | Novel                                            @ a genre has 2 fields between ' | ', but this line has 3
                        book | Two                                                         @ a book has 7 fields between ' | ', but this line has 2
                        book | Two | A B (1900–1990) | 1950 | en |  | Novel                @ something is missing, or stands between too many spaces, in 'book | Two | A B (1900–1990) | 1950 | en |  | Novel'
                        book | Two | A B (1900-1990) | 1950 | en | GB | Novel              @ an author is written as in 'Jane Austen (1775–1817)', not 'A B (1900-1990)'
                        book | Two | A B (1900–1890) | 1950 | en | GB | Novel              @ A B died in 1890, but was born in 1900
                        book | Two | A B (1950–1990) | 1950 | en | GB | Novel              @ A B was born in 1950, not before 1950
                        book | Two | Jane Austen (1776–1817) | 1811 | en | GB | Novel      @ Jane Austen had other years before
                        book | Two | A B (1900–); A B (1900–) | 1950 | en | GB | Novel     @ the author 'AuthorEntry[name=A B, born=1900, died=null]' stands here twice
                        book | Two | A B (1900–1990) | MCML | en | GB | Novel              @ a year has four digits, but this is 'MCML'
                        book | Two | A B (1900–1990) | 1950 | EN | GB | Novel              @ 'EN' is not the ISO code of a language
                        book | Two | A B (1900–1990) | 1950 | en | UK | Novel              @ 'UK' is not the ISO code of a country
                        book | Two | A B (1900–1990) | 1950 | en | GB | Poem               @ no genre is called 'Poem'
                        book | Two | A B (1900–1990) | 1950 | en | GB | Novel; Novel       @ the genre 'Novel' stands here twice
                        book | Two | A B (1900–1990) | 1950 | en | GB | A; B; C; D         @ a book has at most 3 genres
                        book | Emma | A B (1900–1990) | 1950 | en | GB | Novel             @ the title 'Emma' was there before
                        """)
        void that_breaks_a_rule_is_refused_with_the_line_and_the_reason(String line, String reason) {
            assertThatThrownBy(() -> read(GENRES + EMMA + line))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("list, line 6: " + reason);
        }
    }
}
