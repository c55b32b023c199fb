package io.github.jpabyexample.bootstrap.toolkit;

import static io.github.jpabyexample.testing.Stack.POSTGRESQL;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.github.jpabyexample.bootstrap.Bootstrap;
import io.github.jpabyexample.bootstrap.PoolSettings;
import io.github.jpabyexample.bootstrap.guestbook.Address;
import io.github.jpabyexample.bootstrap.guestbook.Guest;
import io.github.jpabyexample.lesson.LessonUnit;
import io.github.jpabyexample.lesson.OnlyOn;
import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Connections that nobody has borrowed yet hold nothing on the server. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class IdleConnectionsTest {

    private static final int SIZE = 4;

    @RegisterExtension
    static final LessonUnit jpa = LessonUnit.of("guestbook", "pooled", Bootstrap::pooled);

    // What a unit wrote that was opened by its URL, the recorder has not heard.
    @AfterEach
    void forget() {
        jpa.runInTransaction(em -> em.createQuery("delete from Guest").executeUpdate());
    }

    @Test
    @OnlyOn(value = POSTGRESQL, because = "no other database here tells what its sessions do")
    void none_of_a_pool_sits_in_a_transaction() throws InterruptedException {
        var settings = Address.of(jpa.dataSource()).settings("guestbook").withPool(PoolSettings.ofSize(SIZE));
        try (var factory = Bootstrap.open(settings)) {
            var pool = (HikariDataSource) factory.unwrap(DataSource.class);
            Instant deadline = Instant.now().plus(Duration.ofSeconds(30));
            while (pool.getHikariPoolMXBean().getTotalConnections() < SIZE
                    && Instant.now().isBefore(deadline)) {
                Thread.sleep(20);
            }
            assertThat(pool.getHikariPoolMXBean().getTotalConnections()).isEqualTo(SIZE);

            assertThat(jpa.rows("select state from pg_stat_activity where application_name = 'guestbook'")
                            .rows())
                    .hasSize(SIZE)
                    .noneMatch(row -> row.get(0).contains("in transaction"));
            factory.runInTransaction(em -> em.persist(new Guest("Emma")));
        }
    }
}
