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
 * You change a managed entity, commit, and there is no update and no error: the change is lost. It was made past the
 * entity's methods, or inside of a {@code byte[]} or a {@code Date}, and the provider never heard of it.
 *
 * <p>Choose: change an entity in its own methods, and replace values instead of changing them in place. Types that cannot
 * change (java.time, String, records) leave no choice. A collection is changed through its entity; copy one that is handed
 * in.
 *
 * <p>Try: make {@code sentAt} a {@code LocalDateTime}, and look for a way to change it in place.
 */
@Lesson(
        value =
                "A change is noticed for sure when the entity's own method replaces a value: all else depends on who looks how.",
        level = EXPERT,
        terms = {
            "dirty checking",
            "change tracking",
            "change not saved",
            "weaving",
            "bytecode enhancement",
            "mutable type",
            "managed entity"
        },
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
        void is_not_updated_by_EclipseLink_for_a_field_that_is_changed_from_outside() {
            change(parcel -> parcel.label = "this side up");

            assertThat(jpa.sql())
                    .updatesOf(
                            "parcel",
                            jpa.expect(
                                    data("updates for a field that is changed from outside the entity")
                                            .write("a method of the entity that changes its field")
                                            .leftOpen("The Entity Class")
                                            .because("weaving; enhanced classes of Hibernate do as EclipseLink's"),
                                    on(HIBERNATE, 1),
                                    on(ECLIPSELINK, 0)));
            jpa.note("A woven class notes each change in its own code; Hibernate compares with what it read, unless its"
                    + " classes are enhanced as well.");
        }

        @Test
        void is_not_updated_by_EclipseLink_for_a_byte_array_that_is_changed_in_place() {
            change(parcel -> parcel.seal()[0] = 9);

            assertThat(jpa.sql())
                    .updatesOf(
                            "parcel",
                            jpa.expect(
                                    data("updates for a byte[] changed in place")
                                            .write("a method of the entity that sets another array")
                                            .leftOpen("Synchronization to the Database"),
                                    on(HIBERNATE, 1),
                                    on(ECLIPSELINK, 0)));
        }

        @Test
        void is_not_updated_by_EclipseLink_for_a_date_that_is_changed_in_place() {
            change(parcel -> parcel.sentAt().setTime(1_000_000));

            assertThat(jpa.sql())
                    .updatesOf(
                            "parcel",
                            jpa.expect(
                                    data("updates for a java.util.Date changed in place")
                                            .write(
                                                    "a method of the entity that sets another Date, or a type of java.time")
                                            .leftOpen("Synchronization to the Database")
                                            .because("eclipselink.temporal.mutable, which is false by itself"),
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
        void is_updated_by_EclipseLink_for_another_byte_array_though_it_is_equal() {
            change(parcel -> parcel.seal(new byte[] {1, 2}));

            assertThat(jpa.sql())
                    .updatesOf(
                            "parcel",
                            jpa.expect(
                                    cost("updates for an equal byte[] in another array")
                                            .write("Arrays.equals before another array is set")
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
        void still_reaches_the_database_on_Hibernate_when_it_grows_after_the_flush() {
            var parcel = new Parcel(1L, "fragile", new byte[0], new Date(0), contents);

            jpa.runInTransaction(em -> {
                em.persist(parcel);
                em.flush();
                contents.add("Persuasion");
            });

            int stored = jpa.expect(
                    data("rows of a list when the list that it was made from grows from 1 to 2 after the flush")
                            .write("a constructor that copies the list, and a method of the entity that adds to it")
                            .leftOpen("Persistent Fields and Properties"),
                    on(HIBERNATE, 2),
                    on(ECLIPSELINK, 1));
            assertThat(jpa.rows("select content from parcel_content").rows()).hasSize(stored);
            jpa.note("Change a collection through its entity only; let a constructor copy what it is given.");
        }
    }
}
