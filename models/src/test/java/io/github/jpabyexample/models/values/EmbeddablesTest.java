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
 * An address, an amount, a period: several columns that belong together, and you read and compare them one by one.
 *
 * <p>Choose: a record as an embeddable, replaced as a whole; a class with an empty constructor where a shared cache or
 * an element collection holds it. A table of its own only for what has an identity.
 *
 * <p>Try: store a place whose columns are all null, and read it.
 */
@Lesson(
        value =
                "An embeddable is a value in columns of its owner's row: replace it as a whole, and where all its columns are null it is null.",
        level = BASIC,
        terms = {"@Embeddable", "@Embedded", "record", "value object", "@AttributeOverride", "null embeddable"},
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
        void makes_replacing_a_record_fail_after_the_row_was_changed() {
            boolean fails = isRefused(() -> change(cached, parcel -> parcel.redirectTo(BATH)));

            assertThat(fails)
                    .isEqualTo(cached.expect(
                            exception("replacing a record fails with a shared cache")
                                    .write("a class with an empty constructor, or shared-cache-mode NONE")
                                    .follows("Embeddable Classes", HIBERNATE),
                            on(HIBERNATE, false),
                            on(ECLIPSELINK, true)));
            assertThat(cached.rows("select city from parcel").rows()).containsExactly(List.of("Bath"));
            cached.note("The transaction is committed, and the failure says that it was rolled back.");
        }
    }

    @Nested
    class A_mapping_that_one_provider_opens {

        @Test
        void has_two_values_of_one_type_and_no_override() {
            String refused = jpa.expect(
                    exception("two embedded values in the same columns are refused by")
                            .write("@AttributeOverride for one of them")
                            .leftOpen("Embedded Annotation"),
                    on(HIBERNATE, "opening the factory"),
                    on(ECLIPSELINK, "the first insert"));

            assertThat(firstFailure(new TwoPlaces(1, BATH, YORK))).isEqualTo(refused);
        }

        @Test
        void has_a_record_that_is_not_public() {
            try (EntityManagerFactory factory = open("hidden")) {
                factory.getSchemaManager().create(true);
                factory.runInTransaction(em -> em.persist(new Hidden(1, "open sesame")));
                factory.getCache().evictAll();

                boolean refused = jpa.expect(
                        exception("reading a record that is not public fails")
                                .write("a public record")
                                .leftOpen("Embeddable Classes"),
                        on(HIBERNATE, false),
                        on(ECLIPSELINK, true));
                assertThat(isRefused(() -> factory.callInTransaction(em -> em.find(Hidden.class, 1))))
                        .isEqualTo(refused);
                factory.getSchemaManager().drop(true);
            }
        }

        private static String firstFailure(TwoPlaces entity) {
            try (EntityManagerFactory factory = open("two-places")) {
                factory.createEntityManager().close();
                return isRefused(() -> factory.runInTransaction(em -> em.persist(entity)))
                        ? "the first insert"
                        : "nothing";
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
