package io.github.jpabyexample.tour;

import io.github.jpabyexample.lesson.Lesson;

/** A lesson that stands on the class path. */
record LessonClass(Class<?> type, String proves) {

    /** Finds a lesson; the class isn't initialised, so nothing is opened yet. */
    static LessonClass named(String name) throws ClassNotFoundException {
        Class<?> type;
        try {
            type = Class.forName(name, false, LessonClass.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new ClassNotFoundException(
                    "The manifest names the lesson " + name + ", but no such class is on the class path: its module's"
                            + " test-jar belongs to the dependencies of the tour.",
                    e);
        }
        Lesson lesson = type.getAnnotation(Lesson.class);
        if (lesson == null) {
            throw new ClassNotFoundException("The manifest names " + name + ", which is no lesson: it has no @Lesson.");
        }
        return new LessonClass(type, lesson.value());
    }

    /** {@return what a user calls it: {@code FirstEntity} for {@code io.github…FirstEntityTest}} */
    static String shortName(String className) {
        String simple = className.substring(className.lastIndexOf('.') + 1);
        return simple.endsWith("Test") ? simple.substring(0, simple.length() - "Test".length()) : simple;
    }
}
