package io.github.jpabyexample.testing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.LogManager;

/**
 * One configuration of logging for all lessons: quiet, or as loud as {@code -Djpa.log=INFO} (or {@code FINE}, …) asks.
 * Providers, pool and databases all write to {@code java.util.logging}. A configuration given to the JVM goes before
 * this one.
 */
final class Logging {

    private static final AtomicBoolean DONE = new AtomicBoolean();
    private static final System.Logger LOG = System.getLogger("io.github.jpabyexample");

    private Logging() {}

    static void forLessons() {
        if (DONE.getAndSet(true)
                || System.getProperty("java.util.logging.config.file") != null
                || System.getProperty("java.util.logging.config.class") != null) {
            return;
        }
        String level = System.getProperty("jpa.log", "");
        boolean loud = !level.isBlank() && !level.equals("OFF");
        String configuration = String.join(
                "\n",
                "handlers = java.util.logging.ConsoleHandler",
                "java.util.logging.ConsoleHandler.level = ALL",
                "java.util.logging.SimpleFormatter.format = "
                        + (loud ? "%1$tT.%1$tL %4$-7s %3$s: %5$s%6$s%n" : "%5$s%6$s%n"),
                ".level = " + (loud ? level : "OFF"),
                loud ? "" : "io.github.jpabyexample.level = " + (level.isBlank() ? "INFO" : level));
        try {
            LogManager.getLogManager()
                    .readConfiguration(new ByteArrayInputStream(configuration.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException("jpa.log is '" + level + "', which is no level of java.util.logging", e);
        }
    }

    static void say(String line) {
        LOG.log(System.Logger.Level.INFO, line);
    }
}
