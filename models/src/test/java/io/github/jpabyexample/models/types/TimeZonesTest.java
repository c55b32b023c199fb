package io.github.jpabyexample.models.types;

import static io.github.jpabyexample.lesson.Level.WORKING;
import static io.github.jpabyexample.lesson.On.on;
import static io.github.jpabyexample.lesson.observation.Difference.data;
import static io.github.jpabyexample.testing.Stack.ECLIPSELINK;
import static io.github.jpabyexample.testing.Stack.HIBERNATE;
import static io.github.jpabyexample.testing.Stack.POSTGRESQL;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.jpabyexample.lesson.Lesson;
import io.github.jpabyexample.lesson.LessonUnit;
import io.github.jpabyexample.lesson.OnlyOn;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A stored time is an hour late on one night of the year, or thirteen hours early on another machine: the zone of a JVM
 * has a share in what is stored.
 *
 * <p>Choose: -Duser.timezone=UTC for each machine that stores or reads times, with either provider.
 * {@code hibernate.jdbc.time_zone} and {@code @TimeZoneStorage} are Hibernate's own.
 *
 * <p>Try: put the zone of your own machine in place of New York.
 */
@Lesson(
        value = "The zone of a machine can move the times that it stores, so let each machine run in UTC.",
        level = WORKING,
        terms = {
            "time zone",
            "daylight saving time",
            "UTC",
            "Instant",
            "timestamp with time zone",
            "hibernate.jdbc.time_zone",
            "@TimeZoneStorage"
        },
        sqlalchemy = "`DateTime(timezone=True)`")
@OnlyOn(value = POSTGRESQL, because = "H2 in memory keeps the zone in which its machine started")
class TimeZonesTest {

    @RegisterExtension
    static final LessonUnit jpa = LessonUnit.of("dates-and-times");

    /** In New York the clocks skip the hour from 2:00 to 3:00 on this day. */
    private static final LocalDateTime SKIPPED = LocalDateTime.parse("2026-03-08T02:30:00");

    /** When the clocks go back, this and the instant an hour later are both 1:30 in New York. */
    private static final Instant TWICE = Instant.parse("2026-11-01T05:30:00Z");

    private final TimeZone before = TimeZone.getDefault();

    @AfterEach
    void back() {
        TimeZone.setDefault(before);
    }

    @Nested
    class A_machine_in_New_York {

        @BeforeEach
        void moved() {
            TimeZone.setDefault(TimeZone.getTimeZone("America/New_York"));
        }

        @Test
        void skips_a_local_time_that_its_clocks_skip() {
            assertThat(stored(SKIPPED)).containsExactly(List.of("2026-03-08 03:30:00"));
            jpa.note(
                    "On the way both providers make a java.sql.Timestamp of it, which is a time in the machine's zone.");
        }

        @Test
        void tells_two_instants_an_hour_apart_from_each_other_on_Hibernate_and_takes_them_for_one_on_EclipseLink() {
            Instant second = readAfter(TWICE, TWICE.plusSeconds(3600));

            jpa.runInTransaction(em -> {
                Instant first = em.find(DatesAndTimes.class, 1).moment();
                assertThat(first.equals(second))
                        .isEqualTo(jpa.expect(
                                data("two Instants become one in the night when clocks go back")
                                        .write("-Duser.timezone=UTC for each machine")
                                        .follows("Basic Types", HIBERNATE),
                                on(HIBERNATE, false),
                                on(ECLIPSELINK, true)));
            });
        }

        @Test
        void writes_an_instant_that_a_machine_in_Tokyo_reads_as_the_same_on_Hibernate_and_as_another_on_EclipseLink() {
            jpa.given(em -> em.persist(DatesAndTimes.at(1, TWICE)));

            TimeZone.setDefault(TimeZone.getTimeZone("Asia/Tokyo"));
            Instant read =
                    jpa.callInTransaction(em -> em.find(DatesAndTimes.class, 1)).moment();

            assertThat(read)
                    .hasToString(jpa.expect(
                            data("05:30Z, written in New York and read in Tokyo")
                                    .write("-Duser.timezone=UTC for each machine")
                                    .follows("Basic Types", HIBERNATE),
                            on(HIBERNATE, "2026-11-01T05:30:00Z"),
                            on(ECLIPSELINK, "2026-10-31T16:30:00Z")));
        }
    }

    @Nested
    class A_machine_in_UTC {

        @BeforeEach
        void moved() {
            TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        }

        @Test
        void has_no_hour_that_its_clocks_skip() {
            assertThat(stored(SKIPPED)).containsExactly(List.of("2026-03-08 02:30:00"));
        }

        @Test
        void has_no_hour_that_comes_twice() {
            assertThat(readAfter(TWICE, TWICE.plusSeconds(3600))).isEqualTo(TWICE.plusSeconds(3600));
        }
    }

    private static List<List<String>> stored(LocalDateTime local) {
        jpa.given(em -> em.persist(DatesAndTimes.at(local)));
        return jpa.show(
                        "table datesandtimes",
                        jpa.rows("select cast(local as varchar(30)) as local from datesandtimes"))
                .rows();
    }

    private static Instant readAfter(Instant first, Instant second) {
        jpa.given(em -> {
            em.persist(DatesAndTimes.at(1, first));
            em.persist(DatesAndTimes.at(2, second));
        });
        return jpa.callInTransaction(em -> em.find(DatesAndTimes.class, 2)).moment();
    }
}
