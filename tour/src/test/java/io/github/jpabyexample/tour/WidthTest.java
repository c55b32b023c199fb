package io.github.jpabyexample.tour;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jpabyexample.lesson.observation.Observation.Sql;
import io.github.jpabyexample.testing.Rows;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class WidthTest {

    @Nested
    class Formatted_sql {

        @Test
        void fills_its_lines_with_columns_and_begins_a_line_for_each_clause() {
            assertThat(sql("select a.id, a.name, a.born, a.died from author a where a.born > ? order by a.name", 30))
                    .isEqualTo("""
                             1. select
                                  a.id, a.name, a.born,
                                  a.died
                                from
                                  author a
                                where
                                  a.born > ?
                                order by
                                  a.name
                            """);
        }

        @Test
        void keeps_a_list_within_a_list_apart() {
            assertThat(sql("insert into author (id, name, born) values (?, ?, ?), (?, ?, ?)", 80))
                    .isEqualTo("""
                             1. insert into
                                  author (id, name, born)
                                values
                                  (?, ?, ?), (?, ?, ?)
                            """);
        }

        @Test
        void says_the_same_at_every_width() {
            String statement =
                    "select count(b), (select max(e.price) from edition e where e.id in (1, 2)), 'a, b' from book b";

            assertThat(List.of(20, 40, 80, 200))
                    .extracting(width -> sql(statement, width).replaceAll("\\s+", ""))
                    .containsOnly(sql(statement, 0).replaceAll("\\s+", ""));
        }

        @Test
        void says_how_many_rows_it_read_or_wrote_or_that_nobody_knows() {
            assertThat(List.of(-1L, 0L, 1L, 2L))
                    .extracting(rows -> new SqlText("h2", false, 80)
                            .of(List.of(new Sql("delete from author", "DELETE", List.of(), 1, rows, 0, null)))
                            .lines()
                            .toList()
                            .get(1)
                            .strip())
                    .containsExactly(
                            "→ unknown rows, 0.0 ms", "→ 0 rows, 0.0 ms", "→ 1 row, 0.0 ms", "→ 2 rows, 0.0 ms");
        }

        private static String sql(String statement, int width) {
            String text =
                    new SqlText("h2", true, width).of(List.of(new Sql(statement, "SELECT", List.of(), 1, 0, 0, null)));
            return text.lines()
                    .limit(text.lines().count() - 1)
                    .map(line -> line + "\n")
                    .reduce("", String::concat);
        }
    }

    @Nested
    class A_table {

        private final Rows books = new Rows(
                List.of("author", "books"),
                List.of(
                        List.of("Jane Austen", "Emma, Mansfield Park, Northanger Abbey, Persuasion"),
                        List.of("Charles Dickens", "Hard Times")));

        @Test
        void is_as_wide_as_its_rows_where_there_is_room() {
            assertThat(TableText.of(books, 100).lines()).hasSize(6).allMatch(line -> line.length() == 72);
        }

        @Test
        void goes_on_below_in_its_widest_column_where_there_is_not() {
            assertThat(TableText.of(books, 40)).isEqualToIgnoringNewLines("""
                    +-----------------+--------------------+
                    | author          | books              |
                    +-----------------+--------------------+
                    | Jane Austen     | Emma, Mansfield    |
                    |                 | Park, Northanger   |
                    |                 | Abbey, Persuasion  |
                    | Charles Dickens | Hard Times         |
                    +-----------------+--------------------+
                    """);
        }

        @Test
        void has_a_line_for_each_column_where_columns_beside_each_other_would_be_too_narrow() {
            var two = new Rows(
                    List.of("author", "books"),
                    List.of(List.of("Jane Austen", "Emma, Persuasion"), List.of("Charles Dickens", "Hard Times")));

            assertThat(TableText.of(two, 25)).isEqualToIgnoringNewLines("""
                    +--------+--------------+
                    |        | row 1        |
                    +--------+--------------+
                    | author | Jane Austen  |
                    | books  | Emma,        |
                    |        | Persuasion   |
                    +--------+--------------+
                    +--------+--------------+
                    |        | row 2        |
                    +--------+--------------+
                    | author | Charles      |
                    |        | Dickens      |
                    | books  | Hard Times   |
                    +--------+--------------+
                    """);
        }
    }
}
