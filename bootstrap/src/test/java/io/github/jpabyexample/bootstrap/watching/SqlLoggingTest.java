package io.github.jpabyexample.bootstrap.watching;

import static io.github.jpabyexample.lesson.Level.BASIC;
import static io.github.jpabyexample.lesson.On.on;
import static io.github.jpabyexample.lesson.observation.Difference.answer;
import static io.github.jpabyexample.testing.Stack.ECLIPSELINK;
import static io.github.jpabyexample.testing.Stack.H2;
import static io.github.jpabyexample.testing.Stack.HIBERNATE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.jpabyexample.bootstrap.Bootstrap;
import io.github.jpabyexample.bootstrap.Connections;
import io.github.jpabyexample.bootstrap.PoolSettings;
import io.github.jpabyexample.bootstrap.UnitSettings;
import io.github.jpabyexample.bootstrap.guestbook.CapturedLog;
import io.github.jpabyexample.bootstrap.guestbook.Guest;
import io.github.jpabyexample.lesson.Lesson;
import io.github.jpabyexample.lesson.LessonUnit;
import jakarta.persistence.EntityManagerFactory;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * You want to see the SQL that is sent, with its values, and the log shows none. Each provider has a logger and a level of
 * its own for it, and one of the two shows values there that the other keeps back.
 *
 * <p>Choose: the provider's logger while you look for something; a data source that logs, as of datasource-proxy, where
 * the log must have one form for all providers, or only what takes long. Values are data of people: not every log is a
 * place for them.
 *
 * <p>Try: let {@code logSlowQueryByJUL} wait for a second instead of 100 milliseconds.
 */
@Lesson(
        value =
                "SQL is in no log unless it is asked for: at the provider, each in its way, or at the data source, in one way for all.",
        level = BASIC,
        terms = {
            "show SQL",
            "log SQL",
            "bind parameters",
            "org.hibernate.SQL",
            "eclipselink.logging.parameters",
            "slow query log",
            "datasource-proxy"
        },
        sqlalchemy = "`echo=True`, `logging.getLogger(\"sqlalchemy.engine\")`")
class SqlLoggingTest {

    private static final String NAME = "Emma of the log";

    @RegisterExtension
    static final LessonUnit jpa = LessonUnit.of("guestbook", "pooled", Bootstrap::pooled);

    private static void find(EntityManagerFactory factory) {
        factory.runInTransaction(em -> em.createQuery("select g from Guest g where g.name = :name", Guest.class)
                .setParameter("name", NAME)
                .getResultList());
    }

    private static List<String> linesWithSql(CapturedLog log) {
        return log.lines().stream()
                .filter(line -> line.toLowerCase(java.util.Locale.ROOT).contains("from guest"))
                .toList();
    }

    @Nested
    class The_log_of_a_provider {

        @Test
        void has_no_sql_at_level_info() {
            try (CapturedLog log = CapturedLog.of("", Level.INFO)) {
                find(jpa.factory());

                assertThat(linesWithSql(log)).isEmpty();
            }
        }

        @Test
        void has_it_under_a_name_of_its_own_at_level_fine() {
            String logger = jpa.expect(
                    answer("logger of the SQL, at level FINE (DEBUG)")
                            .write("a data source that logs: one logger for both")
                            .unspecified(),
                    on(HIBERNATE, "org.hibernate.SQL"),
                    on(ECLIPSELINK, "org.eclipse.persistence.session"));
            try (CapturedLog log = CapturedLog.of(logger, Level.FINE);
                    EntityManagerFactory factory = open(jpa.dataSource())) {
                find(factory);

                assertThat(linesWithSql(log)).isNotEmpty();
                assertThat(linesWithSql(log).stream().anyMatch(line -> line.contains(NAME)))
                        .isEqualTo(jpa.expect(
                                answer("the log of SQL at level FINE holds the bound values")
                                        .write("eclipselink.logging.parameters=false: then neither holds them")
                                        .unspecified(),
                                on(HIBERNATE, false),
                                on(ECLIPSELINK, true)));
            }
        }

        @Test
        void has_values_by_a_second_logger_of_Hibernate_and_unless_a_property_forbids_it_of_EclipseLink() {
            String logger =
                    jpa.stack().isOn(HIBERNATE) ? "org.hibernate.orm.jdbc.bind" : "org.eclipse.persistence.session";
            try (CapturedLog log = CapturedLog.of(logger);
                    EntityManagerFactory factory = open(jpa.dataSource(), "eclipselink.logging.parameters", "false")) {
                find(factory);

                assertThat(log.lines().stream().anyMatch(line -> line.contains(NAME)))
                        .isEqualTo(jpa.expect(
                                answer(
                                                "bound values: org.hibernate.orm.jdbc.bind at TRACE; eclipselink.logging.parameters=false")
                                        .write("a data source that logs: SQL and values in one line on both")
                                        .unspecified(),
                                on(HIBERNATE, true),
                                on(ECLIPSELINK, false)));
            }
        }
    }

    @Nested
    class A_data_source_that_logs {

        private static final String LOGGER = "sql";

        @Test
        void has_statements_values_and_times_in_one_form_for_all_providers() {
            DataSource logging = ProxyDataSourceBuilder.create(jpa.dataSource())
                    .logQueryByJUL(Level.FINE, LOGGER)
                    .build();
            try (EntityManagerFactory factory = open(logging);
                    CapturedLog log = CapturedLog.of(LOGGER, Level.FINE)) {
                find(factory);

                assertThat(linesWithSql(log))
                        .singleElement()
                        .asString()
                        .contains("Params:[(" + NAME + ")]")
                        .contains("Time:");
            }
            jpa.note("Values are data of people: log them where the log is as safe as the database.");
        }

        @Test
        void has_only_what_takes_long_if_told_so() {
            DataSource logging = ProxyDataSourceBuilder.create(jpa.dataSource())
                    .logSlowQueryByJUL(100, TimeUnit.MILLISECONDS, Level.WARNING, LOGGER)
                    .build();
            String slow = jpa.stack().isOn(H2) ? "call sleep(300)" : "select cast(pg_sleep(0.3) as varchar)";
            try (EntityManagerFactory factory = open(logging);
                    CapturedLog log = CapturedLog.of(LOGGER, Level.WARNING)) {
                if (jpa.stack().isOn(H2)) {
                    factory.runInTransaction(em -> em.createNativeQuery(
                                    "create alias if not exists sleep for 'java.lang.Thread.sleep(long)'")
                            .executeUpdate());
                }
                log.records().clear();
                find(factory);
                factory.runInTransaction(em -> em.createNativeQuery(slow).getResultList());

                assertThat(log.lines()).singleElement().asString().contains("sleep");
            }
        }
    }

    private static EntityManagerFactory open(DataSource dataSource, String... property) {
        UnitSettings settings = UnitSettings.named("guestbook")
                .withConnections(new Connections.Pooled(dataSource))
                .withPool(PoolSettings.ofSize(1));
        return Bootstrap.open(property.length == 0 ? settings : settings.withProperty(property[0], property[1]));
    }
}
