package io.github.jpabyexample.comparison;

import io.github.jpabyexample.course.pages.Markdown;
import java.util.List;
import java.util.Locale;

/** Links and tables in Markdown. */
final class MarkdownTable {

    private MarkdownTable() {}

    static String link(String text, String target) {
        return "[" + Markdown.text(text) + "](" + target + ")";
    }

    /** The anchor that GitHub gives a heading. */
    static String anchor(String heading) {
        return heading.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}_\\- ]", "")
                .replace(' ', '-');
    }

    static String head(List<String> cells) {
        return row(cells) + "|" + "---|".repeat(cells.size()) + "\n";
    }

    static String row(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |\n";
    }
}
