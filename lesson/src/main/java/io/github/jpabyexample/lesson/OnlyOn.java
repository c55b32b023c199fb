package io.github.jpabyexample.lesson;

import io.github.jpabyexample.testing.Stack;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A claim, or a lesson, that has no meaning on other stacks. There it is skipped, and the reason is shown to the reader.
 *
 * <pre>{@code
 * @OnlyOn(value = POSTGRESQL, because = "H2 has no large objects")
 * @Test void …
 * }</pre>
 *
 * <p>Without a reason that a reader can see it is refused with an {@link IllegalArgumentException}.
 */
@Documented
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(OnlyOnCondition.class)
public @interface OnlyOn {

    /** {@return the provider, the database, or both, e.g. {@link Stack#HIBERNATE}} */
    String[] value();

    /** {@return why the other stacks cannot run it} */
    String because();
}
