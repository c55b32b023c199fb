package io.github.jpabyexample.tour;

import java.nio.file.Path;
import java.util.List;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.impl.DefaultParser;
import org.jline.reader.impl.completer.AggregateCompleter;
import org.jline.reader.impl.completer.ArgumentCompleter;
import org.jline.reader.impl.completer.NullCompleter;
import org.jline.reader.impl.completer.StringsCompleter;
import org.jline.terminal.Terminal;

/** JLine's reader of lines, made to read the commands of the tour: it completes them and keeps their history. */
final class CommandLineReader {

    private CommandLineReader() {}

    /**
     * Makes a reader.
     *
     * @param history where the commands are kept
     * @param words with which a command may begin
     * @param chapters the names among which the command of that name chooses
     */
    static LineReader of(Terminal terminal, Path history, List<String> words, List<String> chapters) {
        return LineReaderBuilder.builder()
                .terminal(terminal)
                .appName("tour")
                // Nothing is quoted here: in "search don't" the apostrophe is only that.
                .parser(new DefaultParser().quoteChars(new char[0]).escapeChars(new char[0]))
                .completer(new AggregateCompleter(
                        new ArgumentCompleter(
                                new StringsCompleter("chapter"),
                                new StringsCompleter(chapters),
                                NullCompleter.INSTANCE),
                        new ArgumentCompleter(new StringsCompleter(words), NullCompleter.INSTANCE)))
                .variable(LineReader.HISTORY_FILE, history)
                .option(LineReader.Option.CASE_INSENSITIVE, true)
                .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                .build();
    }
}
