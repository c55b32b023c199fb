package io.github.jpabyexample.models.values;

import static io.github.jpabyexample.lesson.Level.BASIC;
import static io.github.jpabyexample.lesson.On.on;
import static io.github.jpabyexample.lesson.observation.Difference.exception;
import static io.github.jpabyexample.models.types.Attempt.isRefused;
import static io.github.jpabyexample.testing.Stack.ECLIPSELINK;
import static io.github.jpabyexample.testing.Stack.HIBERNATE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.jpabyexample.lesson.Lesson;
import io.github.jpabyexample.lesson.LessonUnit;
import io.github.jpabyexample.models.values.Parcel.Place;
import io.github.jpabyexample.models.values.Parcel.Size;
import io.github.jpabyexample.models.values.Parcel.Wrapping;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import jakarta.persistence.PersistenceException;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Street and city belong together, and nobody wants a table for them. As one value twice in an entity, they claim the
 * same columns twice; as a record, they cannot be replaced on EclipseLink while its shared cache is on.
 *
 * <p>Choose: a public record for a value that is replaced, in a unit with {@code shared-cache-mode} {@code NONE}; else a
 * class with an empty constructor. An entity, as soon as something refers to it, or several owners share it.
 *
 * <p>Try: store a receiver with a city and without a street, and read it again.
 */
@Lesson(
        value =
                "An embeddable is a value in columns of its owner's row: records are replaced, classes may change, and all nulls are null.",
        level = BASIC,
        terms = {"embeddable", "@Embedded", "@AttributeOverride", "value object", "record", "shared cache"},
        messages = {
            "Can not set final java.lang.String field",
            "New Record creation failed",
            "is duplicated in mapping for entity"
        },
        sqlalchemy = "`composite(Place, …)`")
class EmbeddablesTest {

    private static final Place BATH = new Place("4 Sydney Place", "Bath");
    private static final Place YORK = new Place("12 Stonegate", "York");

    @RegisterExtension
    static final LessonUnit jpa = LessonUnit.of("wrapped-parcels");

    @RegisterExtension
    static final LessonUnit cached = jpa.with("jakarta.persistence.sharedCache.mode", "ALL");

    @Nested
    class A_parcel_with_two_places {

        @BeforeEach
        void stored() {
            jpa.given(em -> em.persist(new Parcel(1, BATH, YORK)
                    .wrappedIn(new Wrapping("brown", "none"))
                    .sized(new Size(20, 30))));
        }

        @Test
        void is_one_row_in_which_an_override_names_the_columns_of_the_second() {
            var rows = jpa.show(
                    "table parcel",
                    jpa.rows("select sender_street, sender_city, street, city, width, height from parcel"));

            assertThat(rows.rows())
                    .containsExactly(List.of("4 Sydney Place", "Bath", "12 Stonegate", "York", "20", "30"));
        }

        @Test
        void is_read_with_its_values_in_one_select() {
            Parcel read = read(jpa);

            assertThat(read.sender()).isEqualTo(BATH);
            assertThat(read.size()).isEqualTo(new Size(20, 30));
            assertThat(jpa.sql()).hasSelects(1);
        }

        @Test
        void is_found_by_a_part_of_a_value_and_by_the_whole() {
            assertThat(countWhere("p.receiver.city = :v", "York")).isEqualTo(1);
            assertThat(countWhere("p.receiver = :v", YORK)).isEqualTo(1);
            assertThat(countWhere("p.receiver = :v", BATH)).isZero();
        }

        @Test
        void is_updated_when_a_record_is_replaced_but_not_by_an_equal_one() {
            assertThat(jpa.sqlOf(() -> change(jpa, parcel -> parcel.redirectTo(new Place("1 Coney Street", "York")))))
                    .hasUpdates(1);
            assertThat(jpa.sqlOf(() -> change(jpa, parcel -> parcel.redirectTo(new Place("1 Coney Street", "York")))))
                    .hasNoUpdates();
        }

        @Test
        void is_updated_when_an_object_of_a_class_is_changed_in_place() {
            change(jpa, parcel -> parcel.wrapping().tieWith("gold"));

            assertThat(jpa.rows("select paper, ribbon from parcel").rows()).containsExactly(List.of("brown", "gold"));
        }
    }

