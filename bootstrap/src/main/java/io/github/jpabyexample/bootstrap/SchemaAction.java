package io.github.jpabyexample.bootstrap;

import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.SchemaManager;
import jakarta.persistence.SchemaValidationException;

/**
 * What to do with the tables when a unit is opened. Done through {@link SchemaManager} (Jakarta Persistence 3.2, section
 * 3.3.6), which does the same on each provider; the property {@code
 * jakarta.persistence.schema-generation.database.action} does not.
 */
public enum SchemaAction {
    /** Leaves them alone: the right choice in production, beside a tool for migrations. */
    NONE,
    /** Fails to open the unit, with a {@link IllegalStateException}, where tables or columns are missing. */
    VALIDATE,
    /** Creates them. */
    CREATE,
    /** Removes them with all their rows, and creates them. */
    DROP_AND_CREATE;

    void applyTo(EntityManagerFactory factory) {
        SchemaManager schema = factory.getSchemaManager();
        switch (this) {
            case NONE -> {}
            case VALIDATE -> validate(schema);
            case CREATE -> schema.create(true);
            case DROP_AND_CREATE -> {
                schema.drop(true);
                schema.create(true);
            }
        }
    }

    private static void validate(SchemaManager schema) {
        try {
            schema.validate();
        } catch (SchemaValidationException e) {
            throw new IllegalStateException("The tables do not fit the entities: " + e.getMessage(), e);
        }
    }
}
