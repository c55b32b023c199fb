package io.github.jpabyexample.bootstrap;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How connections are pooled. Immutable, and so safe for use by several threads.
 *
 * <pre>{@code
 * PoolSettings.ofSize(10).withConnectionTimeout(Duration.ofSeconds(2)).withLeakDetection(Duration.ofMinutes(1));
 * PoolSettings.ofSize(0);   // SettingsException: pool.maximumSize is 0, but must be 1 or more
 * }</pre>
 */
public final class PoolSettings {

    // HikariCP's own lower limits, below which it would go back to a default with a line in the log.
    private static final Duration SHORTEST_TIMEOUT = Duration.ofMillis(250);
    private static final Duration SHORTEST_LEAK = Duration.ofSeconds(2);
    private static final Duration SHORTEST_LIFE = Duration.ofSeconds(30);

    // The pool counts in milliseconds, and in places in an int of seconds.
    private static final Duration LONGEST = Duration.ofDays(365);

    private final int maximumSize;
    private final int minimumIdle;
    private final Duration connectionTimeout;
    private final Duration leakDetection;
    private final Duration maxLifetime;
    private final Duration keepalive;

    private PoolSettings(
            int maximumSize,
            int minimumIdle,
            Duration connectionTimeout,
            Duration leakDetection,
            Duration maxLifetime,
            Duration keepalive) {
        if (maximumSize < 1) {
            throw new SettingsException("pool.maximumSize", maximumSize, "1 or more");
        }
        if (minimumIdle < 0 || minimumIdle > maximumSize) {
            throw new SettingsException("pool.minimumIdle", minimumIdle, "0 to " + maximumSize + ", the maximum size");
        }
        if (connectionTimeout.compareTo(SHORTEST_TIMEOUT) < 0) {
            throw new SettingsException("pool.connectionTimeout", connectionTimeout, SHORTEST_TIMEOUT + " or longer");
        }
        if (connectionTimeout.compareTo(LONGEST) > 0) {
            throw new SettingsException("pool.connectionTimeout", connectionTimeout, "365 days or shorter");
        }
        if (!leakDetection.isZero() && leakDetection.compareTo(SHORTEST_LEAK) < 0) {
            throw new SettingsException(
                    "pool.leakDetection", leakDetection, "zero, or " + SHORTEST_LEAK + " or longer");
        }
        if (maxLifetime.compareTo(SHORTEST_LIFE) < 0) {
            throw new SettingsException("pool.maxLifetime", maxLifetime, SHORTEST_LIFE + " or longer");
        }
        if (maxLifetime.compareTo(LONGEST) > 0) {
            throw new SettingsException("pool.maxLifetime", maxLifetime, "365 days or shorter");
        }
        // HikariCP would look for no leaks at all, with a line in the log.
        if (leakDetection.compareTo(maxLifetime) > 0) {
            throw new SettingsException(
                    "pool.leakDetection", leakDetection, "not longer than the maximum lifetime " + maxLifetime);
        }
        if (!keepalive.isZero() && (keepalive.compareTo(SHORTEST_LIFE) < 0 || keepalive.compareTo(maxLifetime) >= 0)) {
            throw new SettingsException(
                    "pool.keepalive",
                    keepalive,
                    "zero, or " + SHORTEST_LIFE + " or longer and shorter than the maximum lifetime " + maxLifetime);
        }
        this.maximumSize = maximumSize;
        this.minimumIdle = minimumIdle;
        this.connectionTimeout = connectionTimeout;
        this.leakDetection = leakDetection;
        this.maxLifetime = maxLifetime;
        this.keepalive = keepalive;
    }

    /**
     * A pool of a fixed size that waits ten seconds for a connection, tries idle ones every two minutes, replaces them
     * after half an hour, and looks for no leaks.
     *
     * @param maximumSize how many connections
     * @return the settings
     * @throws SettingsException if the size is less than 1; so do all methods below, where a value is out of range
     */
    public static PoolSettings ofSize(int maximumSize) {
        return new PoolSettings(
                maximumSize,
                maximumSize,
                Duration.ofSeconds(10),
                Duration.ZERO,
                Duration.ofMinutes(30),
                Duration.ofMinutes(2));
    }

