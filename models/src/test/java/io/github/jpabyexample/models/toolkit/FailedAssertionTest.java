package io.github.jpabyexample.models.toolkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jpabyexample.lesson.LessonUnit;
import io.github.jpabyexample.models.catalog.Genre;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The fixture's transaction ends when an assertion in it fails; the next test would otherwise wait for its locks. */
class FailedAssertionTest {

    @RegisterExtension
    static final LessonUnit jpa = LessonUnit.of("bookstore");

    @Test
    void a_failed_assertion_rolls_back_and_leaves_no_lock() {
        assertThatThrownBy(() -> jpa.runInTransaction(em -> {
                    em.persist(new Genre("Fiction", null));
                    em.flush();
                    throw new AssertionError("a claim that does not hold");
                }))
                .isInstanceOf(AssertionError.class)
                .hasMessage("a claim that does not hold");

        assertThat(jpa.rows("select name from genre").rows()).isEmpty();
        jpa.clean();
    }
}
