package io.github.jpabyexample.lesson;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test class that teaches: its nested classes are states, its methods are claims, and their names are read as
 * sentences. They run in the order in which they are written. With a {@link LessonUnit} in it, what it does is kept as an {@link
 * io.github.jpabyexample.lesson.observation.Observation}.
 *
 * <pre>{@code
 * @Lesson(value = "A managed entity needs no update(): what is changed is written at commit.", level = BASIC)
 * class DirtyCheckingTest {
 *     @RegisterExtension
 *     static final LessonUnit jpa = LessonUnit.of("bookstore");
 *
 *     @Nested class A_managed_book {
 *         @Test void is_updated_when_a_field_changes() { … }
 *     }
 * }
 * }</pre>
 *
 * <p>The comment above it, of at most eight lines, is its head, and is shown to its readers: the problem in their words, with the
 * symptom or the error message; a paragraph {@code Choose: …} that says when to use which; and one {@code Try: …} with one change
 * of the code, without its outcome.
 *
 * <p>A lesson says what is true, so it is refused where it would not be: on a provider that needs weaving, a unit that
 * runs without it fails with an {@link IllegalStateException}.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@ExtendWith(StackInFailures.class)
public @interface Lesson {

    /** {@return the one sentence that the lesson proves} */
    String value();

    /** {@return for whom it is} */
    Level level();

    /**
     * {@return the words by which readers search for it: those of the specification, and those that people use, such as
     * {@code N+1}}
     */
    String[] terms() default {};

    /** {@return error messages whose cause it shows, or so much of them as is always the same} */
    String[] messages() default {};

    /** {@return the entities that it is about, where they are not those that its source names} */
    Class<?>[] entities() default {};

    /** {@return what does this in SQLAlchemy, as Markdown; a lesson of the course says it, or that nothing does} */
    String sqlalchemy() default "";
}
