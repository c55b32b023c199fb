package io.github.jpabyexample.tour.planted;

import static io.github.jpabyexample.lesson.Level.WORKING;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.jpabyexample.lesson.Lesson;
import io.github.jpabyexample.lesson.LessonUnit;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Lesson(value = "This lesson is wrong on purpose.", level = WORKING)
class RedLesson {

    @RegisterExtension
    static final LessonUnit jpa = LessonUnit.of("bookstore");

    @Nested
    class An_empty_store {

        @Test
        void has_no_books() {
            long books = jpa.callInTransaction(em ->
                    em.createQuery("select count(b) from Book b", Long.class).getSingleResult());

            assertThat(books).isZero();
        }

        @Test
        void has_three_books() {
            assertThat(jpa.rows("select title from book").rows())
                    .as("books in an empty store")
                    .hasSize(3);
        }
    }
}
