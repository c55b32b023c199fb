package io.github.jpabyexample.bootstrap.eclipselink;

import static io.github.jpabyexample.lesson.Level.EXPERT;
import static io.github.jpabyexample.testing.Stack.ECLIPSELINK;
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
import jakarta.persistence.PersistenceException;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.eclipse.persistence.sessions.server.ServerSession;
import org.eclipse.persistence.tools.profiler.PerformanceMonitor;
import org.eclipse.persistence.tools.profiler.QueryMonitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * How much does this page ask of EclipseLink? Its {@code PerformanceMonitor} counts queries by class, and by name where
 * they were mapped with one; what the persistence context answered and what failed is counted like the rest, and
 * statements are not counted at all.
 *
 * <p>Choose: on any provider, counters at the data source and at the pool, as in {@code CountingTest}; EclipseLink's
 * monitor for what these cannot see: which query of which class, and which attribute loaded an entity.
 *
 * <p>Try: keep the keys that begin with {@code Timer:} as well, and print them.
 */
@Lesson(
        value =
                "Not portable: told to, EclipseLink counts the queries that it runs, by class and name, which are not the statements that it sends.",
        level = EXPERT,
        terms = {"eclipselink.profiler", "PerformanceMonitor", "QueryMonitor", "N+1", "query count", "metrics"},
        sqlalchemy = "no equivalent: events of the engine and of the session")
@OnlyOn(value = ECLIPSELINK, because = "its profilers are EclipseLink's own; Hibernate's way is in StatisticsTest")
class PerformanceMonitorTest {

    @RegisterExtension
    static final LessonUnit jpa =
            LessonUnit.of("visits", "pooled", Bootstrap::pooled).with("eclipselink.profiler", "PerformanceMonitor");

    private Long visit;

    @BeforeEach
    void stored() {
        jpa.given(em -> {
            for (int day = 1; day <= 3; day++) {
                var guest = new Guest("Guest " + day);
                em.persist(guest);
                var first = new Visit(guest, LocalDate.of(2026, 1, day));
                em.persist(first);
                visit = first.id();
            }
        });
    }

    /** Without the timers, which are nanoseconds in all. */
    private static Map<String, Object> countedIn(Consumer<EntityManager> work) {
        var monitor =
                (PerformanceMonitor) jpa.factory().unwrap(ServerSession.class).getProfiler();
        monitor.getOperationTimings().clear();
        jpa.runInTransaction(work);
        var counted = new TreeMap<>(monitor.getOperationTimings());
        counted.keySet().removeIf(name -> !name.startsWith("Counter:"));
        return counted;
    }

    private static void readGuests(EntityManager em, String query) {
        em.createQuery(query, Visit.class)
                .getResultList()
                .forEach(v -> assertThat(v.guest().name()).isNotNull());
    }

    @Nested
    class A_unit_of_work {

        @Test
        void that_reads_one_by_one_has_a_query_for_each() {
            assertThat(countedIn(em -> readGuests(em, "select v from Visit v")))
                    .containsEntry("Counter:ReadAllQuery", 1L)
                    .containsEntry("Counter:ReadObjectQuery:" + Guest.class.getName() + ":guest", 3L);
            assertThat(countedIn(em -> readGuests(em, "select v from Visit v join fetch v.guest")))
                    .containsEntry("Counter:ReadAllQuery", 1L)
                    .doesNotContainKey("Counter:ReadObjectQuery");
        }

        @Test
        void has_each_entity_that_it_writes_but_not_the_statements_for_it() {
            assertThat(countedIn(em -> {
                        for (int i = 0; i < 120; i++) {
                            em.persist(new Guest("Guest"));
                        }
                    }))
                    .containsEntry("Counter:InsertObjectQuery:" + Guest.class.getName(), 120L);
            assertThat(jpa.sql()).hasInserts(3);
        }

        @Test
        void has_queries_that_sent_nothing_and_hits_of_a_context_but_no_misses() {
            assertThat(countedIn(em -> {
                        em.find(Visit.class, visit);
                        em.find(Visit.class, visit);
                    }))
                    .containsEntry("Counter:ReadObjectQuery", 2L)
                    .containsEntry("Counter:CacheHits", 1L)
                    .doesNotContainKey("Counter:CacheMisses");
            assertThat(jpa.sql()).hasSelects(1);
        }

        @Test
        void counts_what_failed_like_what_succeeded() {
            assertThat(countedIn(em -> {
                        try (EntityManager other = jpa.factory().createEntityManager()) {
                            assertThatThrownBy(() -> other.createNativeQuery("select * from nowhere")
                                            .getResultList())
                                    .isInstanceOf(PersistenceException.class);
                        }
                    }))
                    .containsEntry("Counter:DataReadQuery", 1L);
        }

        @Test
        void has_nothing_of_what_it_sends_by_JDBC() {
            assertThat(countedIn(em -> {
                        try (var statement = em.unwrap(Connection.class).prepareStatement("select name from guest")) {
                            statement.executeQuery();
                        } catch (SQLException e) {
                            throw new IllegalStateException(e);
                        }
                    }))
                    .allSatisfy((name, value) -> assertThat(name).doesNotContain("Query"));
            assertThat(jpa.sql()).hasSelects(1);
        }
    }

    @Nested
    class A_query {

        @Test
        void has_figures_of_its_own_only_if_it_was_declared_with_a_name() {
            jpa.runInTransaction(em ->
                    jpa.factory().addNamedQuery("late visits", em.createQuery("select v from Visit v where v.id < 0")));

            assertThat(countedIn(em -> {
                        em.createNamedQuery("visits").getResultList();
                        em.createNamedQuery("late visits").getResultList();
                        em.createQuery("select v from Visit v where v.id > 0").getResultList();
                    }))
                    .containsEntry("Counter:ReadAllQuery:" + Visit.class.getName() + ":visits", 1L)
                    .containsEntry("Counter:ReadAllQuery:" + Visit.class.getName() + ":null", 2L);
            jpa.note("Neither JPQL nor SQL is kept: all queries of an entity without a name are one.");
        }
    }

    @Nested
    class A_monitor {

        @Test
        void writes_all_its_figures_each_minute_and_to_no_logger() {
            var session = jpa.factory().unwrap(ServerSession.class);
            var monitor = (PerformanceMonitor) session.getProfiler();
            var before = session.getLog();
            var written = new StringWriter();
            session.setLog(written);
            assertThat(monitor.getDumpTime()).isEqualTo(60_000);
            try {
                monitor.setDumpTime(-1);
                jpa.runInTransaction(em -> em.find(Visit.class, visit));
            } finally {
                monitor.setDumpTime(60_000);
                session.setLog(before);
            }

            assertThat(written.toString()).contains("Performance Monitor:").contains("Counter:ReadObjectQuery\t");
        }
    }

    @Nested
    class A_query_monitor {

        @AfterEach
        void off() {
            QueryMonitor.shouldMonitor = false;
            QueryMonitor.cacheHits.clear();
            QueryMonitor.cacheMisses.clear();
        }

        @Test
        void counts_for_all_factories_once_one_asked_for_it() {
            try (EntityManagerFactory asked =
                    Bootstrap.pooled("visits", jpa.dataSource(), Map.of("eclipselink.profiler", "QueryMonitor"))) {
                asked.runInTransaction(
                        em -> em.createQuery("select v from Visit v").getResultList());
            }
            jpa.runInTransaction(em -> em.createQuery("select v from Visit v").getResultList());

            assertThat(QueryMonitor.cacheMisses).containsEntry(Visit.class.getName() + "-findAll", 2);
        }
    }
}
