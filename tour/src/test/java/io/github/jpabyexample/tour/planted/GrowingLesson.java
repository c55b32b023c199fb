package io.github.jpabyexample.tour.planted;

import static io.github.jpabyexample.lesson.Level.WORKING;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.jpabyexample.lesson.Lesson;
import io.github.jpabyexample.lesson.LessonUnit;
import io.github.jpabyexample.models.catalog.Author;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Lesson(
        value = "Each claim leaves rows of its own, among them one that would ring and clear the screen.",
        level = WORKING)
class GrowingLesson {

    @RegisterExtension
    static final LessonUnit jpa = LessonUnit.of("bookstore");

    @Test
    void z_leaves_one_author() {
        jpa.runInTransaction(em -> em.persist(new Author("Ring\u0007\u001b[2J", 1800, null)));

        assertThat(jpa.rows("select name from author").rows()).hasSize(1);
    }

    @Test
    void a_leaves_two_authors() {
        jpa.runInTransaction(em -> {
            em.persist(new Author("Anne Bront\u00eb", 1820, 1849));
            em.persist(new Author("Mary Shelley", 1797, 1851));
        });

        assertThat(jpa.rows("select name from author").rows()).hasSize(2);
    }
}
