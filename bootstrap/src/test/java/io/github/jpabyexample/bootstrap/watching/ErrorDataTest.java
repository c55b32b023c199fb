package io.github.jpabyexample.bootstrap.watching;

import static io.github.jpabyexample.lesson.Level.WORKING;
import static io.github.jpabyexample.lesson.On.on;
import static io.github.jpabyexample.lesson.observation.Difference.answer;
import static io.github.jpabyexample.testing.Stack.ECLIPSELINK;
import static io.github.jpabyexample.testing.Stack.H2;
import static io.github.jpabyexample.testing.Stack.HIBERNATE;
import static io.github.jpabyexample.testing.Stack.POSTGRESQL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.jpabyexample.bootstrap.Bootstrap;
import io.github.jpabyexample.bootstrap.guestbook.Address;
import io.github.jpabyexample.bootstrap.guestbook.CapturedLog;
import io.github.jpabyexample.lesson.Lesson;
import io.github.jpabyexample.lesson.LessonUnit;
import io.github.jpabyexample.lesson.OnlyOn;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * An address is refused as a duplicate, and now it stands in the log: the message of a violated constraint quotes the row.
 * PostgreSQL does so for each of four constraints, H2 for two, and both providers pass it on.
 *
 * <p>Choose: on PostgreSQL {@code logServerErrorDetail=false}, which {@code Bootstrap} sets, and the provider's loggers
 * above {@code FINE}; on H2 nothing turns it off, so keep messages of such exceptions out of a log that people read.
 *
 * <p>Try: open the unit with {@code logServerErrorDetail=true} in its URL.
 */
@Lesson(
        value =
                "The message of a violated constraint quotes the row, and ends in logs, unless the driver is told to leave it out.",
        level = WORKING,
        terms = {
            "sensitive data in logs",
            "personal data",
            "constraint violation",
            "logServerErrorDetail",
            "duplicate key",
            "GDPR"
        },
        messages = {"duplicate key value violates unique constraint", "Unique index or primary key violation"},
        sqlalchemy = "`create_engine(hide_parameters=True)`")
class ErrorDataTest {

    private static final String SECRET = "emma@secret.example";

    @RegisterExtension
    static final LessonUnit jpa = LessonUnit.of("guestbook", "pooled", Bootstrap::pooled);

    @BeforeEach
    void accounts() throws SQLException {
        try (Connection connection = jpa.dataSource().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create table if not exists account (id bigint primary key, email varchar(50) unique,"
                    + " kind varchar(50) check (kind <> '" + SECRET
                    + "'), parent varchar(50) references account (email),"
                    + " name varchar(50) not null)");
            statement.execute("insert into account values (1, '" + SECRET + "', 'a', null, 'Emma')");
        }
    }

    /** Rows that violate one constraint each, and hold the secret. */
    private static final List<Row> WRONG = List.of(
            new Row("unique", 2L, SECRET, "a", null, "Emma"),
            new Row("check", 3L, "harriet", SECRET, null, "Harriet"),
            new Row("foreign key", 4L, "jane", "a", "not " + SECRET, "Jane"),
            new Row("not null", 5L, "x" + SECRET, "a", null, null));

    private record Row(String violates, Long id, String email, String kind, String parent, String name) {}

    @Nested
    class With_the_drivers_default {

        @Test
        void messages_of_these_constraints_quote_the_row() {
            List<String> quoting = quoting(jpa.factory());

            assertThat(String.join(", ", quoting))
                    .isEqualTo(jpa.expect(
                            answer("constraints whose violation quotes the row, by default")
                                    .write(
                                            "logServerErrorDetail=false on PostgreSQL; nothing makes it the same on H2: log the"
                                                    + " exception's class, and not its message")
                                    .unspecified(),
                            on(H2, "unique, foreign key"),
                            on(POSTGRESQL, "unique, check, foreign key, not null")));
        }
    }

    @Nested
    class In_a_unit_of_bootstrap {

        @Test
        @OnlyOn(value = POSTGRESQL, because = "H2 has no setting for it")
        void no_message_and_no_log_quotes_a_row() {
            try (CapturedLog log = CapturedLog.of("", Level.INFO);
                    EntityManagerFactory factory =
                            Bootstrap.open(Address.of(jpa.dataSource()).settings("guestbook"))) {
                assertThat(quoting(factory)).isEmpty();

                assertThat(log.lines())
                        .filteredOn(line -> line.contains(SECRET) && !line.startsWith("io.zonky"))
                        .isEmpty();
            }
            jpa.note(
                    "It sets the driver's logServerErrorDetail=false; what stands in the URL goes before it. The server's"
                            + " own log has the row still.");
        }

        @Test
        @OnlyOn(value = POSTGRESQL, because = "H2 quotes rows by itself")
        void messages_quote_parameters_while_EclipseLink_logs_at_FINE() {
            try (CapturedLog log = CapturedLog.of("", Level.FINE);
                    EntityManagerFactory factory =
                            Bootstrap.open(Address.of(jpa.dataSource()).settings("guestbook"))) {
                boolean quotes = !quoting(factory).isEmpty();

                assertThat(log.lines()).isNotEmpty();
                assertThat(quotes)
                        .isEqualTo(jpa.expect(
                                answer("exceptions quote bound values while the provider's logger is at FINE")
                                        .write("org.eclipse.persistence at INFO: then neither quotes them")
                                        .unspecified(),
                                on(HIBERNATE, false),
                                on(ECLIPSELINK, true)));
            }
        }
    }

    private static List<String> quoting(EntityManagerFactory factory) {
        List<String> quoting = new ArrayList<>();
        for (Row row : WRONG) {
            Throwable refused = catchThrowable(() -> factory.runInTransaction(em -> insert(em, row)));
            assertThat(refused).as(row.violates()).isNotNull();
            boolean quotes = false;
            for (Throwable cause = refused; cause != null; cause = cause.getCause()) {
                quotes |= String.valueOf(cause.getMessage()).contains(SECRET);
            }
            if (quotes) {
                quoting.add(row.violates());
            }
        }
        return quoting;
    }

    private static void insert(EntityManager em, Row row) {
        em.createNativeQuery(
                        "insert into account values (?1, ?2, ?3, cast(?4 as varchar(50)), cast(?5 as varchar(50)))")
                .setParameter(1, row.id())
                .setParameter(2, row.email())
                .setParameter(3, row.kind())
                .setParameter(4, row.parent())
                .setParameter(5, row.name())
                .executeUpdate();
    }
}
