package io.github.jpabyexample.models.values;

import static io.github.jpabyexample.lesson.Level.BASIC;
import static io.github.jpabyexample.lesson.On.on;
import static io.github.jpabyexample.lesson.observation.Difference.answer;
import static io.github.jpabyexample.lesson.observation.Difference.data;
import static io.github.jpabyexample.lesson.observation.Difference.exception;
import static io.github.jpabyexample.testing.Stack.ECLIPSELINK;
import static io.github.jpabyexample.testing.Stack.H2;
import static io.github.jpabyexample.testing.Stack.HIBERNATE;
import static io.github.jpabyexample.testing.Stack.POSTGRESQL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.jpabyexample.lesson.Lesson;
import io.github.jpabyexample.lesson.LessonUnit;
import io.github.jpabyexample.lesson.observation.Difference;
import io.github.jpabyexample.models.values.Versions.CountedByLong;
import io.github.jpabyexample.models.values.Versions.DatedByInstant;
import io.github.jpabyexample.models.values.Versions.DatedByLocalDateTime;
import java.util.function.Supplier;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * You add a {@code @Version} as an optimistic lock, and ask which type it should have. With a time, EclipseLink refuses
 * to insert on H2. A test that expects the first version to be 0 is red on EclipseLink. On Hibernate, a bulk update
 * leaves the version as it is.
 *
 * <p>Choose: {@code Long} or {@code Integer}, whose null tells a new entity from a stored one. A time only where the
 * column is there already. Compare a version with another version, never with 0 or 1.
 *
 * <p>Try: declare the version of {@code CountedByLong} as {@code long}, and look at it before the entity is stored.
 */
@Lesson(
        value =
                "A version is a number best: a time as the version works by the clock of whoever is asked, or not at all.",
        level = BASIC,
        terms = {"@Version", "optimistic lock", "version column", "lost update", "bulk update", "timestamp version"},
        messages = {"of class [class java.time.OffsetDateTime], could not be converted to"},
        sqlalchemy = "`version_id_col`, `version_id_generator`")
class VersionTest {

    @RegisterExtension
    static final LessonUnit jpa = LessonUnit.of("versions");

    @Nested
    class A_number {

        @Test
        void is_null_before_and_starts_with_0_on_Hibernate_and_with_1_on_EclipseLink() {
            var counted = new CountedByLong(1L);
            assertThat(counted.version()).isNull();

            jpa.runInTransaction(em -> em.persist(counted));

            long first = jpa.expect(
                    answer("first value of a Long @Version")
                            .write("compare a version with another version, never with 0 or 1")
                            .leftOpen("Entity Versions"),
                    on(HIBERNATE, 0L),
                    on(ECLIPSELINK, 1L));
            assertThat(counted.version()).isEqualTo(first);
        }

        @Test
        void goes_up_by_one_with_each_update_and_stays_without_one() {
            jpa.given(em -> em.persist(new CountedByLong(1L)));

            jpa.runInTransaction(em -> {
                CountedByLong counted = em.find(CountedByLong.class, 1L);
                long read = counted.version();
                em.flush();
                assertThat(counted.version()).isEqualTo(read);

                counted.rename("changed");
                em.flush();

                assertThat(counted.version()).isEqualTo(read + 1);
            });

            assertThat(jpa.sql()).updatesOf("counted_by_long", 1);
        }

        @Test
        void is_left_alone_by_an_update_in_JPQL_on_Hibernate_and_counted_up_on_EclipseLink() {
            jpa.given(em -> em.persist(new CountedByLong(1L)));
            long before = version();

            jpa.runInTransaction(em -> em.createQuery("update CountedByLong c set c.name = 'changed'")
                    .executeUpdate());

            int steps = jpa.expect(
                    data("steps of a version by a bulk update")
                            .write("set c.version = c.version + 1 in the update: one step on both")
                            .leftOpen("Bulk Update and Delete Operations"),
                    on(HIBERNATE, 0),
                    on(ECLIPSELINK, 1));
            assertThat(version()).isEqualTo(before + steps);
            jpa.note(
                    "Without a step, who read the row before can overwrite the update, and no optimistic lock notices.");
        }

        @Test
        void is_counted_up_by_a_bulk_update_that_says_so() {
            jpa.given(em -> em.persist(new CountedByLong(1L)));
            long before = version();

            jpa.runInTransaction(
                    em -> em.createQuery("update CountedByLong c set c.name = 'changed', c.version = c.version + 1")
                            .executeUpdate());

            assertThat(version()).isEqualTo(before + 1);
        }

        private static long version() {
            return jpa.callInTransaction(em -> em.find(CountedByLong.class, 1L).version());
        }
    }

    @Nested
    class An_Instant {

        @Test
        void comes_from_the_program_s_clock_on_Hibernate_and_on_EclipseLink_from_the_database_which_fails_on_H2() {
            assertThat(howStored(() -> new DatedByInstant(1L)))
                    .isEqualTo(jpa.expect(
                            time("an Instant"),
                            on(HIBERNATE, "this program's clock"),
                            on(ECLIPSELINK, H2, "refused"),
                            on(ECLIPSELINK, POSTGRESQL, "a select of the database's clock")));
        }
    }

    @Nested
    class A_LocalDateTime {

        @Test
        void is_treated_as_an_Instant_is() {
            assertThat(howStored(() -> new DatedByLocalDateTime(1L)))
                    .isEqualTo(jpa.expect(
                            time("a LocalDateTime"),
                            on(HIBERNATE, "this program's clock"),
                            on(ECLIPSELINK, H2, "refused"),
                            on(ECLIPSELINK, POSTGRESQL, "a select of the database's clock")));
            jpa.note("Two writers within the same tick of a clock are not told apart; a number tells all.");
        }
    }

    private static Difference time(String type) {
        return exception("where " + type + " @Version comes from")
                .write("a number: Integer or Long")
                .follows("Entity Versions", HIBERNATE);
    }

    private static String howStored(Supplier<?> made) {
        Throwable refused = catchThrowable(() -> jpa.runInTransaction(em -> em.persist(made.get())));
        if (refused != null) {
            return "refused";
        }
        assertThat(jpa.sql()).hasInserts(1);
        return jpa.sql().statements().size() == 1 ? "this program's clock" : "a select of the database's clock";
    }
}
