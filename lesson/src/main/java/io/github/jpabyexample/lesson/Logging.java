package io.github.jpabyexample.lesson;

import io.github.jpabyexample.provider.ProviderSettings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.LogManager;

/**
 * One configuration of logging for all lessons: quiet, or as loud as {@code -Djpa.log=INFO} (or {@code FINE}, …) asks.
 * Providers, pool and databases all write to {@code java.util.logging}. A configuration given to the JVM goes before
 * this one.
 */
final class Logging {

    private static final AtomicBoolean DONE = new AtomicBoolean();
    private static final AtomicBoolean ANNOUNCED = new AtomicBoolean();
    private static final System.Logger LOG = System.getLogger("io.github.jpabyexample");

    private static final String QUIET = "quiet";

    private Logging() {}

    /** Configures logging, once for the JVM. */
    static void forTests() {
        if (DONE.getAndSet(true)
                || System.getProperty("java.util.logging.config.file") != null
                || System.getProperty("java.util.logging.config.class") != null) {
            return;
        }
        sendProvidersLogHere();
        try {
            LogManager.getLogManager()
                    .readConfiguration(new ByteArrayInputStream(
                            configuration(System.getProperty("jpa.log", "")).getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot configure java.util.logging", e);
        }
    }

    // Also that of a unit which a lesson opens by hand, without the settings of our provider's artifact.
    private static void sendProvidersLogHere() {
        ProviderSettings.onClassPath().unitSettings().forEach((name, value) -> {
            if (name.contains(".logging.") && System.getProperty(name) == null) {
                System.setProperty(name, value);
            }
        });
    }

    static String configuration(String asked) {
        Level level = level(asked);
        boolean loud = !level.equals(Level.OFF);
        Level ours = isQuiet(asked) ? Level.INFO : level;
        return String.join(
                "\n",
                "handlers = java.util.logging.ConsoleHandler",
                "java.util.logging.ConsoleHandler.level = ALL",
                "java.util.logging.SimpleFormatter.format = "
                        + (loud ? "%1$tT.%1$tL %4$-7s %3$s: %5$s%6$s%n" : "%5$s%6$s%n"),
                ".level = " + level,
                "io.github.jpabyexample.level = " + ours);
    }

    // Nothing but the stack is said. OFF silences that line, too.
    private static boolean isQuiet(String asked) {
        return asked.isBlank() || asked.equals(QUIET);
    }

    private static Level level(String asked) {
        try {
            return isQuiet(asked) ? Level.OFF : Level.parse(asked.strip());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "jpa.log is '" + asked
                            + "', but must be quiet, or a level of java.util.logging: SEVERE, WARNING, INFO,"
                            + " CONFIG, FINE, FINER, FINEST, ALL or OFF",
                    e);
        }
    }

    static void announce(String line) {
        if (!ANNOUNCED.getAndSet(true)) {
            LOG.log(System.Logger.Level.INFO, line);
        }
    }
}
