package io.github.jpabyexample.models.types;

import static io.github.jpabyexample.lesson.Level.BASIC;
import static io.github.jpabyexample.lesson.On.on;
import static io.github.jpabyexample.lesson.observation.Difference.data;
import static io.github.jpabyexample.lesson.observation.Difference.schema;
import static io.github.jpabyexample.testing.Stack.ECLIPSELINK;
import static io.github.jpabyexample.testing.Stack.H2;
import static io.github.jpabyexample.testing.Stack.HIBERNATE;
import static io.github.jpabyexample.testing.Stack.POSTGRESQL;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.jpabyexample.lesson.Lesson;
import io.github.jpabyexample.lesson.LessonUnit;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * What you stored is not what you read: digits of the second are rounded away, the offset is another, the name of the
 * zone is lost.
 *
 * <p>Choose: an Instant for what happened, cut to microseconds; LocalDate for days; the name of a zone in a column of
 * its own; a number for a Duration.
 *
 * <p>Try: give {@code nanos} a secondPrecision of 9 in place of its column definition.
 */
@Lesson(
        value =
                "A time loses what its column, or the way to it, cannot hold: digits of the second, an offset, a zone's name.",
        level = BASIC,
        terms = {"java.time", "Instant", "LocalDateTime", "OffsetDateTime", "ZonedDateTime", "Duration", "nanoseconds"},
        sqlalchemy = "`Date`, `Time`, `DateTime(timezone=True)`, `Interval`")
class DatesAndTimesTest {

    @RegisterExtension
    static final LessonUnit jpa = LessonUnit.of("dates-and-times");

    private static final LocalDateTime NOON = LocalDateTime.of(2026, 7, 1, 12, 34, 56, 123_456_000);

    @Nested
    class Columns_that_the_provider_makes {

        private final Map<String, String> columns = RoundTrip.columns(jpa, "DatesAndTimes");

        @Test
        void are_alike_for_a_date_and_for_a_date_with_a_time() {
            assertThat(columns).containsEntry("dated", "date").containsEntry("local", "timestamp(6)");
        }

        @Test
        void know_offsets_or_do_not() {
            String moment = jpa.expect(
                    schema("column of an Instant")
                            .write("@Column(columnDefinition = \"timestamp(6)\"), and each machine in UTC")
                            .leftOpen("Basic Types"),
                    on(HIBERNATE, "timestamp(6) with time zone"),
                    on(ECLIPSELINK, "timestamp(6)"));
            String shifted = jpa.expect(
                    schema("column of an OffsetDateTime")
                            .write("an Instant in a timestamp(6), and the offset in a column of its own")
                            .leftOpen("Basic Types"),
                    on(HIBERNATE, "timestamp(6) with time zone"),
                    on(ECLIPSELINK, "timestamp(6)"));
            String zoned = jpa.expect(
                    schema("column of a ZonedDateTime")
                            .write("an Instant in a timestamp(6), and the name of the zone in a column of its own")
                            .leftOpen("Basic Types"),
                    on(HIBERNATE, "timestamp(6) with time zone"),
                    on(ECLIPSELINK, H2, "varbinary"),
                    on(ECLIPSELINK, POSTGRESQL, "bytea"));

            assertThat(columns).containsAllEntriesOf(Map.of("moment", moment, "shifted", shifted, "zoned", zoned));
        }

        @Test
        void hold_a_number_or_java_s_own_bytes_for_a_duration() {
            String span = jpa.expect(
                    schema("column of a Duration").write("a converter to Long").leftOpen("Basic Types"),
                    on(HIBERNATE, "numeric(21,0)"),
                    on(ECLIPSELINK, H2, "varbinary"),
                    on(ECLIPSELINK, POSTGRESQL, "bytea"));

            assertThat(columns).containsEntry("span", span);
            jpa.note("A number of nanoseconds can be compared in a query. A serialized object cannot.");
        }

        @Test
        void have_the_fraction_that_was_asked_for_or_their_own() {
            String clock = jpa.expect(
                    schema("column of a LocalTime")
                            .write("@Column(columnDefinition = \"time(6)\")")
                            .leftOpen("Column Annotation"),
                    on(HIBERNATE, "time(0)"),
                    on(ECLIPSELINK, H2, "time(0)"),
                    on(ECLIPSELINK, POSTGRESQL, "time(6)"));
            String millis = jpa.expect(
                    schema("column of a LocalDateTime with secondPrecision = 3")
                            .write("@Column(columnDefinition = \"timestamp(3)\")")
                            .follows("Column Annotation", HIBERNATE),
                    on(HIBERNATE, "timestamp(3)"),
                    on(ECLIPSELINK, H2, "timestamp(6)"),
                    on(ECLIPSELINK, POSTGRESQL, "timestamp(3)"));

            assertThat(columns).containsEntry("clock", clock).containsEntry("millis", millis);
        }
    }

