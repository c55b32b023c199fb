package io.github.jpabyexample.bootstrap;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * All that is needed to open a persistence unit. Immutable, and so safe for use by several threads: each method returns
 * a changed copy.
 *
 * <pre>{@code
 * UnitSettings shop = UnitSettings.named("shop")
 *         .withClasses(Customer.class, Order.class)
 *         .withPool(PoolSettings.ofSize(20))
 *         .configured();                          // -Dpersistence.shop.url=…, PERSISTENCE_SHOP__PASSWORD=…
 *
 * shop.withProperty("jakarta.persistence.sharedCacheMode", "NONE");   // SettingsException: … is unknown, but must be …
 * }</pre>
 *
 * <p>Without {@link #withClasses}, the name is that of a unit in a {@code META-INF/persistence.xml}. EclipseLink weaves only
 * classes that such a file lists.
 */
public final class UnitSettings {

    private final String unit;
    private final List<Class<?>> classes;
    private final @Nullable Connections connections;
    private final PoolSettings pool;
    private final SchemaAction schema;
    private final Map<String, Object> properties;

    private UnitSettings(
            String unit,
            List<Class<?>> classes,
            @Nullable Connections connections,
            PoolSettings pool,
            SchemaAction schema,
            Map<String, Object> properties) {
        if (unit.isBlank()) {
            throw new SettingsException("unit", "'" + unit + "'", "the name of a persistence unit");
        }
        this.unit = unit;
        this.classes = List.copyOf(classes);
        this.connections = connections;
        this.pool = Objects.requireNonNull(pool, "pool");
        this.schema = Objects.requireNonNull(schema, "schema");
        this.properties = Map.copyOf(properties);
        UnitProperties.check(this.properties);
    }

    /**
     * Starts with the defaults: a pool of ten connections, and tables that are left alone.
     *
     * @param unit the name
     * @return the settings, still without connections
     * @throws SettingsException if the name is blank
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
    public UnitSettings withClasses(Class<?>... more) {
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
    public UnitSettings withUrl(String url) {
        return withConnections(new Connections.ToUrl(url, null, null));
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
    public UnitSettings withUrl(String url, String user, String password) {
        return withConnections(new Connections.ToUrl(url, user, password));
    }

    /**
     * Uses a data source of yours as it is; you close it.
     *
     * @param dataSource usually a pool
     * @return a copy
     */
    public UnitSettings withDataSource(DataSource dataSource) {
        return withConnections(new Connections.AsTheyAre(dataSource));
    }

    /**
     * Says where connections come from.
     *
     * @param source of connections
     * @return a copy
     */
    public UnitSettings withConnections(Connections source) {
        return new UnitSettings(unit, classes, Objects.requireNonNull(source, "connections"), pool, schema, properties);
    }

    /**
     * Says how connections are pooled.
     *
     * @param settings of the pool
     * @return a copy
     */
    public UnitSettings withPool(PoolSettings settings) {
        return new UnitSettings(unit, classes, connections, settings, schema, properties);
    }

    /**
     * Says what to do with the tables.
     *
     * @param action to take when the unit is opened
     * @return a copy
     */
    public UnitSettings withSchema(SchemaAction action) {
        return new UnitSettings(unit, classes, connections, pool, action, properties);
    }

    /**
     * Sets a property of the unit.
     *
     * @param name standard, such as {@code jakarta.persistence.sharedCache.mode}, or a provider's
     * @param value its value
     * @return a copy
     * @throws SettingsException if no provider would heed a property of that name
     */
    public UnitSettings withProperty(String name, Object value) {
        Map<String, Object> all = new HashMap<>(properties);
        all.put(name, value);
        return new UnitSettings(unit, classes, connections, pool, schema, all);
    }

    /**
     * Reads what is written outside of the program, and puts it over what these settings say so far. A system property
     * goes before a variable of the environment:
     *
     * <pre>
     *   -Dpersistence.shop.pool.maximum-size=20
     *   PERSISTENCE_SHOP__POOL_MAXIMUM_SIZE=20
     * </pre>
     *
     * <p>Settings: {@code url}, {@code user}, {@code password}, {@code schema} ({@code none}, {@code validate}, {@code
     * create}, {@code drop-and-create}), {@code pool.maximum-size}, {@code pool.minimum-idle}, {@code
     * pool.connection-timeout}, {@code pool.leak-detection}, {@code pool.max-lifetime}, {@code pool.keepalive} (durations
     * as {@code 250ms}, {@code 10s}, {@code 30m}, {@code 1h} or {@code 0}), and, but for the environment, {@code
     * property.} with the name of a property. In names of units, signs other than a to z, digits, {@code -} and {@code _}
     * are written {@code -}; in the environment, all signs other than A to Z and digits {@code _}.
     *
     * @return a copy
     * @throws SettingsException if a setting has no such name or value; it shows no value of a setting it does not know
     */
    public UnitSettings configured() {
        return new WrittenSettings(unit)
                .inVariables(System.getenv())
                .in(System.getProperties())
                .over(this);
    }

    /**
     * The same as {@link #configured()}, with a file, which goes before these settings and after the environment.
     *
     * @param file of properties in UTF-8, with the names of system properties; others are left alone
     * @return a copy
     * @throws SettingsException also if the file cannot be read
     */
    public UnitSettings configured(Path file) {
        return new WrittenSettings(unit)
                .inFile(file)
                .inVariables(System.getenv())
                .in(System.getProperties())
                .over(this);
    }

    /** {@return the name} */
    public String unit() {
        return unit;
    }

    /** {@return entities, embeddables, mapped superclasses and converters; none to read a {@code persistence.xml}} */
    public List<Class<?>> classes() {
        return classes;
    }

    /** {@return where connections come from, or null until that is set} */
    public @Nullable Connections connections() {
        return connections;
    }

    /** {@return how connections are pooled} */
    public PoolSettings pool() {
        return pool;
    }

    /** {@return what to do with the tables} */
    public SchemaAction schema() {
        return schema;
    }

    /** {@return properties of the unit, which go before all others} */
    public Map<String, Object> properties() {
        return properties;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof UnitSettings that && values().equals(that.values());
    }

    @Override
    public int hashCode() {
        return values().hashCode();
    }

    private List<Object> values() {
        return List.of(unit, classes, Optional.ofNullable(connections), pool, schema, properties);
    }

    /** {@return the settings without any secret: of properties, only the names} */
    @Override
    public String toString() {
        return "unit " + unit + " of " + (classes.isEmpty() ? "persistence.xml" : classes.size() + " classes") + " at "
                + connections + ", " + pool + ", schema " + schema + ", properties " + properties.keySet();
    }
}
