package io.github.jpabyexample.lesson;

import java.util.Locale;

/** For whom a lesson is. */
public enum Level {
    /** For who knows SQL and Java, and no ORM. */
    BASIC,
    /** For who has an application to write. */
    WORKING,
    /** For who has one that must not fail, or two providers. */
    EXPERT;

    /** {@return its name as readers see it, such as {@code basic}} */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
