package io.github.jpabyexample.bootstrap.guestbook;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** Keeps all that one logger and those below it say, however quiet they are otherwise. */
public final class CapturedLog extends Handler implements AutoCloseable {

    private final Logger logger;
    private final Level before;
    private final boolean toParents;
    private final Handler[] handlers;
    private final List<LogRecord> records = new CopyOnWriteArrayList<>();

    private CapturedLog(Logger logger) {
        this.logger = logger;
        this.before = logger.getLevel();
        this.toParents = logger.getUseParentHandlers();
        this.handlers = logger.getHandlers();
    }

    /** The empty name is that of all loggers. */
    public static CapturedLog of(String name) {
        return of(name, Level.ALL);
    }

    public static CapturedLog of(String name, Level level) {
        var log = new CapturedLog(Logger.getLogger(name));
        log.logger.setLevel(level);
        log.logger.setUseParentHandlers(false);
        for (Handler handler : log.handlers) {
            log.logger.removeHandler(handler);
        }
        log.logger.addHandler(log);
        return log;
    }

    public List<LogRecord> records() {
        return records;
    }

    /** Each record with its logger and its exceptions, as a file would have it. */
    public List<String> lines() {
        var formatter = new SimpleFormatter();
        return records.stream()
                .map(record -> record.getLoggerName() + " " + formatter.format(record))
                .toList();
    }

    @Override
    public void publish(LogRecord record) {
        records.add(record);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        logger.removeHandler(this);
        logger.setLevel(before);
        logger.setUseParentHandlers(toParents);
        for (Handler handler : handlers) {
            logger.addHandler(handler);
        }
    }
}
