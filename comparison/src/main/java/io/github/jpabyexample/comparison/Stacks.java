package io.github.jpabyexample.comparison;

import java.util.List;
import java.util.stream.Stream;

/**
 * What is compared.
 *
 * @param providers their short names, in the order of the columns
 * @param databases their short names, in the order of the rows
 */
record Stacks(List<String> providers, List<String> databases) {

    /** Reads two lists as the build has them, with bars between the names. */
    static Stacks of(String providers, String databases) {
        return new Stacks(List.of(providers.split("\\|")), List.of(databases.split("\\|")));
    }

    static String name(String provider, String database) {
        return provider + "-" + database;
    }

    /** {@return the names of all stacks} */
    Stream<String> names() {
        return providers.stream().flatMap(provider -> databases.stream().map(database -> name(provider, database)));
    }
}