    @Nested
    class A_parcel_without_places {

        @BeforeEach
        void stored() {
            jpa.given(em -> em.persist(new Parcel(1, null, new Place(null, null))));
        }

        @Test
        void has_null_for_a_place_whose_columns_are_all_null() {
            Parcel read = read(jpa);

            assertThat(read.sender()).isNull();
            assertThat(read.receiver()).isNull();
            assertThat(read.size()).isNull();
            jpa.note("The place without street and city that was stored is null now: the row has no way to tell.");
        }
    }

    @Nested
    class A_shared_cache {

        @BeforeEach
        void stored() {
            cached.given(em -> em.persist(new Parcel(1, BATH, YORK)));
        }

        @Test
        void lets_EclipseLink_change_the_row_and_then_fail_when_a_record_is_replaced() {
            boolean fails = isRefused(() -> change(cached, parcel -> parcel.redirectTo(BATH)));

            assertThat(fails)
                    .isEqualTo(cached.expect(
                            exception("replacing a record fails with a shared cache")
                                    .write("shared-cache-mode NONE: then a record is replaced on both")
                                    .follows("Embeddable Classes", HIBERNATE)
                                    .because("jakarta.persistence.sharedCache.mode=ALL"),
                            on(HIBERNATE, false),
                            on(ECLIPSELINK, true)));
            assertThat(cached.rows("select city from parcel").rows()).containsExactly(List.of("Bath"));
            cached.note("On EclipseLink the transaction is committed, and the failure says that it was rolled back.");
        }
    }

    @Nested
    class A_mapping {

        @Test
        void of_two_values_to_the_same_columns_is_refused_by_Hibernate_at_the_start_and_by_EclipseLink_at_an_insert() {
            String refused = jpa.expect(
                    exception("two embedded values in the same columns are refused by")
                            .write("@AttributeOverride for each attribute of the second value")
                            .leftOpen("AttributeOverride Annotation"),
                    on(HIBERNATE, "opening the factory"),
                    on(ECLIPSELINK, "the first insert"));

            assertThat(firstFailure(new TwoPlaces(1, BATH, YORK))).isEqualTo(refused);
        }

        @Test
        void of_a_record_that_is_not_public_cannot_be_read_by_EclipseLink() {
            try (EntityManagerFactory factory = open("hidden")) {
                factory.getSchemaManager().create(true);
                factory.runInTransaction(em -> em.persist(new Hidden(1, "open sesame")));
                factory.getCache().evictAll();

                boolean refused = jpa.expect(
                        exception("reading a record that is not public fails")
                                .write("a public record")
                                .follows("Embeddable Classes", HIBERNATE),
                        on(HIBERNATE, false),
                        on(ECLIPSELINK, true));
                assertThat(isRefused(() -> factory.callInTransaction(em -> em.find(Hidden.class, 1))))
                        .isEqualTo(refused);
                factory.getSchemaManager().drop(true);
            }
        }

        private static String firstFailure(TwoPlaces entity) {
            try (EntityManagerFactory factory = open("two-places")) {
                factory.getSchemaManager().create(true);
                boolean refused = isRefused(() -> factory.runInTransaction(em -> em.persist(entity)));
                factory.getSchemaManager().drop(true);
                return refused ? "the first insert" : "nothing";
            } catch (PersistenceException e) {
                return "opening the factory";
            }
        }

        private static EntityManagerFactory open(String unit) {
            return Persistence.createEntityManagerFactory(
                    unit, Map.of("jakarta.persistence.nonJtaDataSource", jpa.dataSource()));
        }
    }

    private static Parcel read(LessonUnit unit) {
        return unit.callInTransaction(em -> em.find(Parcel.class, 1));
    }

    private static void change(LessonUnit unit, Consumer<Parcel> change) {
        unit.runInTransaction(em -> change.accept(em.find(Parcel.class, 1)));
    }

    private static long countWhere(String condition, Object value) {
        return jpa.callInTransaction(
                em -> em.createQuery("select count(p) from Parcel p where " + condition, Long.class)
                        .setParameter("v", value)
                        .getSingleResult());
    }
}
