package io.github.jpabyexample.testing;

import jakarta.persistence.EntityManagerFactory;
import java.util.Map;
import javax.sql.DataSource;

/** Opens a persistence unit on a data source: with standard JPA, or with the tool under test. */
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
