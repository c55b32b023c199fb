package io.github.jpabyexample.queries;

import java.util.Objects;

/**
 * Makes the pattern of a LIKE predicate from text that is to be found literally, whatever a user typed.
 *
 * <pre>{@code
 * em.createQuery("select b from Book b where b.title like :title escape '!'", Book.class)
 *         .setParameter("title", LikePattern.containing("100%"))   // %100!%%
 * }</pre>
 *
 * <p>Always give {@code escape '!'}: without it, a backslash is an escape character on one provider and database and a
 * plain letter on another. LIKE compares with regard to case; put both sides through {@code lower} to compare without.
 */
public final class LikePattern {

    /** The character to name after {@code escape}: unlike the backslash it is special to no SQL dialect. */
    public static final char ESCAPE = '!';

    private LikePattern() {}

    /**
     * Finds a text anywhere.
     *
     * @param text to be found literally; the empty text is found in whatever is not null
     * @return the pattern
     */
    public static String containing(String text) {
        return '%' + literal(text) + '%';
    }

    /**
     * Finds a text at the start.
     *
     * @param text to be found literally; the empty text starts whatever is not null
     * @return the pattern, with which a database can use an index
     */
    public static String startingWith(String text) {
        return literal(text) + '%';
    }

    /**
     * Finds a text at the end.
     *
     * @param text to be found literally; the empty text ends whatever is not null
     * @return the pattern
     */
    public static String endingWith(String text) {
        return '%' + literal(text);
    }

    private static String literal(String text) {
        return Objects.requireNonNull(text, "text").replaceAll("[!%_]", "!$0");
    }
}