    /**
     * Changes the size. A pool of a fixed size keeps a fixed size.
     *
     * @param size 1 or more
     * @return a copy
     */
    public PoolSettings withMaximumSize(int size) {
        int idle = minimumIdle == maximumSize ? size : Math.min(minimumIdle, size);
        return new PoolSettings(size, idle, connectionTimeout, leakDetection, maxLifetime, keepalive);
    }

    /**
     * Lets the pool shrink when there is little to do: idle connections above this number are closed after ten minutes.
     *
     * @param connections 0 to the maximum size
     * @return a copy
     */
    public PoolSettings withMinimumIdle(int connections) {
        return new PoolSettings(maximumSize, connections, connectionTimeout, leakDetection, maxLifetime, keepalive);
    }

    /**
     * Changes how long to wait.
     *
     * @param timeout 250 ms to 365 days
     * @return a copy
     */
    public PoolSettings withConnectionTimeout(Duration timeout) {
        return new PoolSettings(maximumSize, minimumIdle, timeout, leakDetection, maxLifetime, keepalive);
    }

    /**
     * Changes when a leak is named.
     *
     * @param after two seconds or longer and not longer than {@code maxLifetime}, or zero for never
     * @return a copy
     */
    public PoolSettings withLeakDetection(Duration after) {
        return new PoolSettings(maximumSize, minimumIdle, connectionTimeout, after, maxLifetime, keepalive);
    }

    /**
     * Changes how old a connection gets.
     *
     * @param age 30 seconds to 365 days; where it is not longer than {@code keepalive}, that is switched off, and where it
     *     is shorter than {@code leakDetection}, that is shortened to it
     * @return a copy
     */
    public PoolSettings withMaxLifetime(Duration age) {
        Duration often = keepalive.compareTo(age) < 0 ? keepalive : Duration.ZERO;
        Duration leak = leakDetection.compareTo(age) > 0 ? age : leakDetection;
        return new PoolSettings(maximumSize, minimumIdle, connectionTimeout, leak, age, often);
    }

    /**
     * Changes how often idle connections are tried.
     *
     * @param every 30 seconds or longer and shorter than {@code maxLifetime}, or zero for never
     * @return a copy
     */
    public PoolSettings withKeepalive(Duration every) {
        return new PoolSettings(maximumSize, minimumIdle, connectionTimeout, leakDetection, maxLifetime, every);
    }

    /** {@return how many connections are open at the most} */
    public int maximumSize() {
        return maximumSize;
    }

    /**
     * {@return how many are kept ready; the same as {@link #maximumSize()} unless said otherwise, for a pool of a fixed size never
     * lets a burst of work wait for the database to start a process}
     */
    public int minimumIdle() {
        return minimumIdle;
    }

    /** {@return how long to wait for a free connection before the caller gets an exception} */
    public Duration connectionTimeout() {
        return connectionTimeout;
    }

    /**
     * {@return after how long a connection that was not given back is named in the log, with the stack trace of who took it; zero
     * for never}
     */
    public Duration leakDetection() {
        return leakDetection;
    }

    /**
     * {@return after how long a connection is replaced once it is free: shorter than what a database, a proxy or a firewall
     * allows}
     */
    public Duration maxLifetime() {
        return maxLifetime;
    }

    /**
     * {@return how often an idle connection is tried, so that a dead one is replaced before somebody needs it, and a firewall does not
     * forget it; zero for never}
     */
    public Duration keepalive() {
        return keepalive;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PoolSettings that && values().equals(that.values());
    }

    @Override
    public int hashCode() {
        return values().hashCode();
    }

    private List<Object> values() {
        return List.of(maximumSize, minimumIdle, connectionTimeout, leakDetection, maxLifetime, keepalive);
    }

    /** {@return all settings, for readers} */
    @Override
    public String toString() {
        return "pool of " + maximumSize + " (idle " + minimumIdle + ", waits " + connectionTimeout + ", leaks after "
                + leakDetection + ", replaced after " + maxLifetime + ", tried every " + keepalive + ")";
    }
}
