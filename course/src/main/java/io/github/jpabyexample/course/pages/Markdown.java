package io.github.jpabyexample.course.pages;

/**
 * Text as Markdown.
 *
 * <pre>{@code
 * Markdown.text("a_b | c");   // "a\\_b \\| c"
 * }</pre>
 */
public final class Markdown {

    private Markdown() {}

    /**
     * Escapes what Markdown would take for its own.
     *
     * @param text any text; line breaks become blanks
     * @return what shows as this text, in a cell of a table or elsewhere
     */
    public static String text(String text) {
        return text.replaceAll("[\\\\`*_|<>\\[\\]&~]", "\\\\$0").replaceAll("\\s+", " ");
    }
}
