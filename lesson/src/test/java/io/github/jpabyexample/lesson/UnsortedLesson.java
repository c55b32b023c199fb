package io.github.jpabyexample.lesson;

import static io.github.jpabyexample.lesson.Level.WORKING;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Its names sort in another way than its lines. */
@Lesson(value = "Claims run as they are written.", level = WORKING)
class UnsortedLesson {

    @Test
    void z_is_first() {}

    @Test
    void a_is_second() {}

    @Test
    void b_is_third() {}

    @Nested
    class Y_state {

        @Test
        void m_first() {}

        @Test
        void k_second() {}
    }

    @Nested
    class B_state {

        @Test
        void c_third() {}
    }
}
