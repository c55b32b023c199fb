package io.github.jpabyexample.tour;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jline.utils.AttributedString;

/**
 * The tour's own main in a JVM and a pseudo-terminal of its own, which util-linux's {@code script} opens: what is typed
 * goes through the terminal's line discipline, so that Ctrl-C is a signal. After the tour, the shell around it prints
 * its status and the settings in which it left the terminal.
 */
final class PseudoTerminal implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Process script;
    private final StringBuffer shown = new StringBuffer();
    private final Thread reader;
    private final Set<ProcessHandle> family = ConcurrentHashMap.newKeySet();
    private int read;

    private PseudoTerminal(Process script) {
        this.script = script;
        reader = new Thread(this::read, "pseudo-terminal");
        reader.start();
    }

    /** {@return whether this machine has one} */
    static boolean isHere() {
        try {
            Process version = new ProcessBuilder(script("--version"))
                    .redirectErrorStream(true)
                    .start();
            String text = new String(version.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return text.contains("util-linux");
        } catch (IOException e) {
            return false;
        }
    }

    /** Starts the tour on the stack of this JVM. */
    static PseudoTerminal tour(Path home) throws IOException {
        Path args = Files.write(home.resolve("tour.args"), arguments(home), StandardCharsets.UTF_8);
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String command = "stty sane cols 100 rows 40; trap : INT; '" + java + "' '@" + args
                + "'; echo \"status $?\"; stty -a; echo end";
        var builder = new ProcessBuilder(script("-q", "-f", "-c", command, "/dev/null")).redirectErrorStream(true);
        builder.environment().keySet().removeAll(List.of("CI", "NO_COLOR"));
        builder.environment().put("TERM", "xterm-256color");
        builder.environment().put("SHELL", "/bin/sh");
        return new PseudoTerminal(builder.start());
    }

    // A build in the background ignores Ctrl-C, and all that it starts would, too.
    private static List<String> script(String... arguments) {
        List<String> command = new ArrayList<>(List.of("env", "--default-signal=INT", "script"));
        command.addAll(List.of(arguments));
        return command;
    }

    private static List<String> arguments(Path home) {
        List<String> arguments = new ArrayList<>(List.of("-XX:TieredStopAtLevel=1", "-Xshare:auto"));
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("-javaagent:"))
                .forEach(arguments::add);
        System.getProperties().stringPropertyNames().stream()
                .filter(name -> name.startsWith("stack.") || name.startsWith("jpa."))
                .forEach(name -> arguments.add("-D" + name + "=" + System.getProperty(name)));
        arguments.add("-Duser.home=" + home);
        arguments.add("-Dobservations.directory=" + home);
        arguments.addAll(List.of("-cp", System.getProperty("java.class.path"), Tour.class.getName()));
        return arguments.stream()
                .map(each -> '"' + each.replace("\\", "\\\\") + '"')
                .toList();
    }

    void type(String keys) throws IOException {
        script.getOutputStream().write(keys.getBytes(StandardCharsets.UTF_8));
        script.getOutputStream().flush();
    }

    /**
     * Waits until a text is shown, after what was waited for before.
     *
     * @return what was shown up to it, without colours
     * @throws AssertionError if the tour ends without it, or takes too long
     */
    String awaits(String text) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            boolean ended = !reader.isAlive();
            String since = text().substring(read);
            int found = since.indexOf(text);
            if (found >= 0) {
                read += found + text.length();
                return since.substring(0, found);
            }
            if (ended || System.nanoTime() > deadline) {
                throw new AssertionError("The terminal did not show '" + text + "' after:\n" + since);
            }
            Thread.sleep(20);
        }
    }

    /** {@return all that was shown, without colours} */
    String text() {
        // A sequence that has not arrived as a whole would change when it does.
        String complete =
                shown.toString().replaceFirst("\u001b[^a-zA-Z=>]*$", "").replaceAll("\u001b[=>]", "");
        return AttributedString.stripAnsi(complete).replace("\r", "");
    }

    /** {@return the shell, the tour and all that it started, if they still live a while after the end} */
    List<ProcessHandle> leftAfterTheEnd() throws InterruptedException {
        script.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        for (ProcessHandle process : family) {
            process.onExit().completeOnTimeout(process, 10, TimeUnit.SECONDS).join();
        }
        return family.stream().filter(ProcessHandle::isAlive).toList();
    }

    @Override
    public void close() {
        family.forEach(ProcessHandle::destroyForcibly);
        script.destroyForcibly();
    }

    private void read() {
        var buffer = new char[4096];
        try (Reader from = new InputStreamReader(script.getInputStream(), StandardCharsets.UTF_8)) {
            for (int count = from.read(buffer); count >= 0; count = from.read(buffer)) {
                shown.append(buffer, 0, count);
                // A database that the tour started is nobody's child once the tour has ended.
                script.descendants().forEach(family::add);
            }
        } catch (IOException e) {
            // Closed from this side; what was shown until then stays.
            return;
        }
    }
}
