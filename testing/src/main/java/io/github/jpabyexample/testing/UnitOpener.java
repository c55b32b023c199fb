package io.github.jpabyexample.testing;

import jakarta.persistence.EntityManagerFactory;
import java.util.Map;
import javax.sql.DataSource;

/**
 * Opens a persistence unit on a data source: with standard JPA, or with the tool under test.
 *
 * <pre>{@code
 * UnitOpener spring = (unit, dataSource, properties) -> {
 *     var bean = new LocalContainerEntityManagerFactoryBean();
 *     …
 *     return bean.getObject();
 * };
 * JpaUnit.of("shop", "spring", spring);
 * }</pre>
 *
 * <p>What it throws reaches the test as the cause of an {@link IllegalStateException} that names unit and stack.
 */
@FunctionalInterface
public interface UnitOpener {

    /**
     * Opens the unit.
     *
     * @param unit its name
     * @param dataSource opens a new connection at each call
     * @param properties of the unit, which go before all others
     * @return the factory, to be closed by the fixture
     */
    EntityManagerFactory open(String unit, DataSource dataSource, Map<String, ?> properties);
}
