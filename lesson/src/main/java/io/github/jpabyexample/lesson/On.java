package io.github.jpabyexample.lesson;

import io.github.jpabyexample.testing.Stack;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * What a lesson expects on one part of the stacks: how a difference between providers becomes a value.
 *
 * <pre>{@code
 * Difference selects = cost("selects for three authors").write("join fetch").leftOpen("Entity Graphs");
 * int count = jpa.expect(selects, on(HIBERNATE, 4), on(ECLIPSELINK, 1));
 * String column = jpa.expect(type, on(HIBERNATE, H2, "ENUM"), on(HIBERNATE, "varchar"), on(ECLIPSELINK, "VARCHAR"));
 * jpa.expect(selects, on(HIBERNATE, 4), on(ECLIPSELINK, 4));   // IllegalArgumentException: no difference
 * jpa.expect(selects, on(HIBERNATE, 4), on(H2, 1));            // on EclipseLink with PostgreSQL, IllegalArgumentException:
 *                                                          // no value; on Hibernate with H2: two values
 * }</pre>
 *
 * @param <T> what is expected
 * @param names the provider, the database, or both
 * @param value expected where all names are part of the stack
 */
public record On<T>(List<String> names, T value) {

    /** Copies the names, so that the record stays as it is. */
    public On {
        names = List.copyOf(names);
    }

    /**
     * On every stack with a provider, or a database.
     *
     * @param <T> what is expected
     * @param name e.g. {@link Stack#HIBERNATE}
     * @param value what is expected there
     * @return the pair
     */
    public static <T> On<T> on(String name, T value) {
        return new On<>(List.of(name), value);
    }

    /**
     * On one stack.
     *
     * @param <T> what is expected
     * @param provider e.g. {@link Stack#HIBERNATE}
     * @param database e.g. {@link Stack#H2}
     * @param value what is expected there
     * @return the three
     */
    public static <T> On<T> on(String provider, String database, T value) {
        return new On<>(List.of(provider, database), value);
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    static <T> T valueFor(Stack stack, String topic, On<T>... values) {
        if (Arrays.stream(values).map(On::value).distinct().count() < 2) {
            throw new IllegalArgumentException("'" + topic + "' is the same everywhere, " + Arrays.toString(values)
                    + ": that is no difference, so assert it without expect");
        }
        List<On<T>> here = Arrays.stream(values)
                .filter(on -> stack.isOn(on.names.toArray(String[]::new)))
                .sorted(Comparator.comparingInt(on -> -on.names.size()))
                .toList();
        if (here.isEmpty()) {
            throw new IllegalArgumentException(
                    "'" + topic + "' has no value for " + stack.name() + ", only " + Arrays.toString(values));
        }
        if (here.size() > 1 && here.get(0).names.size() == here.get(1).names.size()) {
            throw new IllegalArgumentException("'" + topic + "' has two values for " + stack.name() + ", " + here.get(0)
                    + " and " + here.get(1) + ", and neither says more than the other");
        }
        return here.get(0).value;
    }

    String where() {
        return String.join("-", names);
    }

    /** {@return e.g. {@code hibernate-h2: 4}} */
    @Override
    public String toString() {
        return where() + ": " + value;
    }
}
