package io.github.jpabyexample.bootstrap;

import java.time.Duration;

/**
 * How connections are pooled. Immutable.
 *
 * <pre>{@code
 * PoolSettings.ofSize(10).connectionTimeout(Duration.ofSeconds(2));
 * PoolSettings.ofSize(0);   // SettingsException: pool.maximumSize is 0, but must be 1 or more
 * }</pre>
 *
 * @param maximumSize how many connections are open at the most; also how many are kept
 * @param connectionTimeout how long to wait for a free connection before the caller gets an exception
 * @param leakDetection after how long a connection that was not given back is named in the log; zero for never
 */
public record PoolSettings(int maximumSize, Duration connectionTimeout, Duration leakDetection) {

    // HikariCP's own lower limits.
    private static final Duration SHORTEST_TIMEOUT = Duration.ofMillis(250);
    private static final Duration SHORTEST_LEAK = Duration.ofSeconds(2);

    /**
     * Checks the settings.
     *
     * @throws SettingsException if one is out of range
     */
    public PoolSettings {
        if (maximumSize < 1) {
            throw new SettingsException("pool.maximumSize", maximumSize, "1 or more");
        }
        if (connectionTimeout.compareTo(SHORTEST_TIMEOUT) < 0) {
            throw new SettingsException("pool.connectionTimeout", connectionTimeout, SHORTEST_TIMEOUT + " or longer");
        }
        if (!leakDetection.isZero() && leakDetection.compareTo(SHORTEST_LEAK) < 0) {
            throw new SettingsException(
                    "pool.leakDetection", leakDetection, "zero, or " + SHORTEST_LEAK + " or longer");
        }
    }

    /**
     * A pool that waits ten seconds for a connection and looks for no leaks.
     *
     * @param maximumSize how many connections at the most
     * @return the settings
     */
    public static PoolSettings ofSize(int maximumSize) {
        return new PoolSettings(maximumSize, Duration.ofSeconds(10), Duration.ZERO);
    }

    /**
     * Changes how long to wait.
     *
     * @param timeout 250 ms or longer
     * @return a copy
     */
    public PoolSettings connectionTimeout(Duration timeout) {
        return new PoolSettings(maximumSize, timeout, leakDetection);
    }

    /**
     * Changes when a leak is named.
     *
     * @param after two seconds or longer, or zero for never
     * @return a copy
     */
    public PoolSettings leakDetection(Duration after) {
        return new PoolSettings(maximumSize, connectionTimeout, after);
    }
}
