package io.github.jpabyexample.tour;

import io.github.jpabyexample.course.Course;
import io.github.jpabyexample.course.CourseModule;
import io.github.jpabyexample.course.LearningPath;
import io.github.jpabyexample.provider.ProviderSettings;
import io.github.jpabyexample.tour.Syllabus.Numbered;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jline.terminal.Terminal;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** The options of the tour, and what they make it do. */
@Command(
        name = "tour",
        mixinStandardHelpOptions = true,
        versionProvider = TourCommand.Version.class,
        description = {
            "Runs the lessons of JPA by Example and shows what they do: in a terminal one by one, as you choose;",
            "elsewhere, or when chapters or lessons are given, all in learning order."
        },
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:all claims held, or were skipped with a reason; the console was left",
            "1:a claim did not hold, or a lesson broke off",
            "2:the options make no sense",
            "130:the console was left by Ctrl-C"
        })
final class TourCommand implements Callable<Integer> {

    private static final String STORY = "story";

    @Option(
            names = "--chapter",
            paramLabel = "NAME",
            split = ",",
            description = "Only this chapter, or module, e.g. ids or models. May be given several times.")
    private List<String> chapters = List.of();

    @Option(
            names = "--lesson",
            paramLabel = "NAME",
            split = ",",
            description = "Only this lesson, e.g. FirstEntity, within the chapters given. May be given several times.")
    private List<String> lessons = List.of();

    @Option(names = "--list", description = "Say which chapters and lessons there are, and run none.")
    private boolean list;

    @Option(
            names = "--path",
            paramLabel = "NAME",
            description = "A way through lessons of several modules, e.g. first-hour.")
    private @Nullable String path;

    @Option(names = "--story", description = "A guided way of a few minutes through all modules: --path story.")
    private boolean story;

    @Option(names = "--plain", description = "Print everything, also in a terminal that could show the console.")
    private boolean plain;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before it calls.
    private CommandSpec spec;

    private final Course course;
    private final Supplier<Optional<Terminal>> terminals;

    TourCommand(Course course, Supplier<Optional<Terminal>> terminals) {
        this.course = course;
        this.terminals = terminals;
    }

    static CommandLine lineOf(Course course, Supplier<Optional<Terminal>> terminals) {
        return new CommandLine(new TourCommand(course, terminals))
                .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
                .setUsageHelpWidth(100)
                .setUsageHelpAutoWidth(false)
                .setOverwrittenOptionsAllowed(true)
                .setParameterExceptionHandler((problem, args) -> refuse(problem));
    }

    @Override
    public Integer call() throws IOException {
        Syllabus chosen;
        try {
            chosen = Syllabus.of(chosen());
        } catch (ClassNotFoundException e) {
            spec.commandLine().getErr().println("tour: " + e.getMessage());
            return CommandLine.ExitCode.SOFTWARE;
        }
        var text = new PlainText(spec.commandLine().getOut());
        if (list) {
            chosen.modules().forEach(module -> text.contents(module, chosen.in(module.name())));
            return CommandLine.ExitCode.OK;
        }
        boolean all = chapters.isEmpty() && lessons.isEmpty();
        String told = story ? STORY : path;
        Optional<LearningPath> way = told == null ? Optional.empty() : Optional.of(pathOf(told));
        Optional<Terminal> terminal = plain || !(all || way.isPresent()) ? Optional.empty() : terminals.get();
        try (var runner = new LessonRunner(course)) {
            if (way.isPresent()) {
                return tell(new Storyteller(way.get(), chosen, runner), terminal, text);
            }
            if (terminal.isPresent()) {
                return converse(terminal.get(), chosen, runner);
            }
            return walk(chosen, runner, text);
        }
    }

    private int converse(Terminal terminal, Syllabus chosen, LessonRunner runner) throws IOException {
        try (terminal) {
            return new Console(terminal, chosen, course.paths(), Recorded.ofBuild(), Bookmark.ofUser(), runner).run();
        }
    }

    private static int tell(Storyteller teller, Optional<Terminal> terminal, PlainText text) throws IOException {
        if (terminal.isEmpty()) {
            return status(teller.tell((lesson, claim) -> {
                text.stack(claim);
                text.lesson(claim);
                return true;
            }));
        }
        try (Terminal open = terminal.get()) {
            return status(teller.tell(Storyteller.in(open, Recorded.ofBuild())));
        }
    }

    private LearningPath pathOf(String name) {
        List<String> names = course.paths().stream().map(LearningPath::name).toList();
        return course.path(name)
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(),
                        "no path '" + name + "'; "
                                + Choice.alike(name, names)
                                        .map(best -> "did you mean '" + best + "'?")
                                        .orElse("there are " + String.join(", ", names))));
    }

    private Course chosen() {
        try {
            return Choice.of(course, chapters, lessons);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private static int walk(Syllabus chosen, LessonRunner runner, PlainText text) throws IOException {
        long start = System.nanoTime();
        List<LessonRun> runs = new ArrayList<>();
        CourseModule begun = null;
        for (Numbered lesson : chosen.lessons()) {
            LessonRun run = runner.run(lesson.lesson());
            runs.add(run);
            text.stack(run);
            if (!lesson.module().equals(begun)) {
                begun = lesson.module();
                text.module(begun);
            }
            text.lesson(run);
        }
        text.summary(runs, Duration.ofNanos(System.nanoTime() - start));
        return status(runs);
    }

    private static int status(List<LessonRun> runs) {
        return runs.stream().anyMatch(run -> run.failures().findAny().isPresent())
                ? CommandLine.ExitCode.SOFTWARE
                : CommandLine.ExitCode.OK;
    }

    private static int refuse(ParameterException problem) {
        PrintWriter err = problem.getCommandLine().getErr();
        err.println("tour: " + problem.getMessage());
        UnmatchedArgumentException.printSuggestions(problem, err);
        err.println("tour --help shows the options.");
        return CommandLine.ExitCode.USAGE;
    }

    /** The version of the project, with what it runs on. */
    static final class Version implements IVersionProvider {

        @Override
        public String[] getVersion() throws IOException {
            try (var in = TourCommand.class.getResourceAsStream("version.txt")) {
                String version = in == null ? "JPA by Example" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
                return new String[] {
                    version.strip() + ", " + ProviderSettings.onClassPath() + ", Java "
                            + System.getProperty("java.version")
                };
            }
        }
    }
}