    @Nested
    class A_row_with_a_value_of_each_type {

        private final DatesAndTimes written = DatesAndTimes.at(NOON);
        private DatesAndTimes read;

        @BeforeEach
        void stored() {
            jpa.given(em -> em.persist(written));
            read = jpa.callInTransaction(em -> em.find(DatesAndTimes.class, 1));
        }

        @Test
        void comes_back_exactly_where_the_column_can_hold_it() {
            List<RoundTrip> trips = RoundTrip.of(jpa, DatesAndTimes.class, written.values(), read.values());

            jpa.show("written and read", trips);
            String lost = jpa.expect(
                    data("attributes of java.time that come back changed")
                            .write("an Instant or a LocalDateTime, cut to microseconds")
                            .leftOpen("Basic Types"),
                    on(HIBERNATE, H2, "clock, fineclock, millis, shiftedclock, zoned"),
                    on(HIBERNATE, POSTGRESQL, "clock, fineclock, millis, shifted, shiftedclock, zoned"),
                    on(ECLIPSELINK, H2, "clock, shifted, shiftedclock"),
                    on(ECLIPSELINK, POSTGRESQL, "millis, shifted, shiftedclock"));
            assertThat(trips)
                    .filteredOn(trip -> !trip.isExact())
                    .extracting(RoundTrip::attribute)
                    .containsExactly(lost.split(", "));
        }

        @Test
        void keeps_milliseconds_or_microseconds_of_a_time_whose_column_has_them() {
            String fraction = jpa.expect(
                    data("12:34:56.123456 in a LocalTime with columnDefinition time(6)")
                            .write("a number of microseconds, by a converter to Long")
                            .leftOpen("Basic Types"),
                    on(HIBERNATE, "12:34:56.123"),
                    on(ECLIPSELINK, "12:34:56.123456"));

            assertThat(read.values().get("fineclock")).hasToString(fraction);
        }

        @Test
        void keeps_the_instant_of_an_offset_but_rarely_the_offset() {
            assertThat(read.shifted().toInstant()).isEqualTo(written.shifted().toInstant());

            String whose = jpa.expect(
                    data("offset of an OffsetDateTime that was read")
                            .write("an Instant, and the offset in a column of its own")
                            .leftOpen("Basic Types"),
                    on(HIBERNATE, H2, "as written"),
                    on(HIBERNATE, POSTGRESQL, "UTC"),
                    on(ECLIPSELINK, "the machine's"));
            ZoneOffset machines = TimeZone.getDefault().toZoneId().getRules().getOffset(read.moment());
            assertThat(read.shifted().getOffset())
                    .isEqualTo(
                            Map.of("as written", DatesAndTimes.BOMBAY, "UTC", ZoneOffset.UTC, "the machine's", machines)
                                    .get(whose));
        }

        @Test
        void keeps_the_name_of_a_zone_only_as_java_s_own_bytes() {
            boolean named = jpa.expect(
                    data("a ZonedDateTime comes back with the name of its zone")
                            .write("an Instant, and the name of the zone in a column of its own")
                            .leftOpen("Basic Types"),
                    on(HIBERNATE, false),
                    on(ECLIPSELINK, true));

            assertThat(read.values().get("zoned").toString().endsWith("[Asia/Tokyo]"))
                    .isEqualTo(named);
        }
    }

    @Nested
    class Nanoseconds {

        @Test
        void are_rounded_to_the_nearest_microsecond_where_the_column_has_no_definition() {
            assertThat(readBack(123_456_789).local()).isEqualTo(NOON.withNano(123_457_000));
            assertThat(readBack(123_456_123).local()).isEqualTo(NOON.withNano(123_456_000));
            jpa.note(
                    "Java's clock has nanoseconds on some machines: cut them off with truncatedTo(MICROS) before you compare.");
        }

        @Test
        void are_kept_on_H2_and_rounded_on_PostgreSQL_where_the_column_is_defined_with_nine_digits() {
            int kept = jpa.expect(
                    data("123456789 nanoseconds of a LocalDateTime with columnDefinition timestamp(9)")
                            .write("truncatedTo(ChronoUnit.MICROS) before you store it")
                            .leftOpen("Column Annotation"),
                    on(H2, 123_456_789),
                    on(POSTGRESQL, 123_457_000));

            assertThat(readBack(123_456_789).nanos()).isEqualTo(NOON.withNano(kept));
        }

        private static DatesAndTimes readBack(int nanosecond) {
            jpa.clean();
            jpa.given(em -> em.persist(DatesAndTimes.at(NOON.withNano(nanosecond))));
            return jpa.callInTransaction(em -> em.find(DatesAndTimes.class, 1));
        }
    }
}
