package io.github.jpabyexample.bootstrap;

import com.zaxxer.hikari.HikariDataSource;
import io.github.jpabyexample.provider.ProviderSettings;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import jakarta.persistence.PersistenceConfiguration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/**
 * Opens persistence units in Java SE.
 *
 * <pre>{@code
 * var settings = UnitSettings.named("shop")
 *         .withUrl("jdbc:h2:mem:shop").withClasses(Customer.class).withSchema(SchemaAction.CREATE);
 * try (EntityManagerFactory shop = Bootstrap.open(settings)) {
 *     shop.runInTransaction(em -> em.persist(new Customer("Emma")));
 * }
 *
 * Bootstrap.open(UnitSettings.named("shop"));   // SettingsException: connections is null, but must be …
 * }</pre>
 *
 * <p>The factory is plain Jakarta Persistence, safe for use by several threads. Closing it closes the pool that was made
 * for it; closing it twice is harmless. {@code runInTransaction} and {@code callInTransaction} also roll back a unit of
 * work that ends in an {@link Error}, which providers leave open. {@code factory.unwrap(DataSource.class)} returns the
 * data source in use.
 */
public final class Bootstrap {

    private static final Map<String, AtomicInteger> CONFIGURED = new ConcurrentHashMap<>();

    private Bootstrap() {}

    /**
     * Opens a unit.
     *
     * @param settings with connections
     * @return the factory, to be closed by the caller
     * @throws SettingsException if connections are missing
     * @throws RuntimeException if the database does not answer, the tables do not fit or cannot be made, or the provider
     *     refuses the unit; no pool is left open
     */
    public static EntityManagerFactory open(UnitSettings settings) {
        Connections connections = settings.connections();
        if (connections == null) {
            throw new SettingsException(
                    "connections",
                    null,
                    "set by withUrl(…), withDataSource(…) or withConnections(…) of UnitSettings, or written as persistence.<unit>.url"
                            + " and read by configured()");
        }
        var provider = ProviderSettings.onClassPath();
        if (connections instanceof Connections.AsTheyAre yours) {
            return new OpenedFactory(
                            settings.unit(),
                            open(settings, provider, yours.dataSource(), false),
                            yours.dataSource(),
                            () -> {})
                    .asFactory();
        }
        HikariDataSource pool = Pool.open(settings, connections, provider.poolAutoCommit());
        try {
            return new OpenedFactory(settings.unit(), open(settings, provider, pool, true), pool, pool::close)
                    .asFactory();
        } catch (RuntimeException | Error e) {
            pool.close();
            throw e;
        }
    }

    /**
     * Opens a unit of a {@code persistence.xml} with a pool over a plain data source.
     *
     * @param unit its name
     * @param dataSource opens a new connection at each call
     * @param properties of the unit, which go before all others
     * @return the factory, to be closed by the caller
     */
    public static EntityManagerFactory pooled(String unit, DataSource dataSource, Map<String, ?> properties) {
        UnitSettings settings = UnitSettings.named(unit).withConnections(new Connections.Pooled(dataSource));
        for (Map.Entry<String, ?> property : properties.entrySet()) {
            settings = settings.withProperty(property.getKey(), property.getValue());
        }
        return open(settings);
    }

    private static EntityManagerFactory open(
            UnitSettings settings, ProviderSettings provider, DataSource dataSource, boolean ownPool) {
        Map<String, Object> properties = new HashMap<>(provider.unitSettings());
        if (ownPool) {
            properties.putAll(provider.ownPoolSettings());
        }
        var heard = settings.schema().makesTables() ? new HeardDataSource(dataSource) : null;
        properties.put("jakarta.persistence.nonJtaDataSource", heard == null ? dataSource : heard);
        Map<String, Object> scripts = settings.schema().properties(settings);
        properties.putAll(scripts);
        properties.putAll(settings.properties());
        EntityManagerFactory factory = create(settings, properties);
        try {
            settings.schema().applyTo(factory, !scripts.isEmpty());
            if (heard != null) {
                heard.listenNoMore();
                MadeTables.verify(factory, heard.refused());
            }
            // Some providers read the mappings and named queries only now: then a mistake is found now, too.
            factory.createEntityManager().close();
            return factory;
        } catch (RuntimeException | Error e) {
            factory.close();
            throw e;
        }
    }

    private static EntityManagerFactory create(UnitSettings settings, Map<String, Object> properties) {
        if (settings.classes().isEmpty()) {
            return Persistence.createEntityManagerFactory(settings.unit(), properties);
        }
        var configuration = new PersistenceConfiguration(nameOfItsOwn(settings.unit()));
        settings.classes().forEach(configuration::managedClass);
        configuration.properties(properties);
        return configuration.createEntityManagerFactory();
    }

    // EclipseLink goes by the name: a second configuration gets the session, and so the database, of the first, even of
    // a closed one.
    private static String nameOfItsOwn(String unit) {
        int times =
                CONFIGURED.computeIfAbsent(unit, name -> new AtomicInteger()).incrementAndGet();
        return times == 1 ? unit : unit + "#" + times;
    }
}
