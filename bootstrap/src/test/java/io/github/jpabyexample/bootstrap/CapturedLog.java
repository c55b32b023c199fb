package io.github.jpabyexample.bootstrap;

import java.util.function.Consumer;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Hears what one logger, or all, say, however quiet they are otherwise. */
final class CapturedLog extends Handler {

    private final Logger logger;
    private final Level before;
    private final boolean toParents;
    private final Consumer<LogRecord> heard;

    private CapturedLog(Logger logger, Consumer<LogRecord> heard) {
        this.logger = logger;
        this.before = logger.getLevel();
        this.toParents = logger.getUseParentHandlers();
        this.heard = heard;
        setLevel(Level.ALL);
        logger.setLevel(Level.ALL);
        logger.setUseParentHandlers(false);
        logger.addHandler(this);
    }

    static CapturedLog everything(String logger, Consumer<LogRecord> heard) {
        return new CapturedLog(Logger.getLogger(logger), heard);
    }

    @Override
    public void publish(LogRecord record) {
        heard.accept(record);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        logger.removeHandler(this);
        logger.setLevel(before);
        logger.setUseParentHandlers(toParents);
    }
}
