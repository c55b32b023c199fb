package io.github.jpabyexample.testing;

import io.github.jpabyexample.provider.ProviderSettings;
import io.github.jpabyexample.testing.database.TestDatabase;
import org.jspecify.annotations.Nullable;

/** The stack that a run asked for, and the provider that it got. */
record Requested(ProviderSettings provider, TestDatabase database) {

    private static @Nullable Requested read;
    private static @Nullable Stack stack;

    // No static initializer: its second caller would not be told what the first one was refused for.
    static synchronized Requested fromSystem() {
        if (read == null) {
            read = read();
        }
        return read;
    }

    static synchronized Stack stack() {
        if (stack == null) {
            var requested = fromSystem();
            var provider = requested.provider();
            try (var place = requested.database().open("none")) {
                stack = Stack.of(provider, requested.database().name(), place.dataSource(), provider.weavingRequired());
            }
        }
        return stack;
    }

    static Requested read() {
        var provider = ProviderSettings.onClassPath();
        String asked = System.getProperty("jpa.provider", provider.name());
        if (!asked.equals(provider.name())) {
            throw new IllegalStateException("The run asked for the provider '" + asked
                    + "' with jpa.provider, but on the class path is " + provider + ".");
        }
        return new Requested(provider, TestDatabase.requested());
    }

    String stackName() {
        return provider.name() + "-" + database.name();
    }
}
