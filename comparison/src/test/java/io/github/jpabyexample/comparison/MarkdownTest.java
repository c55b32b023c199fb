package io.github.jpabyexample.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jpabyexample.course.pages.Markdown;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.text.TextContentRenderer;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class MarkdownTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a | b",
                "`code`",
                "`half",
                "*all* **most**",
                "_few_ snake_case",
                "List<Book>",
                "<br>",
                "[1](2)",
                "a\\b",
                "&lt;",
                "1 + 3",
                "where x = 'é'",
                "~~gone~~",
                "count(*)"
            })
    void text_is_shown_as_it_is(String text) {
        var shown = Parser.builder().build().parse(Markdown.text(text));

        assertThat(TextContentRenderer.builder().build().render(shown)).isEqualTo(text);
    }

    @Test
    void text_stays_in_its_cell() {
        assertThat(Markdown.text("a | b")).isEqualTo("a \\| b");
        assertThat(Markdown.text("two\nlines")).isEqualTo("two lines");
    }

    @Test
    void a_link_leads_to_its_heading() {
        assertThat(MarkdownTable.anchor("Cups, and what's in them")).isEqualTo("cups-and-whats-in-them");
    }
}
