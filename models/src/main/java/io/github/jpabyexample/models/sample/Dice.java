package io.github.jpabyexample.models.sample;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/**
 * Chance that comes out the same at every run and on every Java: the algorithm of {@link Random} is specified, and each
 * subject has a generator of its own, so that customer 7 does not depend on how many there are.
 */
final class Dice {

    private final Random random;

    private Dice(long seed) {
        random = new Random(seed);
    }

    /** {@return the dice of one subject, e.g. {@code customer 7}} */
    // A digest of the name, because neighbouring seeds of Random start with neighbouring numbers.
    static Dice of(String subject) {
        return new Dice(
                UUID.nameUUIDFromBytes(subject.getBytes(StandardCharsets.UTF_8)).getMostSignificantBits());
    }

    /** {@return a number of the range, both ends included} */
    int from(int low, int high) {
        return low + random.nextInt(high - low + 1);
    }

    /** {@return one of them} */
    <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** {@return true in so many of a hundred cases} */
    boolean percent(int share) {
        return random.nextInt(100) < share;
    }
}
