package io.github.jpabyexample.tour;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jpabyexample.testing.Rows;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class VisibleTest {

    @Test
    void what_a_terminal_would_obey_is_written_out() {
        assertThat(Visible.of("\u001b[31mred\u0007 \u009b2J\b")).isEqualTo("\u241b[31mred\u2407 \\u009b2J\u2408");
        assertThat(Visible.of("abc\u202ecba")).isEqualTo("abc\\u202ecba");
        assertThat(Visible.of("over\rwritten")).isEqualTo("over\u240dwritten");
    }

    @Test
    void lines_tabs_and_letters_of_all_languages_stay() {
        String text = "Bront\u00eb\n\t\u6771\u4eac \ud83d\udc69\u200d\ud83d\udcbb";

        assertThat(Visible.of(text)).isEqualTo(text);
        assertThat(Visible.of("one\r\ntwo")).isEqualTo("one\ntwo");
    }

    @Test
    void a_row_cannot_play_tricks() {
        var rows = new Rows(List.of("name"), List.of(List.of("\u001b]0;mine\u0007")));

        assertThat(TableText.of(rows, 80)).doesNotContain("\u001b", "\u0007").contains("\u241b]0;mine\u2407");
    }
}
