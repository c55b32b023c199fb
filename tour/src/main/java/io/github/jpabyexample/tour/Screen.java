package io.github.jpabyexample.tour;

import io.github.jpabyexample.testing.Rows;
import java.util.regex.Pattern;
import org.apache.commons.text.WordUtils;
import org.jline.builtins.SyntaxHighlighter;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;

/** Prints on a terminal: prose wrapped to its width of the moment, Java and SQL in colours. */
final class Screen {

    static final AttributedStyle PLAIN = AttributedStyle.DEFAULT;
    static final AttributedStyle STRONG = AttributedStyle.BOLD;
    static final AttributedStyle FAINT = PLAIN.foreground(AttributedStyle.BRIGHT + AttributedStyle.BLACK);
    static final AttributedStyle GOOD = PLAIN.foreground(AttributedStyle.GREEN);
    static final AttributedStyle BAD = PLAIN.foreground(AttributedStyle.RED);
    static final AttributedStyle ASIDE = PLAIN.foreground(AttributedStyle.YELLOW);

    private static final int NARROWEST = 20;
    private static final int USUAL = 80;
    private static final int WIDEST_PROSE = 120;

    private final Terminal terminal;
    private final SyntaxHighlighter java = highlighter("java");
    private final SyntaxHighlighter sql = highlighter("sql");

    Screen(Terminal terminal) {
        this.terminal = terminal;
    }

    void blank() {
        terminal.writer().println();
    }

    void heading(String text) {
        line(0, new AttributedString(text, STRONG));
        line(0, new AttributedString("-".repeat(Math.min(text.length(), width())), FAINT));
    }

    void prose(int indent, String text, AttributedStyle style) {
        prose(indent, text, style, "");
    }

    /** Prints prose in which a word stands out, in any case. */
    void prose(int indent, String text, AttributedStyle style, String word) {
        var found = Pattern.compile(Pattern.quote(word), Pattern.CASE_INSENSITIVE);
        int room = Math.min(width(), WIDEST_PROSE) - indent;
        text.lines()
                .flatMap(line -> WordUtils.wrap(line, room, "\n", true).lines())
                .map(line -> new AttributedString(line, style))
                .map(line -> word.isEmpty() ? line : line.styleMatches(found, ASIDE.bold()))
                .forEach(line -> line(indent, line));
    }

    void java(int indent, String source) {
        code(indent, java.reset().highlight(source));
    }

    void sql(int indent, String statements) {
        code(indent, sql.reset().highlight(statements));
    }

    /** Prints a table; what the terminal has no room for is cut off, so that lines stay in line. */
    void table(int indent, Rows table) {
        int room = width() - indent;
        TableText.of(table).lines().forEach(line -> {
            var whole = new AttributedString(line);
            boolean fits = whole.columnLength() <= room;
            line(indent, fits ? whole : new AttributedString(whole.columnSubSequence(0, room - 1) + "…"));
        });
    }

    void flush() {
        terminal.flush();
    }

    // A line that is too long goes on below, where it began.
    private void code(int indent, AttributedString text) {
        for (AttributedString line : text.columnSplitLength(Integer.MAX_VALUE)) {
            int blanks = leadingBlanks(line);
            int room = Math.max(NARROWEST, width() - indent - blanks);
            AttributedString rest = line.subSequence(blanks, line.length());
            while (rest.length() > room) {
                int end = lastBreak(rest, room);
                line(indent + blanks, rest.subSequence(0, end));
                rest = rest.subSequence(end, rest.length());
            }
            line(indent + blanks, rest);
        }
    }

    private static int lastBreak(AttributedString line, int room) {
        for (int end = room; end > room / 2; end--) {
            if (" ,".indexOf(line.charAt(end - 1)) >= 0) {
                return end;
            }
        }
        return room;
    }

    private void line(int indent, AttributedString text) {
        terminal.writer().println(text.length() == 0 ? "" : " ".repeat(indent) + text.toAnsi(terminal));
    }

    // A terminal that does not know its size says 0.
    private int width() {
        int columns = terminal.getSize().getColumns();
        return Math.max(NARROWEST, columns > 0 ? columns : USUAL);
    }

    private static int leadingBlanks(AttributedString line) {
        int blanks = 0;
        while (blanks < line.length() && line.charAt(blanks) == ' ') {
            blanks++;
        }
        return blanks;
    }

    private static SyntaxHighlighter highlighter(String language) {
        return SyntaxHighlighter.build("classpath:/io/github/jpabyexample/tour/" + language + ".nanorc");
    }
}
