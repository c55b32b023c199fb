package io.github.jpabyexample.tour;

import io.github.jpabyexample.course.LearningPath;
import io.github.jpabyexample.provider.ProviderSettings;
import io.github.jpabyexample.tour.Syllabus.Numbered;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jspecify.annotations.Nullable;

/** The tour in a terminal: reads commands and shows lessons until the reader leaves. */
final class Console {

    /** As of a process that Ctrl-C has ended. */
    static final int INTERRUPTED = 130;

    private final Screen screen;
    private final Contents contents;
    private final LineReader reader;
    private final Syllabus course;
    private final Trail trail;
    private final Recorded recorded;
    private final Bookmark bookmark;
    private final LessonRunner runner;
    private final Map<String, Command> commands = new LinkedHashMap<>();
    private @Nullable Reading reading;
    private String chapter;
    private boolean formatted = true;
    private boolean left;

    private record Command(String usage, String does, Action action) {}

    private interface Action {
        void on(String argument) throws IOException;
    }

    Console(
            Terminal terminal,
            Syllabus course,
            List<LearningPath> paths,
            Recorded recorded,
            Bookmark bookmark,
            LessonRunner runner) {
        this.screen = new Screen(terminal);
        this.contents = new Contents(screen, course);
        this.course = course;
        this.trail = new Trail(course, paths);
        this.recorded = recorded;
        this.bookmark = bookmark;
        this.runner = runner;
        this.chapter = course.modules().get(0).name();
        command("", "Enter", "goes on: the next claim, then the next lesson of the path", argument -> goOn());
        command("list", "list", "all modules, chapters and lessons", argument -> contents.of(course.lessons()));
        command("chapter", "chapter NAME", "the lessons of one chapter, or of one module", this::chapter);
        command("next", "next", "the next lesson", argument -> move(1));
        command("previous", "previous", "the lesson before", argument -> move(-1));
        command("path", "path NAME", "begins a path, of those that the menu shows", this::path);
        command("search", "search WORD", "sentences and sources in which it stands", this::search);
        command("all", "all", "the other claims of this lesson", argument -> showRest());
        command("more", "more", "the whole source of this lesson", argument -> opened().source());
        command("again", "again", "runs this lesson again", argument -> open(opened().lesson()));
        command("run", "run", "runs this module, or the chapter that was listed", argument -> runChapter());
        command("sql", "sql", "SQL formatted, or each statement on one line", argument -> switchSql());
        command("tables", "tables", "the tables as this claim left them", argument -> opened().tables());
        command("help", "help", "this list", argument -> help());
        command("quit", "quit", "leaves, as does Ctrl-D", argument -> left = true);
        this.reader = CommandLineReader.of(terminal, bookmark.history(), words(), course.chapterNames());
    }

    /** {@return the status with which the program ends} */
    int run() {
        welcome();
        while (!left) {
            try {
                obey(reader.readLine(prompt()).strip());
            } catch (UserInterruptException e) {
                return INTERRUPTED;
            } catch (EndOfFileException e) {
                return 0;
            }
            screen.flush();
        }
        return 0;
    }

    private void obey(String line) {
        String[] words = line.split("\\s+", 2);
        Command command = commands.get(words[0].toLowerCase(Locale.ROOT));
        try {
            if (command != null) {
                command.action().on(words.length > 1 ? words[1] : "");
            } else if (course.find(line).isPresent()) {
                open(course.find(line).get());
            } else if (!course.in(line).isEmpty()) {
                chapter(line);
            } else {
                refuse("lesson or command", line, words());
            }
        } catch (IllegalArgumentException | IllegalStateException | IOException e) {
            screen.prose(0, String.valueOf(e.getMessage()), Screen.BAD);
        }
    }

