package io.github.jpabyexample.models.classes;

import static io.github.jpabyexample.lesson.Level.WORKING;
import static io.github.jpabyexample.lesson.On.on;
import static io.github.jpabyexample.lesson.observation.Difference.answer;
import static io.github.jpabyexample.lesson.observation.Difference.data;
import static io.github.jpabyexample.testing.Stack.ECLIPSELINK;
import static io.github.jpabyexample.testing.Stack.HIBERNATE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.jpabyexample.lesson.Lesson;
import io.github.jpabyexample.lesson.LessonUnit;
import io.github.jpabyexample.models.classes.Labels.ByClass;
import io.github.jpabyexample.models.classes.Labels.ByEveryField;
import io.github.jpabyexample.models.classes.Labels.ByField;
import io.github.jpabyexample.models.classes.Labels.ById;
import io.github.jpabyexample.models.classes.Labels.ByMadeUpId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * You put an entity into a set, persist it, and the set no longer finds it; or two objects of one row are not equal.
 *
 * <p>Choose: no equals at all while each row is one object of one context; else a key that is made with the object and
 * never changes, compared by instanceof and through accessors.
 *
 * <p>Try: let hashCode use the generated id.
 */
@Lesson(
        value =
                "Equal is what has the same key that never changes, compared by instanceof and accessors: all else breaks in a set.",
        level = WORKING,
        terms = {"equals and hashCode", "entity in a HashSet", "natural key", "proxy", "Lombok @Data", "detached entity"
        },
        sqlalchemy = "`__eq__`, `__hash__`; the identity map within one `Session`")
class EqualityTest {

    @RegisterExtension
    static final LessonUnit jpa = LessonUnit.of("labels");

    @Nested
    class Equal_by_a_generated_id {

        @Test
        void are_any_two_that_are_not_stored_yet() {
            Set<ById> labels = new HashSet<>(List.of(new ById("Poetry")));

            assertThat(labels.add(new ById("Prose"))).isFalse();
            assertThat(labels).hasSize(1);
        }

        @Test
        void is_not_found_in_its_set_once_it_is_persisted() {
            var poetry = new ById("Poetry");
            Set<ById> labels = new HashSet<>(Set.of(poetry));

            jpa.runInTransaction(em -> em.persist(poetry));

            assertThat(labels.iterator().next()).isSameAs(poetry);
            assertThat(labels.contains(poetry)).isFalse();
            jpa.note("It still lies where its old hash code put it.");
        }
    }

    @Nested
    class Equal_by_every_field {

        @BeforeEach
        void stored() {
            jpa.given(em -> em.persist(new ByEveryField(1L, "Poetry")));
        }

        @Test
        void is_not_found_in_its_set_once_it_changes() {
            jpa.runInTransaction(em -> {
                ByEveryField label = em.find(ByEveryField.class, 1L);
                Set<ByEveryField> labels = new HashSet<>(Set.of(label));

                label.say("Verse");

                assertThat(labels.contains(label)).isFalse();
            });
        }

        @Test
        void is_no_longer_equal_to_the_same_row_read_before() {
            ByEveryField before = jpa.callInTransaction(em -> em.find(ByEveryField.class, 1L));
            jpa.runInTransaction(em -> em.find(ByEveryField.class, 1L).say("Verse"));
            ByEveryField after = jpa.callInTransaction(em -> em.find(ByEveryField.class, 1L));

            assertThat(after).isNotEqualTo(before);
        }
    }

    @Nested
    class Equal_by_a_key_within_the_same_class {

        private final ByClass detached = new ByClass("P-1", "Poetry");

        @BeforeEach
        void stored() {
            jpa.given(em -> em.persist(new ByClass("P-1", "Poetry")));
        }

        @Test
        void is_not_equal_to_a_reference_where_that_is_of_a_generated_subclass() {
            jpa.runInTransaction(em -> {
                ByClass reference = em.getReference(ByClass.class, "P-1");

                boolean itself = jpa.expect(
                        answer("the class of a reference is the entity's own")
                                .write("instanceof in equals, or PersistenceUnitUtil.getClass")
                                .leftOpen("EntityManager Interface"),
                        on(HIBERNATE, false),
                        on(ECLIPSELINK, true));
                assertThat(reference.getClass() == ByClass.class).isEqualTo(itself);
                assertThat(detached.equals(reference)).isEqualTo(itself);
            });
        }

        @Test
        void could_ask_jpa_for_the_class_which_is_the_same_everywhere() {
            jpa.runInTransaction(em -> {
                ByClass reference = em.getReference(ByClass.class, "P-1");
                var util = jpa.factory().getPersistenceUnitUtil();

                assertThat(util.getClass(reference)).isEqualTo(ByClass.class);
                assertThat(util.isInstance(reference, ByClass.class)).isTrue();
            });
        }
    }

    @Nested
    class Equal_by_the_field_of_the_other {

        @BeforeEach
        void stored() {
            jpa.given(em -> em.persist(new ByField(1L, "P-1")));
        }

        @Test
        void finds_it_empty_in_a_reference_whose_fields_are_never_filled() {
            jpa.runInTransaction(em -> {
                ByField reference = em.getReference(ByField.class, 1L);

                boolean equal = jpa.expect(
                        data("a key read from the field of a reference is found")
                                .write("the other's accessor, never its field, in equals")
                                .leftOpen("EntityManager Interface"),
                        on(HIBERNATE, false),
                        on(ECLIPSELINK, true));
                assertThat(new ByField(2L, "P-1").equals(reference)).isEqualTo(equal);
            });
            jpa.note("A generated subclass answers calls; its own fields stay empty. So ask the other's accessor.");
        }
    }

    @Nested
    class Equal_by_a_key_that_is_made_with_the_object {

        private final ByMadeUpId poetry = new ByMadeUpId("Poetry");

        @Test
        void is_found_before_and_after_it_is_stored_and_by_the_object_of_another_context() {
            Set<ByMadeUpId> labels = new HashSet<>(Set.of(poetry));
            jpa.runInTransaction(em -> em.persist(poetry));

            ByMadeUpId read = jpa.callInTransaction(em -> em.find(ByMadeUpId.class, poetry.id()));

            assertThat(read).isNotSameAs(poetry).isEqualTo(poetry);
            assertThat(labels.contains(poetry)).isTrue();
            assertThat(labels.contains(read)).isTrue();
        }

        @Test
        void is_equal_to_a_reference_in_both_directions() {
            jpa.given(em -> em.persist(poetry));

            jpa.runInTransaction(em -> {
                ByMadeUpId reference = em.getReference(ByMadeUpId.class, poetry.id());

                assertThat(poetry.equals(reference)).isTrue();
                assertThat(reference.equals(poetry)).isTrue();
                assertThat(new HashSet<>(Set.of(poetry)).contains(reference)).isTrue();
            });
            jpa.note(
                    "A key that the world gave does as well, such as the ISBN by which the bookstore's books are equal.");
        }
    }
}
