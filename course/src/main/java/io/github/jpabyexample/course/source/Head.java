package io.github.jpabyexample.course.source;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The comment above a lesson, in at most {@value #MOST_LINES} lines: the problem in a user's words, then a paragraph that begins
 * with {@code Choose:} and one that begins with {@code Try:}.
 *
 * @param problem what brings a reader here, with the symptom or the message that he sees
 * @param choose when to use which
 * @param tryThis one change of the code, without its outcome
 */
public record Head(String problem, String choose, String tryThis) {

    /** How many lines of a source it may have. */
    public static final int MOST_LINES = 8;

    /** Of a lesson that says nothing. */
    static final Head NONE = new Head("", "", "");

    private static final String CHOOSE = "Choose:";
    private static final String TRY = "Try:";
    private static final Pattern PARAGRAPH = Pattern.compile("<p>");

    /** {@return the three parts in this order, each with its mark, without those that are missing} */
    public List<String> paragraphs() {
        return Stream.of(problem, marked(CHOOSE, choose), marked(TRY, tryThis))
                .filter(text -> !text.isEmpty())
                .toList();
    }

    /** {@return what is missing, in words} */
    public List<String> missing() {
        List<String> missing = new ArrayList<>();
        if (problem.isEmpty()) {
            missing.add("the problem in a user's words");
        }
        if (choose.isEmpty()) {
            missing.add("a paragraph '" + CHOOSE + " …' that says when to use which");
        }
        if (tryThis.isEmpty()) {
            missing.add("a paragraph '" + TRY + " …' with one change of the code");
        }
        return missing;
    }

    /** Of the content of a Javadoc comment. */
    static Head of(String comment) {
        String text = comment.lines()
                .map(line -> line.strip().replaceFirst("^\\*\\s?", ""))
                .reduce("", (all, line) -> all + "\n" + line);
        String problem = "";
        String choose = "";
        String tryThis = "";
        for (String part : PARAGRAPH.splitAsStream(text).toList()) {
            String paragraph = plain(part);
            if (paragraph.startsWith(CHOOSE)) {
                choose = paragraph.substring(CHOOSE.length()).strip();
            } else if (paragraph.startsWith(TRY)) {
                tryThis = paragraph.substring(TRY.length()).strip();
            } else {
                problem = (problem + " " + paragraph).strip();
            }
        }
        return new Head(problem, choose, tryThis);
    }

    private static String marked(String mark, String text) {
        return text.isEmpty() ? "" : mark + " " + text;
    }

    private static String plain(String javadoc) {
        return javadoc.replaceAll("\\s+", " ")
                .replaceAll("\\{@(?:code|link|literal) ([^{}]*)}", "$1")
                .replaceAll("</?\\w+>", "")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&")
                .replace("&#64;", "@")
                .strip();
    }
}
