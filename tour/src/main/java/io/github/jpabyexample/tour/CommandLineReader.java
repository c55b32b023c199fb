package io.github.jpabyexample.tour;

import io.github.jpabyexample.tour.Course.Numbered;
import io.github.jpabyexample.tour.Manifest.Chapter;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
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

    static LineReader of(Terminal terminal, Path history, Collection<String> commands, Course course) {
        List<String> first = Stream.concat(
                        commands.stream().filter(name -> !name.isEmpty()),
                        course.lessons().stream().map(Numbered::name))
                .toList();
        List<String> chapters = course.chapters().stream().map(Chapter::name).toList();
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
                        new ArgumentCompleter(new StringsCompleter(first), NullCompleter.INSTANCE)))
                .variable(LineReader.HISTORY_FILE, history)
                .option(LineReader.Option.CASE_INSENSITIVE, true)
                .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                .build();
    }
}
