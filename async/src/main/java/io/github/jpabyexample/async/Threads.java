package io.github.jpabyexample.async;

import java.lang.reflect.InvocationTargetException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The one place that knows whether this Java has virtual threads (21 and newer). */
final class Threads {

    private Threads() {}

    static ExecutorService atMost(int platformThreads) {
        try {
            return (ExecutorService)
                    Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
        } catch (NoSuchMethodException e) {
            return Executors.newFixedThreadPool(platformThreads);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("Cannot start virtual threads", e);
        }
    }
}
