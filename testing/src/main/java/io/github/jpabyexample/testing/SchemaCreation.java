package io.github.jpabyexample.testing;

import javax.sql.DataSource;

/**
 * Makes the tables of a unit in another way than from its mappings: by migrations, or by a script.
 *
 * <pre>{@code
 * SchemaCreation migrated = dataSource -> Flyway.configure().dataSource(dataSource).load().migrate();
 * JpaUnit.of("shop").withTables(migrated);
 * }</pre>
 *
 * <p>What it throws reaches the test as the cause of an {@link IllegalStateException} that names unit and stack.
 */
@FunctionalInterface
public interface SchemaCreation {

    /**
     * Makes the tables, before the unit is opened. Rows that it inserts stay when the unit is cleaned.
     *
     * @param dataSource an empty database, or an empty schema of one, which is then the current one
     * @throws Exception whatever goes wrong
     */
    void create(DataSource dataSource) throws Exception;
}
