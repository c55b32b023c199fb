package io.github.jpabyexample.tour;

import io.github.jpabyexample.course.Course;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jline.terminal.Terminal;
import picocli.CommandLine;

/**
 * The tour: runs the lessons in this JVM and shows what they do, in a terminal one by one, else all in learning order.
 *
 * <pre>{@code
 * java @tour/target/tour.args                     // in a terminal: a console, which reads commands
 * java @tour/target/tour.args --chapter models    // 0: all its claims held; 1: one did not
 * java @tour/target/tour.args --chapter modles    // 2: no chapter 'modles'; did you mean 'models'?
 * }</pre>
 */
public final class Tour {

    private Tour() {}

    /**
     * Runs the tour and ends the JVM with its status.
     *
     * @param args the options; {@code --help} shows them
     */
    public static void main(String[] args) {
        List<String> lost = Overwritten.in(ManagementFactory.getRuntimeMXBean().getInputArguments());
        if (!lost.isEmpty()) {
            lost.forEach(System.err::println);
            System.exit(CommandLine.ExitCode.USAGE);
        }
        // The build hands on what the user gave it with -D, and nothing as an empty text.
        if (System.getProperty("jpa.log", "").isBlank()) {
            System.setProperty("jpa.log", "OFF");
        }
        System.exit(run(
                Course.onClassPath(), RealTerminal::find, utf8(FileDescriptor.out), utf8(FileDescriptor.err), args));
    }

    static int run(
            Course course, Supplier<Optional<Terminal>> terminals, PrintWriter out, PrintWriter err, String... args) {
        int status =
                TourCommand.lineOf(course, terminals).setOut(out).setErr(err).execute(args);
        out.flush();
        err.flush();
        return status;
    }

    // Lessons contain more than ASCII, whatever the locale says.
    private static PrintWriter utf8(FileDescriptor stream) {
        return new PrintWriter(new OutputStreamWriter(new FileOutputStream(stream), StandardCharsets.UTF_8), true);
    }
}
