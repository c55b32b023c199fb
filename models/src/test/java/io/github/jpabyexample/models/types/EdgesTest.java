package io.github.jpabyexample.models.types;

import static io.github.jpabyexample.lesson.Level.EXPERT;
import static io.github.jpabyexample.lesson.On.on;
import static io.github.jpabyexample.lesson.observation.Difference.data;
import static io.github.jpabyexample.lesson.observation.Difference.exception;
import static io.github.jpabyexample.models.types.Attempt.isRefused;
import static io.github.jpabyexample.testing.Stack.ECLIPSELINK;
import static io.github.jpabyexample.testing.Stack.H2;
import static io.github.jpabyexample.testing.Stack.HIBERNATE;
import static io.github.jpabyexample.testing.Stack.POSTGRESQL;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.jpabyexample.lesson.Lesson;
import io.github.jpabyexample.lesson.LessonUnit;
import io.github.jpabyexample.lesson.OnlyOn;
import java.time.LocalDate;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A single row comes back changed, and nothing was logged: a date of 1582, a blank; or one text is refused, for a character
 * that counts as two or as none.
 *
 * <p>Choose: refuse such values where they enter the program: none of these is worth a type of its own.
 *
 * <p>Try: put another day of October 1582 in place of the tenth.
 */
@Lesson(
        value =
                "At its edges a type has values that some columns lose: ten days of 1582, a negative zero, a blank, half a character.",
        level = EXPERT,
        terms = {
            "edge cases",
            "Julian calendar",
            "1582",
            "negative zero",
            "blank",
            "surrogate pair",
            "emoji",
            "NUL character"
        },
        messages = {"invalid byte sequence for encoding \"UTF8\": 0x00", "Value too long for column"},
        sqlalchemy = "`Date`, `String(300)`, `Double`")
class EdgesTest {

    @RegisterExtension
    static final LessonUnit jpa = LessonUnit.of("numbers-and-text");

    @RegisterExtension
    static final LessonUnit times = LessonUnit.of("dates-and-times");

    @Nested
    @OnlyOn(
            value = POSTGRESQL,
            because = "H2 in memory may lose a day of old dates more, where its machine is not in UTC")
    class A_day {

        @Test
        void that_the_calendar_skipped_in_1582_comes_back_ten_days_later() {
            assertThat(readBack(LocalDate.of(1582, 10, 10))).isEqualTo(LocalDate.of(1582, 10, 20));
            times.note("On the way it is a java.sql.Date, which knows the Julian calendar. java.time does not.");
        }

        @Test
        void before_and_after_comes_back_as_it_was() {
            assertThat(readBack(LocalDate.of(1582, 10, 4))).isEqualTo(LocalDate.of(1582, 10, 4));
            assertThat(readBack(LocalDate.of(1582, 10, 15))).isEqualTo(LocalDate.of(1582, 10, 15));
            assertThat(readBack(LocalDate.of(1, 1, 1))).isEqualTo(LocalDate.of(1, 1, 1));
        }

        private static LocalDate readBack(LocalDate day) {
            times.clean();
            times.given(em -> em.persist(DatesAndTimes.at(day.atStartOfDay())));
            return (LocalDate) times.callInTransaction(em -> em.find(DatesAndTimes.class, 1))
                    .values()
                    .get("dated");
        }
    }

    @Nested
    class A_number {

        @Test
        void that_is_zero_may_lose_its_sign() {
            jpa.given(em -> em.persist(NumbersAndText.sample().with(-0.0)));

            String zero = jpa.expect(
                    data("-0.0 in a double")
                            .write("add 0.0 before you store, which makes it positive")
                            .unspecified(),
                    on(H2, "0.0"),
                    on(POSTGRESQL, "-0.0"));
            assertThat(read().finer()).hasToString(zero);
        }

        @Test
        void that_is_none_comes_back_as_it_was() {
            jpa.given(em -> em.persist(NumbersAndText.sample().with(Double.NaN)));

            assertThat(read().finer()).isNaN();
        }
    }

    @Nested
    class A_char {

        @Test
        void that_is_blank_may_come_back_as_another() {
            jpa.given(em -> em.persist(NumbersAndText.sample().with(' ')));

            int code = jpa.expect(
                    data("code of a blank in a char that was read")
                            .write("a String of length 1")
                            .follows("Basic Types", HIBERNATE),
                    on(HIBERNATE, 32),
                    on(ECLIPSELINK, 0));
            assertThat((int) read().letter()).isEqualTo(code);
        }
    }

    @Nested
    class A_text {

        @Test
        void with_half_a_surrogate_pair_may_come_back_with_a_question_mark() {
            jpa.given(em -> em.persist(NumbersAndText.sample().titled("\uD83D")));

            String half = jpa.expect(
                    data("half a surrogate pair in a String comes back as")
                            .write("refuse it where the text enters the program")
                            .unspecified(),
                    on(H2, "itself"),
                    on(POSTGRESQL, "?"));
            assertThat(read().title()).isEqualTo(half.equals("itself") ? "\uD83D" : half);
        }

        @Test
        void with_the_character_0_may_be_refused() {
            boolean refused = jpa.expect(
                    exception("the character 0 in a String is refused")
                            .write("take it out where the text enters the program")
                            .unspecified(),
                    on(H2, false),
                    on(POSTGRESQL, true));

            assertThat(isRefused(() ->
                            jpa.given(em -> em.persist(NumbersAndText.sample().titled("\0")))))
                    .isEqualTo(refused);
        }

        @Test
        void of_300_characters_beyond_the_basic_plane_may_be_too_long_for_a_length_of_300() {
            String books = "\uD83D\uDCDA".repeat(300);

            boolean refused = jpa.expect(
                    exception("300 emoji are refused by a column of length 300")
                            .write("count characters as the database does, or give the column twice the length")
                            .leftOpen("Column Annotation"),
                    on(H2, true),
                    on(POSTGRESQL, false));
            assertThat(isRefused(() ->
                            jpa.given(em -> em.persist(NumbersAndText.sample().titled(books)))))
                    .isEqualTo(refused);
        }
    }

    private static NumbersAndText read() {
        return jpa.callInTransaction(em -> em.find(NumbersAndText.class, 1));
    }
}
