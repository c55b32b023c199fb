package io.github.jpabyexample.tour;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.TerminalBuilder;
import org.jline.terminal.TerminalBuilder.SystemOutput;

/** The terminal in which somebody sits. */
final class RealTerminal {

    private RealTerminal() {}

    /** {@return none in a pipe, in a dumb terminal, with {@code NO_COLOR} and on a server that builds} */
    static Optional<Terminal> find() {
        if (Stream.of("NO_COLOR", "CI").anyMatch(RealTerminal::isSet) || "dumb".equals(System.getenv("TERM"))) {
            return Optional.empty();
        }
        try {
            Terminal terminal = TerminalBuilder.builder()
                    .system(true)
                    .systemOutput(SystemOutput.SysOut)
                    .dumb(false)
                    .encoding(StandardCharsets.UTF_8)
                    .build();
            // JLine leaves Ctrl-C to the system, which would end the JVM at once: with echo off, the database running.
            terminal.handle(Signal.INT, signal -> System.exit(Console.INTERRUPTED));
            return Optional.of(terminal);
        } catch (IOException | IllegalStateException e) {
            // JLine's way to say that input or output is no terminal.
            return Optional.empty();
        }
    }

    private static boolean isSet(String variable) {
        String value = System.getenv(variable);
        return value != null && !value.isEmpty();
    }
}
