package io.github.jpabyexample.bootstrap.hibernate;

import static io.github.jpabyexample.lesson.Level.EXPERT;
import static io.github.jpabyexample.testing.Stack.H2;
import static io.github.jpabyexample.testing.Stack.HIBERNATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jpabyexample.bootstrap.Bootstrap;
import io.github.jpabyexample.bootstrap.guestbook.Guest;
import io.github.jpabyexample.bootstrap.guestbook.Visit;
import io.github.jpabyexample.lesson.Lesson;
import io.github.jpabyexample.lesson.LessonUnit;
import io.github.jpabyexample.lesson.OnlyOn;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * How many entities did this page load, and how many of them by a select of their own? Hibernate counts that for each
 * factory once {@code hibernate.generate_statistics} is true; but what was prepared is not what was sent, what was rolled
 * back counts as written, and your own JDBC is not in it.
 *
 * <p>Choose: on any provider, counters at the data source and at the pool, as in {@code CountingTest}; Hibernate's
 * statistics for what these cannot see: entities, fetches and single queries.
 *
 * <p>Try: persist ten guests after {@code em.unwrap(Session.class).setJdbcBatchSize(5)}, and compare prepared with
 * inserted.
 */
@Lesson(
        value =
                "Not portable: told to, Hibernate counts for each factory what it loads, writes, queries and prepares, but no JDBC of yours.",
        level = EXPERT,
        terms = {
            "Hibernate statistics",
            "hibernate.generate_statistics",
            "N+1",
            "slow query",
            "hibernate.log_slow_query",
            "query count",
            "metrics"
        },
        sqlalchemy = "no equivalent: events of the engine and of the session")
@OnlyOn(value = HIBERNATE, because = "Statistics is Hibernate's own; EclipseLink's way is in PerformanceMonitorTest")
class StatisticsTest {

    private static final String VISITS = "select v from Visit v";

    @RegisterExtension
    static final LessonUnit jpa = LessonUnit.of("visits", "pooled", Bootstrap::pooled)
            .with("hibernate.generate_statistics", "true")
            .with("hibernate.log_slow_query", "500");

    private static final Counted NOTHING = new Counted(0, 0, 0, 0, 0, 0);

    /** A few of many figures. */
    private record Counted(long loaded, long fetched, long inserted, long deleted, long queries, long prepared) {}

    private static Counted countedIn(Consumer<EntityManager> work) {
        var statistics = jpa.factory().unwrap(SessionFactory.class).getStatistics();
        statistics.clear();
        jpa.runInTransaction(work);
        return new Counted(
                statistics.getEntityLoadCount(),
                statistics.getEntityFetchCount(),
                statistics.getEntityInsertCount(),
                statistics.getEntityDeleteCount(),
                statistics.getQueryExecutionCount(),
                statistics.getPrepareStatementCount());
    }

    private static void readGuests(EntityManager em, String query) {
        em.createQuery(query, Visit.class)
                .getResultList()
                .forEach(visit -> assertThat(visit.guest().name()).isNotNull());
    }

    @BeforeEach
    void stored() {
        jpa.given(em -> {
            for (int day = 1; day <= 3; day++) {
                var guest = new Guest("Guest " + day);
                em.persist(guest);
                em.persist(new Visit(guest, LocalDate.of(2026, 1, day)));
            }
        });
    }

    @Nested
    class A_unit_of_work {

        @Test
        void that_reads_one_by_one_has_as_many_fetches() {
            assertThat(countedIn(em -> readGuests(em, VISITS))).isEqualTo(new Counted(6, 3, 0, 0, 1, 4));
            assertThat(countedIn(em -> readGuests(em, VISITS + " join fetch v.guest")))
                    .isEqualTo(new Counted(6, 0, 0, 0, 1, 1));
            jpa.note("Fetched is what took a select of its own: the figure for N+1.");
        }

        @Test
        void has_entities_and_statements_prepared_but_not_round_trips() {
            jpa.given(em -> IntStream.range(0, 120).forEach(i -> em.persist(new Guest("Guest"))));

            assertThat(countedIn(em -> em.createQuery("select g from Guest g where g.name = 'Guest'", Guest.class)
                            .getResultList()
                            .forEach(em::remove)))
                    .isEqualTo(new Counted(120, 0, 0, 120, 1, 2));
            assertThat(jpa.sql()).hasSelects(1).hasDeletes(3);
        }

