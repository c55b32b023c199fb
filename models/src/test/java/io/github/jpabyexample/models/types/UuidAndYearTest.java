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
import java.time.Year;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A UUID or a Year works on your machine, and fails as soon as provider or database is another.
 *
 * <p>Choose: columnDefinition = "uuid" where the attribute is never null, a converter to text where it may be; for a
 * Year, a converter to Integer.
 *
 * <p>Try: take the column definition of {@code PortableTicket} away, and run it with EclipseLink.
 */
@Lesson(
        value =
                "A UUID or a Year fails on some stacks as it is, and works on all with a column definition or a converter.",
        level = WORKING,
        terms = {"UUID", "Year", "columnDefinition", "AttributeConverter"},
        messages = {
            "Data conversion error converting",
            "is of type uuid but expression is of type character varying",
            "could not be converted to [class java.time.OffsetTime]",
            "operator does not exist: character varying < integer"
        },
        sqlalchemy = "`Uuid`, `TypeDecorator`")
class UuidAndYearTest {

    @RegisterExtension
    static final LessonUnit uuids = LessonUnit.of("tickets");

    @RegisterExtension
    static final LessonUnit years = LessonUnit.of("years");

    @RegisterExtension
    static final LessonUnit portableUuids = LessonUnit.of("portable-tickets");

    @RegisterExtension
    static final LessonUnit portableYears = LessonUnit.of("years-portably");

    @Nested
    class A_uuid {

        private static final UUID CODE = UUID.fromString("0f4f5b6e-0000-4000-8000-00000000002a");

        @Test
        void is_refused_on_one_stack_and_its_null_on_another() {
            boolean value = uuids.expect(
                    exception("a UUID is refused")
                            .write("@Column(columnDefinition = \"uuid\")")
                            .follows("Basic Types", HIBERNATE),
                    on(HIBERNATE, false),
                    on(ECLIPSELINK, H2, true),
                    on(ECLIPSELINK, POSTGRESQL, false));
            assertThat(fails(uuids, em -> em.persist(new Ticket(1, CODE)))).isEqualTo(value);

            boolean none = uuids.expect(
                    exception("a UUID that is null is refused")
                            .write("a converter to String, with @Column(length = 36)")
                            .follows("Basic Types", HIBERNATE),
                    on(HIBERNATE, false),
                    on(ECLIPSELINK, H2, false),
                    on(ECLIPSELINK, POSTGRESQL, true));
            assertThat(fails(uuids, em -> em.persist(new Ticket(2, null)))).isEqualTo(none);
        }

        @Test
        void has_a_column_made_for_it_or_a_number() {
            assertThat(RoundTrip.columns(uuids, "Ticket").get("code"))
                    .isEqualTo(uuids.expect(
                            schema("column of a UUID")
                                    .write("@Column(columnDefinition = \"uuid\")")
                                    .leftOpen("Basic Types"),
                            on(HIBERNATE, "uuid"),
                            on(ECLIPSELINK, H2, "numeric(16,0)"),
                            on(ECLIPSELINK, POSTGRESQL, "uuid")));
        }

        @Test
        void is_stored_everywhere_with_the_column_definition_uuid_where_it_is_never_null() {
            assertThat(stored(new PortableTicket(1, CODE, null)).code()).isEqualTo(CODE);
        }

        @Test
        void is_stored_everywhere_with_a_converter_to_text_where_it_may_be_null() {
            assertThat(stored(new PortableTicket(1, CODE, null)).voucher()).isNull();
            assertThat(stored(new PortableTicket(1, CODE, CODE)).voucher()).isEqualTo(CODE);
        }

        private static PortableTicket stored(PortableTicket ticket) {
            portableUuids.clean();
            portableUuids.given(em -> em.persist(ticket));
            return portableUuids.callInTransaction(em -> em.find(PortableTicket.class, 1));
        }
    }

    @Nested
    class A_year {

        @Test
        void is_a_number_or_text_and_not_always_read() {
            years.given(em -> em.persist(new Founded(1, Year.of(1811))));

            String column = years.expect(
                    schema("column of a Year").write("a converter to Integer").leftOpen("Basic Types"),
                    on(HIBERNATE, "integer"),
                    on(ECLIPSELINK, H2, "numeric(10,0)"),
                    on(ECLIPSELINK, POSTGRESQL, "varchar(255)"));
            assertThat(RoundTrip.columns(years, "Founded")).containsEntry("founded", column);
            boolean refused = years.expect(
                    exception("reading a Year fails")
                            .write("a converter to Integer")
                            .follows("Basic Types", HIBERNATE),
                    on(HIBERNATE, false),
                    on(ECLIPSELINK, H2, true),
                    on(ECLIPSELINK, POSTGRESQL, false));
            assertThat(fails(years, em -> em.find(Founded.class, 1))).isEqualTo(refused);
        }

        @Test
        void is_not_always_compared() {
            boolean refused = years.expect(
                    exception("a query for a Year is refused")
                            .write("a converter to Integer")
                            .follows("Basic Types", HIBERNATE),
                    on(HIBERNATE, false),
                    on(ECLIPSELINK, H2, false),
                    on(ECLIPSELINK, POSTGRESQL, true));
            assertThat(fails(
                            years,
                            em -> em.createQuery("select f.id from Founded f where f.founded < :year")
                                    .setParameter("year", Year.of(1900))
                                    .getResultList()))
                    .isEqualTo(refused);
        }

        @Test
        void is_a_number_everywhere_with_a_converter() {
            portableYears.given(em -> em.persist(new FoundedPortably(1, Year.of(1811))));

            assertThat(RoundTrip.columns(portableYears, "FoundedPortably")).containsEntry("founded", "integer");
            List<FoundedPortably> early = portableYears.callInTransaction(em -> em.createQuery(
                            "select f from FoundedPortably f where f.founded < :year", FoundedPortably.class)
                    .setParameter("year", Year.of(1900))
                    .getResultList());
            assertThat(early).extracting(FoundedPortably::founded).containsExactly(Year.of(1811));
        }
    }

    private static boolean fails(LessonUnit unit, Consumer<EntityManager> work) {
        return isRefused(() -> unit.runInTransaction(work));
    }
}
