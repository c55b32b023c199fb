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
import io.github.jpabyexample.models.classes.Compared.ByClass;
import io.github.jpabyexample.models.classes.Compared.ByField;
import io.github.jpabyexample.models.classes.Labels.AllFields;
import io.github.jpabyexample.models.classes.Labels.ByHashedId;
import io.github.jpabyexample.models.classes.Labels.ById;
import io.github.jpabyexample.models.classes.Labels.ByKey;
import io.github.jpabyexample.models.classes.Labels.Label;
import io.github.jpabyexample.models.classes.Labels.NoEquals;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * {@code set.contains(label)} is false, though the label lies in the set; or a set holds two objects of one row, or one
 * where you put two. It depends on {@code equals} and {@code hashCode}, and on what happens to the entity while it lies
 * there.
 *
 * <p>Choose: none of your own while objects stay in one persistence context; a natural key that never changes, if there is
 * one; else the generated id with a null check and a constant hash code. Compare by {@code instanceof} and the other's
 * accessors. Not the id in the hash code, and no {@code @Data} on an entity.
 *
 * <p>Try: leave the null check out of {@code ById}.
 */
@Lesson(
        value =
                "Equal by a natural key, or by a generated id with a constant hash code, an entity is found in its set whatever happens to it.",
        level = WORKING,
        terms = {"equals", "hashCode", "natural key", "business key", "Lombok", "@Data", "detached entity", "proxy"},
        entities = {Label.class, ById.class},
        sqlalchemy = "`__eq__`, `__hash__`; the identity map within one `Session`")
class EqualityTest {

    @RegisterExtension
    static final LessonUnit jpa = LessonUnit.of("labels");

    /** What happens to a label, or to its row. */
    private enum Step {
        TWO_ARE_NEW,
        STORED,
        CHANGED,
        FOUND_TWICE_IN_ONE_CONTEXT,
        READ_IN_ANOTHER_CONTEXT,
        MERGED,
        REFERENCED
    }

    @Nested
    class A_label_in_a_set {

        @Test
        void without_equals_survives_as_long_as_it_is_the_same_object() {
            assertThat(survived(NoEquals::new))
                    .containsExactly(Step.TWO_ARE_NEW, Step.STORED, Step.CHANGED, Step.FOUND_TWICE_IN_ONE_CONTEXT);
        }

        @Test
        void with_a_natural_key_survives_everything() {
            assertThat(survived(ByKey::new)).containsExactly(Step.values());
            jpa.note("equals: other instanceof ByKey that && code().equals(that.code())");
        }

        @Test
        void with_a_generated_id_a_null_check_and_a_constant_hash_code_survives_everything() {
            assertThat(survived(ById::new)).containsExactly(Step.values());
            jpa.note("equals: this == other || other instanceof ById that && id() != null && id().equals(that.id())");
            jpa.note("hashCode: ById.class.hashCode(), the same for all: a large set of them is slow.");
        }

        @Test
        void with_a_generated_id_in_its_hash_code_survives_neither_another_new_one_nor_being_stored() {
            assertThat(survived(ByHashedId::new)).containsExactlyElementsOf(allBut(Step.TWO_ARE_NEW, Step.STORED));
            jpa.note(
                    "hashCode: Objects.hashCode(id()). Two without an id are equal, so one is lost; and once stored, it lies where"
                            + " its old hash code put it.");
        }

        @Test
        void with_all_its_fields_survives_neither_being_stored_nor_a_change() {
            assertThat(survived(AllFields::new)).containsExactlyElementsOf(allBut(Step.STORED, Step.CHANGED));
            jpa.note("Lombok's @Data writes such methods. hashCode: Objects.hash(id(), code(), text())");
        }

        private static Set<Step> allBut(Step one, Step other) {
            return EnumSet.complementOf(EnumSet.of(one, other));
        }
    }

    // Into a set, then the step, then looked for.
    private static <T extends Label> Set<Step> survived(BiFunction<String, String, T> maker) {
        Set<Step> survived = EnumSet.noneOf(Step.class);
        T label = maker.apply("P-1", "Poetry");
        if (Set.copyOf(List.of(label, maker.apply("P-2", "Prose"))).size() == 2) {
            survived.add(Step.TWO_ARE_NEW);
        }

        Set<Object> whenNew = setOf(label);
        jpa.runInTransaction(em -> em.persist(label));
        addIf(whenNew.contains(label), Step.STORED, survived);

        Class<?> type = label.getClass();
        jpa.runInTransaction(em -> {
            Object managed = em.find(type, label.id());
            addIf(setOf(managed).contains(em.find(type, label.id())), Step.FOUND_TWICE_IN_ONE_CONTEXT, survived);
            addIf(setOf(label).contains(managed), Step.READ_IN_ANOTHER_CONTEXT, survived);
        });
        jpa.runInTransaction(em -> addIf(setOf(label).contains(em.merge(label)), Step.MERGED, survived));
        jpa.runInTransaction(em -> {
            Object reference = em.getReference(type, label.id());
            addIf(setOf(label).contains(reference) && setOf(reference).contains(label), Step.REFERENCED, survived);
        });

        Set<Object> beforeChange = setOf(label);
        label.say("Verse");
        addIf(beforeChange.contains(label), Step.CHANGED, survived);
        return survived;
    }

    private static Set<Object> setOf(Object label) {
        return new HashSet<>(Set.of(label));
    }

    private static void addIf(boolean found, Step step, Set<Step> survived) {
        if (found) {
            survived.add(step);
        }
    }

    @Nested
    class A_natural_key {

        private final ByClass detached = new ByClass("P-1", "Poetry");

        @BeforeEach
        void stored() {
            jpa.given(em -> {
                em.persist(detached);
                em.persist(new ByField(1L, "P-1"));
            });
        }

        @Test
        void compared_within_the_same_class_misses_a_reference_of_Hibernate_which_is_of_a_generated_subclass() {
            jpa.runInTransaction(em -> {
                ByClass reference = em.getReference(ByClass.class, detached.id());

                boolean itself = jpa.expect(
                        answer("the class of a reference is the entity's own")
                                .write("compare by instanceof, or by PersistenceUnitUtil.getClass()")
                                .leftOpen("The Entity Class"),
                        on(HIBERNATE, false),
                        on(ECLIPSELINK, true));
                assertThat(reference.getClass() == ByClass.class).isEqualTo(itself);
                assertThat(detached.equals(reference)).isEqualTo(itself);
            });
        }

        @Test
        void belongs_to_a_class_that_jpa_tells_the_same_everywhere() {
            jpa.runInTransaction(em -> {
                ByClass reference = em.getReference(ByClass.class, detached.id());
                var util = jpa.factory().getPersistenceUnitUtil();

                assertThat(util.getClass(reference)).isEqualTo(ByClass.class);
                assertThat(util.isInstance(reference, ByClass.class)).isTrue();
            });
        }

        @Test
        void read_from_the_field_of_the_other_is_null_in_a_reference_of_Hibernate() {
            jpa.runInTransaction(em -> {
                ByField reference = em.getReference(ByField.class, 1L);

                boolean equal = jpa.expect(
                        data("a key read from the field of a reference is found")
                                .write("call the other's accessor in equals, and read no field of it")
                                .leftOpen("The Entity Class"),
                        on(HIBERNATE, false),
                        on(ECLIPSELINK, true));
                assertThat(new ByField(2L, "P-1").equals(reference)).isEqualTo(equal);
            });
            jpa.note("A generated subclass answers calls; its own fields stay empty.");
        }
    }
}