        @Test
        void counts_what_was_rolled_back_as_written() {
            var statistics = jpa.factory().unwrap(SessionFactory.class).getStatistics();
            statistics.clear();

            assertThatThrownBy(() -> jpa.runInTransaction(em -> {
                        em.persist(new Guest("Emma"));
                        em.flush();
                        throw new IllegalStateException("no");
                    }))
                    .isInstanceOf(IllegalStateException.class);

            assertThat(statistics.getEntityInsertCount()).isEqualTo(1);
        }
    }

    @Nested
    class A_query {

        @Test
        void has_figures_of_its_own_under_its_text() {
            countedIn(em -> {
                readGuests(em, VISITS);
                readGuests(em, VISITS);
            });

            var visits =
                    jpa.factory().unwrap(SessionFactory.class).getStatistics().getQueryStatistics(VISITS);
            assertThat(visits.getExecutionCount()).isEqualTo(2);
            assertThat(visits.getExecutionRowCount()).isEqualTo(6);
        }

        @Test
        void is_kept_with_its_SQL_if_it_takes_longer_than_it_may() {
            if (jpa.stack().isOn(H2)) {
                jpa.runInTransaction(em -> em.createNativeQuery(
                                "create alias if not exists sleep for 'java.lang.Thread.sleep(long)'")
                        .executeUpdate());
            }
            String sleeps =
                    jpa.stack().isOn(H2) ? "function('sleep', 200)" : "cast(function('pg_sleep', 0.2) as String)";
            countedIn(em ->
                    em.createQuery(VISITS + " where " + sleeps + " is null").getResultList());

            var statistics = jpa.factory().unwrap(SessionFactory.class).getStatistics();
            assertThat(statistics.getSlowQueries().keySet()).anyMatch(sql -> sql.contains("sleep"));
            jpa.note("What may take how long is said by hibernate.log_slow_query, in milliseconds.");
        }

        @Test
        void is_counted_if_it_is_native_but_not_if_it_streams_or_updates() {
            assertThat(countedIn(
                            em -> em.createNativeQuery("select name from guest").getResultList()))
                    .isEqualTo(new Counted(0, 0, 0, 0, 1, 1));
            assertThat(countedIn(em -> em.createQuery(VISITS, Visit.class)
                            .getResultStream()
                            .toList()))
                    .isEqualTo(new Counted(3, 0, 0, 0, 0, 1));
            assertThat(countedIn(em -> em.createQuery("delete from Visit v").executeUpdate()))
                    .isEqualTo(new Counted(0, 0, 0, 0, 0, 1));
        }
    }

    @Nested
    class JDBC {

        @Test
        void is_in_no_figure_but_that_of_connections() {
            assertThat(countedIn(em -> em.unwrap(Session.class).doWork(connection -> {
                        try (var statement = connection.prepareStatement("select name from guest")) {
                            statement.executeQuery();
                        }
                    })))
                    .isEqualTo(NOTHING);

            assertThat(jpa.sql()).hasSelects(1);
            assertThat(jpa.factory()
                            .unwrap(SessionFactory.class)
                            .getStatistics()
                            .getConnectCount())
                    .isEqualTo(1);
        }
    }

    @Nested
    class A_factory {

        @Test
        void counts_for_itself_and_while_it_is_told_to_until_clear() {
            try (EntityManagerFactory other = Bootstrap.pooled("visits", jpa.dataSource(), Map.of())) {
                var statistics = other.unwrap(SessionFactory.class).getStatistics();
                assertThat(countedIn(em -> other.runInTransaction(inner -> readGuests(inner, VISITS))))
                        .isEqualTo(NOTHING);
                assertThat(statistics.getEntityLoadCount()).isZero();

                statistics.setStatisticsEnabled(true);
                other.runInTransaction(em -> readGuests(em, VISITS));
                assertThat(statistics.getEntityLoadCount()).isEqualTo(6);
                statistics.clear();
                assertThat(statistics.getEntityLoadCount()).isZero();
            }
        }
    }
}
