package io.github.jpabyexample.models.classes;

import static io.github.jpabyexample.lesson.Level.EXPERT;
import static io.github.jpabyexample.lesson.On.on;
import static io.github.jpabyexample.lesson.observation.Difference.cost;
import static io.github.jpabyexample.lesson.observation.Difference.data;
import static io.github.jpabyexample.testing.Stack.ECLIPSELINK;
import static io.github.jpabyexample.testing.Stack.HIBERNATE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.jpabyexample.lesson.Lesson;
import io.github.jpabyexample.lesson.LessonUnit;
import io.github.jpabyexample.models.classes.Parcels.Parcel;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * You changed an object and no update was sent, or one was sent though nothing changed: how a provider notices a
 * change is not the same everywhere.
 *
 * <p>Choose: change attributes by the entity's own methods, and replace values instead of changing them in place:
 * java.time instead of java.util.Date, a new array instead of a changed one.
 *
 * <p>Try: change the array in place and flush, then replace it by a copy.
 */
@Lesson(
        value =
                "A change is noticed for sure when the entity's own method replaces a value: all else depends on who looks how.",
        level = EXPERT,
        terms = {"dirty checking", "change detection", "mutable value", "weaving", "flush"},
        sqlalchemy = "`Mutable`, `flag_modified`")
class UnnoticedChangeTest {

    @RegisterExtension
    static final LessonUnit jpa = LessonUnit.of("parcels");

    private final List<String> contents = new ArrayList<>(List.of("Emma"));

    @Nested
    class A_managed_parcel {

        @BeforeEach
        void stored() {
            jpa.given(em -> em.persist(new Parcel(1L, "fragile", new byte[] {1, 2}, new Date(0), contents)));
        }

        @Test
        void is_updated_when_its_own_method_changes_a_field() {
            change(parcel -> parcel.label("this side up"));

            assertThat(jpa.sql()).updatesOf("parcel", 1);
        }

        @Test
        void is_updated_by_a_field_changed_from_outside_only_where_values_are_compared() {
            change(parcel -> parcel.label = "this side up");

            assertThat(jpa.sql())
                    .updatesOf(
                            "parcel",
                            jpa.expect(
                                    data("updates for a field that is changed from outside the entity")
                                            .write("change attributes by methods of the entity")
                                            .leftOpen("Persistent Fields and Properties")
                                            .since("|| weaving"),
                                    on(HIBERNATE, 1),
                                    on(ECLIPSELINK, 0)));
            jpa.note("A woven class notes each change in its own code; Hibernate compares with what it read, unless its"
                    + " classes are enhanced as well.");
        }

        @Test
        void is_updated_by_a_byte_array_changed_in_place_only_where_values_are_compared() {
            change(parcel -> parcel.seal()[0] = 9);

            assertThat(jpa.sql())
                    .updatesOf(
                            "parcel",
                            jpa.expect(
                                    data("updates for a byte[] changed in place")
                                            .write("put a new array in its place")
                                            .follows("Synchronization to the Database", HIBERNATE)
                                            .since("|| weaving: without it EclipseLink compares"),
                                    on(HIBERNATE, 1),
                                    on(ECLIPSELINK, 0)));
        }

        @Test
        void is_updated_by_a_date_changed_in_place_only_where_values_are_compared() {
            change(parcel -> parcel.sentAt().setTime(1_000_000));

            assertThat(jpa.sql())
                    .updatesOf(
                            "parcel",
                            jpa.expect(
                                    data("updates for a java.util.Date changed in place")
                                            .write("java.time, which cannot be changed in place")
                                            .follows("Synchronization to the Database", HIBERNATE)
                                            .since("|| weaving"),
                                    on(HIBERNATE, 1),
                                    on(ECLIPSELINK, 0)));
            jpa.note("java.time has nothing that could be changed in place.");
        }

        @Test
        void is_updated_by_another_byte_array_and_another_date() {
            change(parcel -> parcel.seal(new byte[] {9, 2}));
            change(parcel -> parcel.sentAt(new Date(1_000_000)));

            assertThat(jpa.sql()).updatesOf("parcel", 2);
        }

        @Test
        void is_updated_by_an_equal_byte_array_where_it_is_not_compared() {
            change(parcel -> parcel.seal(new byte[] {1, 2}));

            assertThat(jpa.sql())
                    .updatesOf(
                            "parcel",
                            jpa.expect(
                                    cost("updates for an equal byte[] in another array")
                                            .write("compare before you set")
                                            .leftOpen("Synchronization to the Database"),
                                    on(HIBERNATE, 0),
                                    on(ECLIPSELINK, 1)));
        }

        private static void change(Consumer<Parcel> change) {
            jpa.runInTransaction(em -> change.accept(em.find(Parcel.class, 1L)));
        }
    }

    @Nested
    class A_list_that_was_given_to_a_new_parcel {

        @Test
        void is_no_longer_the_parcels_own_once_that_is_flushed() {
            var parcel = new Parcel(1L, "fragile", new byte[0], new Date(0), contents);

            jpa.runInTransaction(em -> em.persist(parcel));

            assertThat(parcel.contents()).isNotSameAs(contents).containsExactly("Emma");
        }

        @Test
        void may_still_reach_the_database_through_the_one_that_took_its_place() {
            var parcel = new Parcel(1L, "fragile", new byte[0], new Date(0), contents);

            jpa.runInTransaction(em -> {
                em.persist(parcel);
                em.flush();
                contents.add("Persuasion");
            });

            int stored = jpa.expect(
                    data("rows of a list when the list that it was made from grows from 1 to 2 after the flush")
                            .write("let the constructor copy the list, and change it through its entity")
                            .leftOpen("Persistent Fields and Properties"),
                    on(HIBERNATE, 2),
                    on(ECLIPSELINK, 1));
            assertThat(jpa.rows("select content from parcel_content").rows()).hasSize(stored);
            jpa.note("Change a collection through its entity only; let a constructor copy what it is given.");
        }
    }
}
