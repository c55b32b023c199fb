package io.github.jpabyexample.models.types;

import static io.github.jpabyexample.lesson.Level.WORKING;
import static io.github.jpabyexample.lesson.On.on;
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
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A column holds bytes that begin with aced, which nothing but Java can read; or a query for a list of words is
 * refused.
 *
 * <p>Choose: an AttributeConverter to text for classes such as Currency, and {@code @ElementCollection} for a list of words:
 * others can read both.
 *
 * <p>Try: give {@code currency} a converter to String.
 */
@Lesson(
        value =
                "A Locale, a Currency or a list of words comes back as it was, but only some columns hold it so that others can read it.",
        level = WORKING,
        terms = {"Locale", "Currency", "list of strings", "serialization", "array column", "basic type"},
        messages = {"Values of types \"BINARY VARYING\" and", "operator does not exist: bytea = record"},
        sqlalchemy = "`ARRAY(String)`, `PickleType`, `TypeDecorator`")
class OtherTypesTest {

    @RegisterExtension
    static final LessonUnit jpa = LessonUnit.of("other-types");

    @Nested
    class A_locale_a_currency_and_a_list {

        private final OtherTypes written = OtherTypes.sample();

        @BeforeEach
        void stored() {
            jpa.given(em -> em.persist(written));
        }

        @Test
        void come_back_as_they_were() {
            OtherTypes read = jpa.callInTransaction(em -> em.find(OtherTypes.class, 1));

            List<RoundTrip> trips = RoundTrip.of(jpa, OtherTypes.class, written.values(), read.values());
            jpa.show("written and read", trips);
            assertThat(trips).allMatch(RoundTrip::isExact);
        }

        @Test
        void are_text_and_arrays_or_java_s_own_bytes() {
            Map<String, String> columns = RoundTrip.columns(jpa, "OtherTypes");

            String locale = jpa.expect(
                    schema("column of a Locale or a ZoneId")
                            .write("a converter to String, with @Column(length)")
                            .leftOpen("Basic Types"),
                    on(HIBERNATE, "varchar(255)"),
                    on(ECLIPSELINK, H2, "varbinary"),
                    on(ECLIPSELINK, POSTGRESQL, "bytea"));
            String currency = jpa.expect(
                    schema("column of a Currency")
                            .write("a converter to String, with @Column(length)")
                            .leftOpen("Basic Types"),
                    on(HIBERNATE, "varchar(3)"),
                    on(ECLIPSELINK, H2, "varbinary"),
                    on(ECLIPSELINK, POSTGRESQL, "bytea"));
            String list = jpa.expect(
                    schema("column of a String[] or a basic List<String>")
                            .write("@ElementCollection")
                            .leftOpen("Basic Types"),
                    on(HIBERNATE, "array"),
                    on(ECLIPSELINK, H2, "varbinary"),
                    on(ECLIPSELINK, POSTGRESQL, "bytea"));
            assertThat(columns)
                    .containsEntry("locale", locale)
                    .containsEntry("zone", locale)
                    .containsEntry("currency", currency)
                    .containsEntry("words", list)
                    .containsEntry("listed", list);
        }

        @Test
        void can_be_read_by_others_only_where_they_are_text() {
            String stored =
                    jpa.rows("select currency from othertypes").rows().get(0).get(0);

            jpa.note(
                    "Serialized objects begin with aced: only Java reads them, and only while the class stays as it is.");
            assertThat(stored)
                    .startsWith(jpa.expect(
                            schema("what stands in the column of a Currency")
                                    .write("a converter to String, with @Column(length)")
                                    .leftOpen("Basic Types"),
                            on(HIBERNATE, "EUR"),
                            on(ECLIPSELINK, "0xaced")));
        }

        @Test
        void can_be_looked_for_but_a_list_not_everywhere() {
            jpa.runInTransaction(em -> assertThat(
                            countWhere(em, "o.locale = :v", written.values().get("locale")))
                    .isEqualTo(1));

            boolean refused = isRefused(() -> jpa.runInTransaction(
                    em -> countWhere(em, "o.listed = :v", written.values().get("listed"))));
            assertThat(refused)
                    .isEqualTo(jpa.expect(
                            exception("a query for a basic List<String> is refused")
                                    .write("@ElementCollection, and member of")
                                    .leftOpen("Basic Types"),
                            on(HIBERNATE, false),
                            on(ECLIPSELINK, true)));
        }

        private static long countWhere(EntityManager em, String condition, Object value) {
            return em.createQuery("select count(o) from OtherTypes o where " + condition, Long.class)
                    .setParameter("v", value)
                    .getSingleResult();
        }
    }
}
