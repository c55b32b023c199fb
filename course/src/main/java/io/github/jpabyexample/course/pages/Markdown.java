package io.github.jpabyexample.course.pages;

/** Text as Markdown. */
final class Markdown {

    private Markdown() {}

    /** What shows as this text. */
    static String text(String text) {
        return text.replaceAll("[\\\\`*_|<>\\[\\]&~]", "\\\\$0").replaceAll("\\s+", " ");
    }
}
