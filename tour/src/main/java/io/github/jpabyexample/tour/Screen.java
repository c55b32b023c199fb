package io.github.jpabyexample.tour;

import io.github.jpabyexample.testing.Rows;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.commons.text.WordUtils;
import org.jline.builtins.Less;
import org.jline.builtins.Source;
import org.jline.builtins.SyntaxHighlighter;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.Terminal.SignalHandler;
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
    private static final int HANGING = 4;

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
        line(0, new AttributedString(Visible.of(text), STRONG));
        line(0, new AttributedString("-".repeat(Math.min(text.length(), width())), FAINT));
    }

    void prose(int indent, String text, AttributedStyle style) {
        prose(indent, text, style, "");
    }

    /** Prints prose in which a word stands out, in any case. */
    void prose(int indent, String text, AttributedStyle style, String word) {
        var found = Pattern.compile(Pattern.quote(word), Pattern.CASE_INSENSITIVE);
        int room = room(indent);
        Visible.of(text)
                .lines()
                .flatMap(line -> WordUtils.wrap(line, room, "\n", true).lines())
                .map(line -> new AttributedString(line, style))
                .map(line -> word.isEmpty() ? line : line.styleMatches(found, ASIDE.bold()))
                .forEach(line -> line(indent, line));
    }

    /** Prints prose behind a mark, to the right of which it is wrapped. */
    void item(String mark, String text, AttributedStyle style) {
        String hanging = " ".repeat(mark.length());
        String wrapped = WordUtils.wrap(Visible.of(text), room(mark.length()), "\n" + hanging, true);
        (mark + wrapped).lines().forEach(line -> line(0, line, style));
    }

    /** Prints one line as it is, with its leading blanks. */
    void line(int indent, String text, AttributedStyle style) {
        line(indent, new AttributedString(Visible.of(text), style));
    }

    void java(int indent, String source) {
        code(indent, java.reset().highlight(Visible.of(source)));
    }

    void sql(int indent, String statements) {
        code(indent, sql.reset().highlight(Visible.of(statements)));
    }

    /** Prints a table; what there is no room for at all is cut off, so that lines stay in line. */
    void table(int indent, Rows table) {
        int room = width() - indent;
        TableText.of(table, room).lines().forEach(line -> {
            var whole = new AttributedString(line);
            boolean fits = whole.columnLength() <= room;
            line(indent, fits ? whole : new AttributedString(whole.columnSubSequence(0, room - 1) + "…"));
        });
    }

    /** Shows a source page by page, where the terminal can; q ends that, and Ctrl-C does not, as in any {@code less}. */
    void pages(String name, String source) throws IOException {
        if (ProgressLine.isDumb(terminal)) {
            java(0, source);
            return;
        }
        // Less reads bytes, in the charset of the JVM.
        byte[] coloured =
                java.reset().highlight(Visible.of(source)).toAnsi(terminal).getBytes(Charset.defaultCharset());
        var less = new Less(terminal, Path.of(""));
        less.quitIfOneScreen = true;
        SignalHandler before = terminal.handle(Signal.INT, SignalHandler.SIG_IGN);
        try {
            less.run(new Source.InputStreamSource(new ByteArrayInputStream(coloured), false, name));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            terminal.handle(Signal.INT, before);
        }
    }

    /** Says that something runs, and how far it is if the terminal can show that. */
    ProgressLine progress(String name, long claims) {
        if (ProgressLine.isDumb(terminal)) {
            prose(0, "Running " + name + " …", FAINT);
        }
        flush();
        return ProgressLine.on(terminal, "Running " + name, claims);
    }

    void flush() {
        terminal.flush();
    }

    /** {@return how many columns there are for what is read, to the right of an indentation} */
    int room(int indent) {
        return Math.min(width(), WIDEST_PROSE) - indent;
    }

    // A line that is too long goes on below, a little further to the right.
    private void code(int indent, AttributedString text) {
        for (AttributedString line : text.columnSplitLength(Integer.MAX_VALUE)) {
            int blanks = leadingBlanks(line);
            AttributedString rest = line.subSequence(blanks, line.length());
            int at = indent + blanks;
            while (rest.length() > Math.max(NARROWEST, width() - at)) {
                int end = lastBreak(rest, Math.max(NARROWEST, width() - at));
                line(at, rest.subSequence(0, end));
                rest = rest.subSequence(end, rest.length());
                rest = rest.subSequence(leadingBlanks(rest), rest.length());
                at = indent + blanks + HANGING;
            }
            line(at, rest);
        }
    }

    // After a blank or a comma, best of all one that is in no text; else before a call in a chain.
    private static int lastBreak(AttributedString line, int room) {
        int blank = 0;
        int inText = 0;
        int call = 0;
        boolean quoted = false;
        for (int end = 1; end <= room; end++) {
            char before = line.charAt(end - 1);
            quoted ^= before == '"';
            if (before == ' ' && quoted) {
                inText = end;
            } else if (before == ' ' || (before == ',' && !quoted)) {
                blank = end;
            } else if (before == ')' && line.charAt(end) == '.') {
                call = end;
            }
        }
        return IntStream.of(blank, call, inText)
                .filter(end -> end > room / 3)
                .findFirst()
                .orElse(room);
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
