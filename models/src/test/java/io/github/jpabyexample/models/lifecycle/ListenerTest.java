package io.github.jpabyexample.models.lifecycle;

import static io.github.jpabyexample.lesson.Level.WORKING;
import static io.github.jpabyexample.lesson.On.on;
import static io.github.jpabyexample.lesson.observation.Difference.answer;
import static io.github.jpabyexample.testing.Stack.ECLIPSELINK;
import static io.github.jpabyexample.testing.Stack.HIBERNATE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.jpabyexample.lesson.Lesson;
import io.github.jpabyexample.lesson.LessonUnit;
import io.github.jpabyexample.models.lifecycle.Letters.Letter;
import io.github.jpabyexample.models.lifecycle.Letters.Postcard;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A listener runs for entities that it was not meant for, or before another one that it needs; a callback of the superclass
 * runs, or doesn't, after you have overridden its method.
 *
 * <p>Choose: a callback method for what one entity does, a listener for what several do, a default listener in the mapping
 * file for all. Repeat the annotation when you override a callback, or make the callback private.
 *
 * <p>Try: put {@code @PrePersist} on the method that {@code Postcard} overrides.
 */
@Lesson(
        value =
                "Listeners hear first, from the general to the particular, then the entity's own methods; a class may exclude some.",
        level = WORKING,
        terms = {
            "entity listener",
            "default listener",
            "lifecycle callback",
            "callback order",
            "overridden callback",
            "@EntityListeners",
            "@ExcludeSuperclassListeners",
            "superclass callback"
        },
        sqlalchemy = "`propagate=True` on mapper events")
class ListenerTest {

    @RegisterExtension
    static final LessonUnit jpa = LessonUnit.of("letters");

    @BeforeEach
    void nothingCalled() {
        Letters.CALLS.clear();
    }

    @Nested
    class A_letter_with_listeners_of_every_kind {

        @Test
        void calls_the_default_one_then_those_of_superclass_and_class_then_the_methods() {
            jpa.runInTransaction(em -> em.persist(new Letter(1L, "My dear Jane")));

            assertThat(Letters.CALLS)
                    .containsExactly(
                            "default listener",
                            "listener of the superclass",
                            "listener of the class",
                            "method of the superclass",
                            "method of the class");
            jpa.note(
                    "The order is the specification's: see \"Multiple Lifecycle Callback Methods for an Entity Lifecycle Event\".");
        }
    }

    @Nested
    class A_postcard_that_excludes_them {

        @Test
        void calls_no_listener_and_on_Hibernate_alone_the_method_that_overrides_a_callback() {
            jpa.runInTransaction(em -> em.persist(new Postcard(1L)));

            boolean called = jpa.expect(
                    answer("a callback that is overridden without its annotation is called")
                            .write(
                                    "the annotation again on the overriding method, or a private callback: called on both")
                            .follows("Multiple Lifecycle Callback Methods for an Entity Lifecycle Event", ECLIPSELINK),
                    on(HIBERNATE, true),
                    on(ECLIPSELINK, false));
            assertThat(Letters.CALLS).isEqualTo(called ? List.of("overridden and not annotated") : List.of());
            jpa.note("Repeat the annotation when you override a callback, or make the callback private.");
        }
    }
}
