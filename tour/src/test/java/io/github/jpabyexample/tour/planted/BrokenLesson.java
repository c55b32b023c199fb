package io.github.jpabyexample.tour.planted;

import static io.github.jpabyexample.lesson.Level.WORKING;

import io.github.jpabyexample.lesson.Lesson;
import java.io.IOException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@Lesson(value = "This lesson never comes to its claim.", level = WORKING)
class BrokenLesson {

    @BeforeAll
    static void cannot_begin() {
        throw new IllegalStateException("cannot begin", new IOException("the cupboard is bare"));
    }

    @Test
    void is_never_tried() {
        throw new AssertionError("this was tried");
    }
}
