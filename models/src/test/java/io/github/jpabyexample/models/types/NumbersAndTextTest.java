package io.github.jpabyexample.models.types;

import static io.github.jpabyexample.lesson.Level.BASIC;
import static io.github.jpabyexample.lesson.On.on;
import static io.github.jpabyexample.lesson.observation.Difference.data;
import static io.github.jpabyexample.lesson.observation.Difference.exception;
import static io.github.jpabyexample.lesson.observation.Difference.schema;
import static io.github.jpabyexample.models.types.Attempt.isRefused;
import static io.github.jpabyexample.testing.Stack.ECLIPSELINK;
import static io.github.jpabyexample.testing.Stack.H2;
import static io.github.jpabyexample.testing.Stack.HIBERNATE;
import static io.github.jpabyexample.testing.Stack.POSTGRESQL;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.jpabyexample.lesson.Lesson;
import io.github.jpabyexample.lesson.LessonUnit;
import io.github.jpabyexample.lesson.observation.Difference;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A price of 10.555 comes back as 10.56, or as 11, and no error was logged; or a text is too long for its column.
 *
 * <p>Choose: precision and scale for each BigDecimal, a length for each String and byte[].
 *
 * <p>Try: give {@code plain} a scale of 4, and look at what comes back.
 */
@Lesson(
        value =
                "Numbers and text come back exactly as they were, if a BigDecimal has precision and scale, and a String a length.",
        level = BASIC,
        terms = {"BigDecimal", "precision and scale", "String length", "byte[]", "numeric", "varchar", "rounding"},
        messages = {"Value too long for column", "value too long for type character varying", "bigint out of range"},
        sqlalchemy = "`Integer`, `BigInteger`, `Numeric(19, 4)`, `Double`, `String(300)`, `LargeBinary`")
class NumbersAndTextTest {

    @RegisterExtension
    static final LessonUnit jpa = LessonUnit.of("numbers-and-text");

    @RegisterExtension
    static final LessonUnit cached = jpa.with("jakarta.persistence.sharedCache.mode", "ALL");

    @Nested
    class Columns_that_the_provider_makes {

        private final Map<String, String> columns = RoundTrip.columns(jpa, "NumbersAndText");

        @Test
        void are_alike_for_most_types() {
            assertThat(columns)
                    .containsEntry("truth", "boolean")
                    .containsEntry("little", "smallint")
                    .containsEntry("middling", "integer")
                    .containsEntry("large", "bigint")
                    .containsEntry("finer", "double precision")
                    .containsEntry("missing", "integer")
                    .containsEntry("huge", "numeric(38,0)")
                    .containsEntry("scaled", "numeric(19,4)")
                    .containsEntry("letter", "character")
                    .containsEntry("title", "varchar(300)");
        }

        @Test
        void differ_for_the_smallest_and_the_largest_numbers() {
            String tiny = jpa.expect(
                    schema("column of a byte").write("a short").leftOpen("Basic Types"),
                    on(HIBERNATE, H2, "tinyint"),
                    on(HIBERNATE, POSTGRESQL, "smallint"),
                    on(ECLIPSELINK, "smallint"));
            String rough = jpa.expect(
                    schema("column of a float").write("a double").leftOpen("Basic Types"),
                    on(HIBERNATE, "real"),
                    on(ECLIPSELINK, "double precision"));
            String whole = jpa.expect(
                    column("a BigInteger", "@Column(columnDefinition = \"numeric(38)\")"),
                    on(HIBERNATE, "numeric(38,0)"),
                    on(ECLIPSELINK, H2, "numeric(38,0)"),
                    on(ECLIPSELINK, POSTGRESQL, "bigint"));

            assertThat(columns).containsAllEntriesOf(Map.of("tiny", tiny, "rough", rough, "whole", whole));
        }

        @Test
        void differ_for_a_decimal_without_a_scale() {
            String plain = jpa.expect(
                    column("a BigDecimal without precision and scale", "@Column(precision, scale)"),
                    on(HIBERNATE, "numeric(38,2)"),
                    on(ECLIPSELINK, "numeric(38,0)"));

            assertThat(columns).containsEntry("plain", plain);
            jpa.note("Neither is what was meant: give a BigDecimal its precision and scale.");
        }