    private void welcome() {
        screen.blank();
        screen.heading("JPA by Example");
        screen.prose(
                0,
                ProviderSettings.onClassPath() + ", " + System.getProperty("jpa.database", "h2") + ", Java "
                        + System.getProperty("java.version"),
                Screen.FAINT);
        screen.blank();
        contents.modules();
        contents.paths(trail.paths());
        hint("A module's name lists its lessons, a lesson's number or name opens it, help shows what else there is.");
        leftOff()
                .ifPresentOrElse(
                        lesson -> hint("Enter opens " + lesson.title() + ", where you left off."),
                        () -> hint("Enter begins with " + trail.first().title() + "."));
    }

    private void goOn() throws IOException {
        if (reading == null) {
            open(leftOff().orElseGet(trail::first));
        } else if (reading.hasMore()) {
            showNext();
        } else {
            move(1);
        }
    }

    private void open(Numbered lesson) throws IOException {
        reading = Reading.begin(screen, lesson, runner, recorded);
        if (!course.in(chapter).contains(lesson)) {
            chapter = lesson.module().name();
        }
        bookmark.set(lesson.name());
        hint(trail.place(lesson));
        showNext();
    }

    private void showNext() {
        opened().claim(formatted);
        hintWhatIsNext(opened());
    }

    private void showRest() {
        opened().rest(formatted);
        hintWhatIsNext(opened());
    }

    private void move(int places) throws IOException {
        if (reading == null) {
            goOn();
            return;
        }
        Numbered lesson = trail.from(reading.lesson(), places).orElse(null);
        if (lesson == null) {
            hint(places > 0 ? "That was the last lesson." : "This is the first lesson.");
        } else {
            open(lesson);
        }
    }

    private void chapter(String name) {
        if (course.in(name).isEmpty()) {
            refuse("chapter", name, course.chapterNames());
        } else {
            chapter = name;
            contents.of(course.in(name));
        }
    }

    private void path(String name) throws IOException {
        Numbered first = trail.begin(name).orElse(null);
        if (first == null) {
            refuse("path", name, trail.names());
        } else {
            open(first);
        }
    }

    private void search(String word) throws IOException {
        if (word.isBlank()) {
            throw new IllegalArgumentException("search what? For instance: search select");
        }
        new Search(screen, course).of(word);
    }

    private void runChapter() throws IOException {
        reading = Reading.chapter(screen, chapter, course.in(chapter), runner, recorded);
    }

    private void switchSql() {
        formatted = !formatted;
        hint(formatted ? "SQL is formatted." : "Each statement stands on one line.");
        if (reading != null) {
            reading.claimAgain(formatted);
        }
    }

    private void help() {
        screen.prose(0, "A number or a name opens a lesson and runs it. Tab completes.", Screen.PLAIN);
        commands.values()
                .forEach(
                        command -> screen.prose(2, "%-14s%s".formatted(command.usage(), command.does()), Screen.PLAIN));
    }

    private void hintWhatIsNext(Reading lesson) {
        screen.blank();
        hint(
                lesson.hasMore()
                        ? "Enter shows the next claim; all, more, sql, tables, help."
                        : trail.whatIsNext(lesson.lesson()));
    }

    private void refuse(String kind, String name, List<String> known) {
        String advice = Choice.alike(name, known)
                .map(best -> "did you mean '" + best + "'?")
                .orElse("help shows what there is");
        screen.prose(0, "no " + kind + " '" + name + "'; " + advice, Screen.BAD);
    }

    private List<String> words() {
        return Stream.of(commands.keySet().stream(), course.names().stream(), course.chapterNames().stream())
                .flatMap(each -> each)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private Reading opened() {
        if (reading == null) {
            throw new IllegalArgumentException("No lesson is open yet: Enter, a number or a name opens one.");
        }
        return reading;
    }

    private Optional<Numbered> leftOff() {
        return bookmark.lesson().flatMap(course::find);
    }

    private void command(String name, String usage, String does, Action action) {
        commands.put(name, new Command(usage, does, action));
    }

    private void hint(String text) {
        screen.prose(0, text, Screen.FAINT);
    }

    private String prompt() {
        return (reading == null ? "tour" : reading.place()) + "> ";
    }
}
