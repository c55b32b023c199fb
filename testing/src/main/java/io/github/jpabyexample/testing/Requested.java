package io.github.jpabyexample.testing;

import io.github.jpabyexample.provider.ProviderSettings;
import io.github.jpabyexample.testing.database.TestDatabase;
import io.github.jpabyexample.testing.database.TestDatabase.Server;
import org.jspecify.annotations.Nullable;

/** The stack that a run asked for, and the provider that it got. */
record Requested(
        ProviderSettings provider,
        String databaseName,
        @Nullable Server server,
        TestDatabase database) {

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
                stack = Stack.of(provider, requested.databaseName(), place.dataSource(), provider.weavingRequired());
            }
        }
        return stack;
    }

    private static Requested read() {
        var provider = ProviderSettings.onClassPath();
        String asked = System.getProperty("stack.provider", provider.name());
        if (!asked.equals(provider.name())) {
            throw new IllegalStateException(
                    "The run asked for the provider '" + asked + "', but on the class path is " + provider + ".");
        }
        String database = System.getProperty("stack.database", Stack.H2);
        Server server = serverFor(database);
        return new Requested(provider, database, server, TestDatabase.named(database, server));
    }

    // A build on all stacks is given one server; the stacks of other databases start their own.
    static @Nullable Server serverFor(String database) {
        Server given = Server.fromSystemProperties();
        return given != null && Boolean.getBoolean("stack.all") && !given.isOf(database) ? null : given;
    }

    /** Says whether units are opened on a server that was there before this run. */
    boolean usesGivenServer() {
        return server != null;
    }

    String stackName() {
        return provider.name() + "-" + databaseName;
    }
}
