package io.github.jpabyexample.bootstrap;

import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.SchemaManager;
import jakarta.persistence.SchemaValidationException;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What to do with the tables when a unit is opened. Done through {@link SchemaManager} (Jakarta Persistence 3.2, section
 * 3.3.6), and where properties of the unit name scripts, through {@code
 * jakarta.persistence.schema-generation.database.action}: of these two ways, the first validates on each provider, and the
 * second runs scripts on each.
 *
 * <pre>{@code
 * UnitSettings.named("shop").withSchema(SchemaAction.CREATE)
 *         .withProperty("jakarta.persistence.sql-load-script-source", "countries.sql");   // one line for each statement
 *         // SettingsException from Bootstrap.open if there is no such file: one of the providers goes on without it
 * }</pre>
 */
public enum SchemaAction {
    /** Leaves them alone: the right choice in production, beside a tool for migrations. */
    NONE,
    /**
     * Fails to open the unit, with a {@link IllegalStateException}, where tables or columns are missing. Providers see
     * different things beyond that: one also wrong types, another also columns that no entity maps.
     */
    VALIDATE,
    /**
     * Creates them, and leaves those that are there already as they are. Fails to open the unit, with an {@link
     * IllegalStateException}, where a table is missing afterwards; it says what the database refused, which providers
     * only log.
     */
    CREATE,
    /** Removes them with all their rows, and creates them; fails as {@link #CREATE} does. */
    DROP_AND_CREATE;

    boolean makesTables() {
        return this == CREATE || this == DROP_AND_CREATE;
    }

    /** Properties that the provider needs for this action, before it opens the unit. */
    Map<String, Object> properties(UnitSettings settings) {
        return switch (this) {
            case NONE, VALIDATE -> Map.of();
            case CREATE -> SchemaScripts.action("create", settings.properties());
            case DROP_AND_CREATE -> SchemaScripts.action("drop-and-create", settings.properties());
        };
    }

    /** The rest, once it is open; there is none but to validate where those properties have done it. */
    void applyTo(EntityManagerFactory factory, boolean byProperty) {
        SchemaManager schema = factory.getSchemaManager();
        switch (this) {
            case NONE -> {}
            case VALIDATE -> validate(schema);
            case CREATE -> {
                if (!byProperty) {
                    schema.create(true);
                }
            }
            case DROP_AND_CREATE -> {
                if (!byProperty) {
                    schema.drop(true);
                    schema.create(true);
                }
            }
        }
    }

    private static void validate(SchemaManager schema) {
        try {
            schema.validate();
        } catch (SchemaValidationException e) {
            throw new IllegalStateException("The tables do not fit the entities: " + failures(e), e);
        }
    }

    // The message of one provider says no more than that there are failures.
    private static String failures(SchemaValidationException e) {
        Exception[] failures = e.getFailures();
        return failures == null || failures.length == 0
                ? String.valueOf(e.getMessage())
                : Arrays.stream(failures).map(Exception::getMessage).distinct().collect(Collectors.joining("; "));
    }
}
