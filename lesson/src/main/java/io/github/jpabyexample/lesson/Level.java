package io.github.jpabyexample.lesson;

/** For whom a lesson is. */
public enum Level {
    /** For who knows SQL and Java, and no ORM. */
    BASIC,
    /** For who has an application to write. */
    WORKING,
    /** For who has one that must not fail, or two providers. */
    EXPERT
}