        @Test
        void differ_for_text_and_bytes_without_a_length() {
            String free = jpa.expect(
                    schema("column of a String without a length")
                            .write("@Column(length)")
                            .follows("Column Annotation", HIBERNATE),
                    on(HIBERNATE, "varchar(255)"),
                    on(ECLIPSELINK, H2, "varchar"),
                    on(ECLIPSELINK, POSTGRESQL, "varchar(255)"));
            String chars = jpa.expect(
                    column("a char[] without a length", "a String with @Column(length)"),
                    on(HIBERNATE, "varchar(255)"),
                    on(ECLIPSELINK, H2, "varchar"),
                    on(ECLIPSELINK, POSTGRESQL, "text"));
            String bytes = jpa.expect(
                    column("a byte[] without a length", "nothing makes it the same, nor a length: use a migration"),
                    on(HIBERNATE, H2, "varbinary(255)"),
                    on(ECLIPSELINK, H2, "varbinary"),
                    on(POSTGRESQL, "bytea"));

            assertThat(columns).containsAllEntriesOf(Map.of("free", free, "chars", chars, "bytes", bytes));
        }
    }

    @Nested
    class A_row_with_a_value_of_each_type {

        private final NumbersAndText written = NumbersAndText.sample();

        @BeforeEach
        void stored() {
            jpa.given(em -> em.persist(written));
        }

        @Test
        void comes_back_as_it_was_but_for_the_decimal_without_a_scale() {
            List<RoundTrip> trips = RoundTrip.of(
                    jpa, NumbersAndText.class, written.values(), read(jpa).values());

            jpa.show("written and read", trips);
            assertThat(trips)
                    .filteredOn(trip -> !trip.isExact())
                    .extracting(RoundTrip::attribute)
                    .containsExactly("plain");
        }

        @Test
        void has_lost_digits_without_a_word() {
            String kept = jpa.expect(
                    data("10.555 in a BigDecimal without precision and scale")
                            .write("@Column(precision, scale)")
                            .leftOpen("Column Annotation"),
                    on(HIBERNATE, "10.56"),
                    on(ECLIPSELINK, "11"));

            assertThat(read(jpa).plain()).isEqualTo(new BigDecimal(kept));
        }
    }

    @Nested
    class A_shared_cache {

        @Test
        void hides_the_loss_on_EclipseLink_until_the_row_is_read_again() {
            cached.runInTransaction(em -> em.persist(NumbersAndText.sample()));

            BigDecimal warm = read(cached).plain();
            cached.factory().getCache().evictAll();
            BigDecimal cold = read(cached).plain();
            assertThat(cold).isNotEqualTo(new BigDecimal("10.555"));
            boolean same = jpa.expect(
                    data("a warm shared cache shows what the database rounded")
                            .write("@Column(precision, scale), and round before you store")
                            .leftOpen("Second-Level Cache")
                            .because("hibernate.cache.region.factory_class: Hibernate has no shared cache without it"),
                    on(HIBERNATE, true),
                    on(ECLIPSELINK, false));
            assertThat(warm.equals(cold)).isEqualTo(same);
        }
    }

    @Nested
    class A_value_too_large {

        @Test
        void of_300_letters_is_refused_where_the_column_has_255() {
            boolean refused = jpa.expect(
                    exception("300 letters in a String without a length are refused")
                            .write("@Column(length)")
                            .follows("Column Annotation", HIBERNATE),
                    on(HIBERNATE, true),
                    on(ECLIPSELINK, H2, false),
                    on(ECLIPSELINK, POSTGRESQL, true));
            assertThat(isRefused(() -> store(NumbersAndText.sample().with("a".repeat(300)))))
                    .isEqualTo(refused);
        }

        @Test
        void of_20_digits_is_refused_where_the_column_has_19() {
            boolean refused = jpa.expect(
                    exception("a BigInteger of 20 digits is refused")
                            .write("@Column(columnDefinition = \"numeric(38)\")")
                            .leftOpen("Column Annotation"),
                    on(HIBERNATE, false),
                    on(ECLIPSELINK, H2, false),
                    on(ECLIPSELINK, POSTGRESQL, true));
            assertThat(isRefused(() -> store(NumbersAndText.sample().with(new BigInteger("12345678901234567890")))))
                    .isEqualTo(refused);
        }

        private static void store(NumbersAndText tooLarge) {
            jpa.runInTransaction(em -> em.persist(tooLarge));
        }
    }

    private static NumbersAndText read(LessonUnit unit) {
        return unit.callInTransaction(em -> em.find(NumbersAndText.class, 1));
    }

    private static Difference column(String type, String write) {
        return schema("column of " + type).write(write).leftOpen("Column Annotation");
    }
}
