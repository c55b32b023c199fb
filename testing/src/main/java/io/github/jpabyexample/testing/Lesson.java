package io.github.jpabyexample.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;

/**
 * A test class that teaches: its nested classes are states, its methods are claims, and their names are read as
 * sentences. What it does is kept as an {@link io.github.jpabyexample.testing.observation.Observation}.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
public @interface Lesson {

    /** {@return the one sentence that the lesson proves} */
    String value();
}
