package io.github.jpabyexample.testing;

import io.github.jpabyexample.provider.ProviderSettings;
import io.github.jpabyexample.testing.database.TestDatabase;

/** The stack that a run asked for, and the provider that it got. */
record Requested(ProviderSettings provider, String databaseName) {

    static Requested fromSystem() {
        return Holder.REQUESTED;
    }

    TestDatabase database() {
        return Holder.DATABASE;
    }

    boolean has(String name) {
        return name.equals(provider.name()) || name.equals(databaseName);
    }

    private static final class Holder {

        static final Requested REQUESTED = read();
        static final TestDatabase DATABASE =
                TestDatabase.named(REQUESTED.databaseName(), TestDatabase.Server.fromSystemProperties());

        private static Requested read() {
            var provider = ProviderSettings.onClassPath();
            String asked = System.getProperty("stack.provider", provider.name());
            if (!asked.equals(provider.name())) {
                throw new IllegalStateException(
                        "The run asked for the provider '" + asked + "', but on the class path is " + provider + ".");
            }
            return new Requested(provider, System.getProperty("stack.database", Stack.H2));
        }
    }
}
