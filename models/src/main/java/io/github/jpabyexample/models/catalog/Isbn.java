package io.github.jpabyexample.models.catalog;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The number on the back of a book: thirteen digits, the last of which checks the others.
 *
 * <p>The numbers in our data are invented; their check digits are right.
 *
 * <pre>{@code
 * new Isbn("9780000000019");   // accepted
 * new Isbn("9780000000018");   // IllegalArgumentException: … should end in 9
 * }</pre>
 *
 * @param digits thirteen digits, without hyphens
 */
public record Isbn(String digits) {

    private static final Pattern THIRTEEN_DIGITS = Pattern.compile("[0-9]{13}");

    /**
     * Checks the number.
     *
     * @throws IllegalArgumentException if it has not thirteen digits, or if the last is wrong
     */
    public Isbn {
        if (!THIRTEEN_DIGITS.matcher(digits).matches()) {
            throw new IllegalArgumentException("An ISBN has thirteen digits, but this is '" + digits + "'");
        }
        int expected = checkDigit(digits);
        if (digits.charAt(12) - '0' != expected) {
            throw new IllegalArgumentException("The ISBN " + digits + " should end in " + expected);
        }
    }

    /**
     * Makes one up.
     *
     * @param number from 0 to 99 999 999
     * @return the same ISBN for the same number
     * @throws IllegalArgumentException if the number is out of range
     */
    public static Isbn invented(int number) {
        if (number < 0 || number > 99_999_999) {
            throw new IllegalArgumentException("Cannot invent an ISBN from " + number + ": use 0 to 99999999");
        }
        String first = String.format(Locale.ROOT, "9780%08d", number);
        return new Isbn(first + checkDigit(first));
    }

    private static int checkDigit(String digits) {
        int sum = 0;
        for (int i = 0; i < 12; i++) {
            sum += (digits.charAt(i) - '0') * (i % 2 == 0 ? 1 : 3);
        }
        return (10 - sum % 10) % 10;
    }

    /** {@return the digits} */
    @Override
    public String toString() {
        return digits;
    }
}
