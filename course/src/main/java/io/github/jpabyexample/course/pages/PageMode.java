package io.github.jpabyexample.course.pages;

import java.util.Arrays;
import java.util.Locale;

/** What a build does with pages that are made: the property {@code derived}. */
public enum PageMode {
    /** Nothing. */
    NONE,
    /** Fails where one is stale. */
    CHECK,
    /** Writes them. */
    WRITE;

    /**
     * Finds a mode by its name.
     *
     * @param name as the build gives it, e.g. {@code check}
     * @return the mode
     * @throws IllegalArgumentException if there is no such mode, with those that there are
     */
    public static PageMode named(String name) {
        return Arrays.stream(values())
                .filter(mode -> mode.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("derived is '" + name
                        + "', but must be none, check or write; -Dwrite writes, -Pstrict checks"));
    }
}
