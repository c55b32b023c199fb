package io.github.jpabyexample.comparison;

import java.util.List;
import java.util.Locale;

/** Text as Markdown. */
final class Markdown {

    private Markdown() {}

    /** What shows as this text, in a cell of a table or elsewhere. */
    static String text(String text) {
        return text.replaceAll("[\\\\`*_|<>\\[\\]&~]", "\\\\$0").replaceAll("\\s+", " ");
    }

    static String link(String text, String target) {
        return "[" + text(text) + "](" + target + ")";
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
