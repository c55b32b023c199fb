package io.github.jpabyexample.bootstrap;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;

/** The pool that is made for a unit. It connects once at the start, so that an unreachable database is found then. */
final class Pool {

    private static final Duration VALIDATION = Duration.ofSeconds(5);

    private Pool() {}

    static HikariDataSource open(UnitSettings settings, Connections connections, boolean autoCommit) {
        PoolSettings pool = settings.pool();
        var config = new HikariConfig();
        config.setPoolName(settings.unit());
        config.setMaximumPoolSize(pool.maximumSize());
        config.setMinimumIdle(pool.minimumIdle());
        config.setConnectionTimeout(pool.connectionTimeout().toMillis());
        // Else a connection that hangs would be tried for longer than the caller is told to wait.
        config.setValidationTimeout(
                Math.min(VALIDATION.toMillis(), pool.connectionTimeout().toMillis()));
        config.setLeakDetectionThreshold(pool.leakDetection().toMillis());
        config.setMaxLifetime(pool.maxLifetime().toMillis());
        config.setKeepaliveTime(pool.keepalive().toMillis());
        config.setAutoCommit(autoCommit);
        if (connections instanceof Connections.ToUrl to) {
            config.setJdbcUrl(to.url());
            config.setUsername(to.user());
            config.setPassword(to.password());
            // Where the pool knows the schema, it takes a change of it back before it lends the connection again.
            JdbcUrl.of(to.url()).schema().ifPresent(schema -> setSchema(config, schema));
            if (to.url().startsWith("jdbc:postgresql:")) {
                forPostgreSql(config, settings.unit());
            }
        } else if (connections instanceof Connections.Pooled over) {
            config.setDataSource(over.dataSource());
        }
        return new HikariDataSource(config);
    }

    // To set it begins a transaction, in which a connection that nobody has borrowed yet would sit,
    // and hold back vacuum.
    private static void setSchema(HikariConfig config, String schema) {
        config.setSchema(schema);
        if (!config.isAutoCommit()) {
            config.setConnectionInitSql("select 1");
            config.setIsolateInternalQueries(true);
        }
    }

    // A parameter of the URL goes before each of these.
    private static void forPostgreSql(HikariConfig config, String unit) {
        // Sends a batch of inserts as one statement with many rows: half the time of a bulk insert.
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        // Else the message of a violated constraint quotes the row, and ends in logs.
        config.addDataSourceProperty("logServerErrorDetail", "false");
        // Lets the operating system notice a peer that is gone.
        config.addDataSourceProperty("tcpKeepAlive", "true");
        // Whose connection it is, in pg_stat_activity.
        config.addDataSourceProperty("ApplicationName", unit);
    }
}
