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
 * A listener runs for classes for which it was not meant, or in another order than you thought.
 *
 * <p>Choose: a listener for what many entities have in common, a callback method for one. Repeat the annotation when
 * you override a callback.
 *
 * <p>Try: exclude the default listeners from one class.
 */
@Lesson(
        value =
                "Listeners hear first, from the general to the particular, then the entity's own methods; a class may exclude some.",
        level = WORKING,
        terms = {"entity listener", "@EntityListeners", "default listener", "@ExcludeSuperclassListeners"},
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
                    "The order is the specification's (section 3.6.6), the default listener stands in the mapping file.");
        }
    }

    @Nested
    class A_postcard_that_excludes_them {

        @Test
        void calls_no_listener_and_should_not_call_a_method_that_it_overrides() {
            jpa.runInTransaction(em -> em.persist(new Postcard(1L)));

            boolean called = jpa.expect(
                    answer("a callback that is overridden without its annotation is called")
                            .write("repeat the annotation, or make the callback private")
                            .follows("Multiple Lifecycle Callback Methods for an Entity Lifecycle Event", ECLIPSELINK),
                    on(HIBERNATE, true),
                    on(ECLIPSELINK, false));
            assertThat(Letters.CALLS).isEqualTo(called ? List.of("overridden and not annotated") : List.of());
            jpa.note("Repeat the annotation when you override a callback, or make the callback private.");
        }
    }
}
