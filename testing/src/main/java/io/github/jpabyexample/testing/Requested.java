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

    // No static initializer: its second caller would not be told what the first one was refused for.
    static synchronized Requested fromSystem() {
        if (read == null) {
            read = read();
        }
        return read;
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
        return given != null && isOneOfAll() && !given.isOf(database) ? null : given;
    }

    /** Says whether this run is one of several in the same build, each on another stack. */
    static boolean isOneOfAll() {
        return Boolean.getBoolean("stack.all");
    }

    /** Says whether units are opened on a server that was there before this run. */
    boolean usesGivenServer() {
        return server != null;
    }

    boolean has(String name) {
        return name.equals(provider.name()) || name.equals(databaseName);
    }

    String stackName() {
        return provider.name() + "-" + databaseName;
    }
}
