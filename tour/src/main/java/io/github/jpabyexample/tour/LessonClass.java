package io.github.jpabyexample.tour;

import io.github.jpabyexample.course.LessonRef;
import io.github.jpabyexample.lesson.Lesson;

/** A lesson that stands on the class path. */
record LessonClass(LessonRef ref, Class<?> type, String proves) {

    /** Finds a lesson; the class isn't initialised, so nothing is opened yet. */
    static LessonClass of(LessonRef ref) throws ClassNotFoundException {
        Class<?> type = ref.load();
        return new LessonClass(ref, type, type.getAnnotation(Lesson.class).value());
    }

    /** {@return what a user calls it: {@code FirstEntity} for {@code io.github…FirstEntityTest}} */
    String name() {
        return ref.shortName();
    }
}
