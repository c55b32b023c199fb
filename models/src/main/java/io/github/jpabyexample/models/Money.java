package io.github.jpabyexample.models;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * An amount in a currency, stored in two columns of its owner's table (Jakarta Persistence 3.2, section 2.7).
 *
 * <pre>{@code
 * Money.of("12.50", "EUR").times(2);   // 25.00 EUR
 * Money.of("12.505", "EUR");           // IllegalArgumentException: more than two decimals
 * }</pre>
 *
 * @param amount with two decimals
 * @param currency the three letters of ISO 4217, e.g. {@code EUR}
 */
@Embeddable
public record Money(
        @Column(nullable = false, precision = 12, scale = 2) BigDecimal amount,
        @Column(nullable = false, length = 3) String currency) {

    private static final Pattern CODE = Pattern.compile("[A-Z]{3}");

    /**
     * Brings the amount to two decimals.
     *
     * @throws IllegalArgumentException if it has more, or if the currency has not three capital letters
     */
    public Money {
        if (amount.stripTrailingZeros().scale() > 2) {
            throw new IllegalArgumentException("An amount of money has at most two decimals, but this is " + amount);
        }
        if (!CODE.matcher(currency).matches()) {
            throw new IllegalArgumentException(
                    "A currency is three capital letters, such as EUR, not '" + currency + "'");
        }
        amount = amount.setScale(2);
    }

    /**
     * Reads an amount.
     *
     * @param amount a decimal number, e.g. {@code "12.50"}
     * @param currency e.g. {@code EUR}
     * @return the money
     * @throws NumberFormatException if the amount is no number
     */
    public static Money of(String amount, String currency) {
        return new Money(new BigDecimal(amount), currency);
    }

    /**
     * Multiplies.
     *
     * @param quantity how many times
     * @return the product, in the same currency
     */
    public Money times(int quantity) {
        return new Money(amount.multiply(BigDecimal.valueOf(quantity)), currency);
    }

    /**
     * Adds.
     *
     * @param other money of the same currency
     * @return the sum
     * @throws IllegalArgumentException if the currencies differ
     */
    public Money plus(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("Cannot add " + other + " to " + this + ": the currencies differ");
        }
        return new Money(amount.add(other.amount), currency);
    }

    /** {@return e.g. {@code 12.50 EUR}} */
    @Override
    public String toString() {
        return amount + " " + currency;
    }
}
