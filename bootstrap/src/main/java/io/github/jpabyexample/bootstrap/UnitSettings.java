package io.github.jpabyexample.bootstrap;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * All that is needed to open a persistence unit. Immutable: each method returns a changed copy.
 *
 * <pre>{@code
 * UnitSettings shop = UnitSettings.named("shop")
 *         .url("jdbc:postgresql://localhost/shop", "shop", password)
 *         .classes(Customer.class, Order.class)
 *         .pool(PoolSettings.ofSize(20));
 * }</pre>
 *
 * <p>Without {@link #classes}, the name is that of a unit in a {@code META-INF/persistence.xml}. EclipseLink weaves only
 * classes that such a file lists.
 *
 * @param unit the name
 * @param classes entities, embeddables, mapped superclasses and converters; none to read a {@code persistence.xml}
 * @param connections null until they are set
 * @param pool how connections are pooled
 * @param schema what to do with the tables
 * @param properties of the unit, which go before all others
 */
public record UnitSettings(
        String unit,
        List<Class<?>> classes,
        @Nullable Connections connections,
        PoolSettings pool,
        SchemaAction schema,
        Map<String, Object> properties) {

    /**
     * Checks the name and copies the collections.
     *
     * @throws SettingsException if the name is blank
     */
    public UnitSettings {
        if (unit.isBlank()) {
            throw new SettingsException("unit", "'" + unit + "'", "the name of a persistence unit");
        }
        classes = List.copyOf(classes);
        properties = Map.copyOf(properties);
    }

    /**
     * Starts with the defaults: a pool of ten connections, and tables that are left alone.
     *
     * @param unit the name
     * @return the settings, still without connections
     */
    public static UnitSettings named(String unit) {
        return new UnitSettings(unit, List.of(), null, PoolSettings.ofSize(10), SchemaAction.NONE, Map.of());
    }

    /**
     * Adds managed classes, in place of a {@code persistence.xml}.
     *
     * @param more entities, embeddables, mapped superclasses and converters
     * @return a copy
     */
    public UnitSettings classes(Class<?>... more) {
        List<Class<?>> all = new ArrayList<>(classes);
        all.addAll(List.of(more));
        return new UnitSettings(unit, all, connections, pool, schema, properties);
    }

    /**
     * Connects to a database that asks for no user.
     *
     * @param url its JDBC URL
     * @return a copy
     * @throws SettingsException if it is no JDBC URL
     */
    public UnitSettings url(String url) {
        return connections(new Connections.ToUrl(url, null, null));
    }

    /**
     * Connects to a database.
     *
     * @param url its JDBC URL
     * @param user who
     * @param password never shown
     * @return a copy
     * @throws SettingsException if it is no JDBC URL
     */
    public UnitSettings url(String url, String user, String password) {
        return connections(new Connections.ToUrl(url, user, password));
    }

    /**
     * Uses a data source of yours as it is; you close it.
     *
     * @param dataSource usually a pool
     * @return a copy
     */
    public UnitSettings dataSource(DataSource dataSource) {
        return connections(new Connections.AsTheyAre(dataSource));
    }

    /**
     * Says where connections come from.
     *
     * @param source of connections
     * @return a copy
     */
    public UnitSettings connections(Connections source) {
        return new UnitSettings(unit, classes, source, pool, schema, properties);
    }

    /**
     * Says how connections are pooled.
     *
     * @param settings of the pool
     * @return a copy
     */
    public UnitSettings pool(PoolSettings settings) {
        return new UnitSettings(unit, classes, connections, settings, schema, properties);
    }

    /**
     * Says what to do with the tables.
     *
     * @param action to take when the unit is opened
     * @return a copy
     */
    public UnitSettings schema(SchemaAction action) {
        return new UnitSettings(unit, classes, connections, pool, action, properties);
    }

    /**
     * Sets a property of the unit.
     *
     * @param name standard, such as {@code jakarta.persistence.sharedCache.mode}, or a provider's
     * @param value its value
     * @return a copy
     */
    public UnitSettings property(String name, Object value) {
        Map<String, Object> all = new HashMap<>(properties);
        all.put(name, value);
        return new UnitSettings(unit, classes, connections, pool, schema, all);
    }

    /** {@return the settings without any secret: of properties, only the names} */
    @Override
    public String toString() {
        return "unit " + unit + " of " + (classes.isEmpty() ? "persistence.xml" : classes.size() + " classes") + " at "
                + connections + ", " + pool + ", schema " + schema + ", properties " + properties.keySet();
    }
}
