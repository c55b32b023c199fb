package io.github.jpabyexample.bootstrap.watching;

import static io.github.jpabyexample.lesson.Level.EXPERT;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.jpabyexample.bootstrap.Bootstrap;
import io.github.jpabyexample.bootstrap.guestbook.Guest;
import io.github.jpabyexample.lesson.Lesson;
import io.github.jpabyexample.lesson.LessonUnit;
import jakarta.persistence.EntityManagerFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import jdk.jfr.Event;
import jdk.jfr.EventType;
import jdk.jfr.FlightRecorder;
import jdk.jfr.Name;
import jdk.jfr.Recording;
import jdk.jfr.StackTrace;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * A statement is sent too often, and no log says which line of the program sends it. Provider, driver and pool write
 * nothing into a recording of the JDK's Flight Recorder; an event of your own, at the data source, puts each statement
 * there with its stack.
 *
 * <p>Choose: an event of your own where you want the stack, or statements beside the JDK's own events; a data source that
 * logs, as in {@code SqlLoggingTest}, where the SQL alone is enough.
 *
 * <p>Try: give the event a second field, for how many queries were sent with it as a batch.
 */
@Lesson(
        value =
                "An event of your own at the data source puts each statement, its time and its stack into a flight recording of the JDK.",
        level = EXPERT,
        terms = {
            "JFR",
            "Java Flight Recorder",
            "profiling",
            "stack trace of a statement",
            "jdk.jfr.Event",
            "datasource-proxy"
        },
        sqlalchemy = "no equivalent: a profiler of its own")
class FlightRecordingTest {

    @RegisterExtension
    static final LessonUnit jpa = LessonUnit.of("guestbook", "pooled", Bootstrap::pooled);

    /** In a recording of everything that the JDK notes by itself: pauses, locks, files. */
    @Name("sql.Statement")
    @StackTrace
    private static final class Statement extends Event {
        String sql;
    }

    /** A statement runs in one thread from its beginning to its end. */
    private static final class Recorder implements QueryExecutionListener {

        private final ThreadLocal<Statement> running = new ThreadLocal<>();

        @Override
        public void beforeQuery(ExecutionInfo execution, List<QueryInfo> queries) {
            var statement = new Statement();
            statement.begin();
            running.set(statement);
        }

        @Override
        public void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {
            Statement statement = running.get();
            running.remove();
            statement.sql = queries.get(0).getQuery();
            statement.commit();
        }
    }

    @TempDir
    Path folder;

    private List<RecordedEvent> recorded(Runnable work) throws IOException {
        Path file = folder.resolve("units.jfr");
        try (var recording = new Recording()) {
            recording.enable("sql.Statement").withoutThreshold();
            recording.start();
            work.run();
            recording.stop();
            recording.dump(file);
        }
        return RecordingFile.readAllEvents(file).stream()
                .filter(event -> event.getEventType().getName().equals("sql.Statement"))
                .toList();
    }

    private static EntityManagerFactory open() {
        DataSource noting = ProxyDataSourceBuilder.create(jpa.dataSource())
                .listener(new Recorder())
                .build();
        return Bootstrap.pooled("guestbook", noting, Map.of());
    }

    private static void find(EntityManagerFactory factory) {
        factory.runInTransaction(em -> em.createQuery("select g from Guest g where g.name = :name", Guest.class)
                .setParameter("name", "Emma")
                .getResultList());
    }

    @Nested
    class A_recording {

        @Test
        void has_each_statement_with_the_line_of_the_program_that_sent_it() throws IOException {
            try (EntityManagerFactory factory = open()) {
                List<RecordedEvent> events = recorded(() -> find(factory));

                assertThat(events).singleElement().satisfies(event -> {
                    assertThat(event.getString("sql")).containsIgnoringCase("from guest");
                    assertThat(event.getStackTrace().getFrames())
                            .anyMatch(frame -> frame.getMethod().getName().equals("find")
                                    || frame.getMethod().getName().contains("lambda$find"));
                });
            }
        }

        @Test
        void has_no_values() throws IOException {
            try (EntityManagerFactory factory = open()) {
                assertThat(recorded(() -> find(factory)).get(0).getString("sql"))
                        .contains("?")
                        .doesNotContain("Emma");
            }
        }

        @Test
        void has_no_event_of_provider_driver_or_pool() {
            find(jpa.factory());

            assertThat(FlightRecorder.getFlightRecorder().getEventTypes())
                    .extracting(EventType::getName)
                    .filteredOn(name -> !name.equals("sql.Statement"))
                    .allSatisfy(name -> assertThat(name).startsWith("jdk."));
        }
    }
}
