package io.github.jpabyexample.tour.planted;

import static io.github.jpabyexample.lesson.Level.WORKING;

import io.github.jpabyexample.lesson.Lesson;
import io.github.jpabyexample.lesson.OnlyOn;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@Lesson(value = "This lesson has no meaning here.", level = WORKING)
class SkippedLesson {

    @Nested
    @OnlyOn(value = "db2", because = "no other database is blue")
    class A_blue_database {

        @Test
        void is_blue() {
            throw new AssertionError("this was tried");
        }
    }
}
