package io.github.jpabyexample.provider;

import jakarta.persistence.spi.PersistenceProviderResolverHolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;

/**
 * What the library must know of the JPA provider that runs: its name and its settings, as data.
 *
 * <p>Immutable and safe for use by several threads.
 *
 * <pre>{@code
 * ProviderSettings provider = ProviderSettings.onClassPath();
 * provider.name();            // "hibernate"
 * provider.unitSettings();    // {hibernate.jdbc.batch_size=50, …}
 * }</pre>
 *
 * <p>With no provider of ours on the class path, or with two, {@link #onClassPath()} is refused with an {@link
 * IllegalStateException} that says what was found: with two providers in one JVM, {@code
 * jakarta.persistence.provider} does not reliably choose between them.
 *
 * <p>Only this library makes one: a later version may add a component, so its constructor and its pattern are no promise.
 *
 * @param name the short name by which the build chooses the provider, e.g. {@code hibernate}; key {@code name}
 * @param title the name for readers, e.g. {@code Hibernate ORM}; key {@code title}
 * @param version the provider's version; key {@code version}
 * @param persistenceProvider the class name of its {@link jakarta.persistence.spi.PersistenceProvider}; key {@code
 *     persistence-provider}
 * @param weavingMarker the name of an interface that its weaver, or bytecode enhancer, adds to an entity class; key
 *     {@code weaving.marker}
 * @param weavingRequired whether lazy to-one associations need weaving; key {@code weaving.required}
 * @param poolAutoCommit the autocommit mode that suits it best in a connection pool; key {@code pool.auto-commit}
 * @param unitSettings properties for every persistence unit, which make the same code mean the same on each
 *     provider; keys {@code unit.*}
 * @param ownPoolSettings properties that hold only where the pool follows {@code poolAutoCommit}; keys {@code
 *     own-pool.*}
 * @param ownStatements matches SQL that the provider sends for its own housekeeping; key {@code own-statements}. If it has
 *     groups called {@code created} and {@code used}, each with the name of a table, a statement on a table that is
 *     {@code used} is the provider's only where one that matched before had {@code created} that table
 */
public record ProviderSettings(
        String name,
        String title,
        String version,
        String persistenceProvider,
        String weavingMarker,
        boolean weavingRequired,
        boolean poolAutoCommit,
        Map<String, String> unitSettings,
        Map<String, String> ownPoolSettings,
        Pattern ownStatements) {

    /** Where each provider's artifact keeps its data. */
    public static final String RESOURCE = "META-INF/jpa-by-example/provider.properties";

    /**
     * Copies the maps, so that the record stays as it is.
     *
     * @throws NullPointerException if a map is null or holds a null
     */
    public ProviderSettings {
        unitSettings = Map.copyOf(unitSettings);
        ownPoolSettings = Map.copyOf(ownPoolSettings);
    }

    /**
     * Reads the settings of the one provider on the class path.
     *
     * @return the settings, never null
     * @throws IllegalStateException if there is none, more than one, or one whose data is incomplete
     */
    public static ProviderSettings onClassPath() {
        ClassLoader loader = contextLoader();
        Map<Properties, URL> found = resources(loader);
        if (found.isEmpty()) {
            throw new IllegalStateException("No JPA provider of JPA by Example is on the class path: add one of"
                    + " io.github.jpabyexample:jpa-by-example-provider-hibernate or -eclipselink.");
        }
        if (found.size() > 1) {
            throw new IllegalStateException("One JVM runs one JPA provider, but " + found.size()
                    + " are on the class path: "
                    + found.values().stream().map(URL::toString).sorted().collect(Collectors.joining(", "))
                    + ". Keep one of their artifacts.");
        }
        URL resource = found.values().iterator().next();
        ProviderSettings settings = read(resource);
        List<String> providers =
                PersistenceProviderResolverHolder.getPersistenceProviderResolver().getPersistenceProviders().stream()
                        .map(provider -> provider.getClass().getName())
                        .distinct()
                        .sorted()
                        .toList();
        if (providers.isEmpty()) {
            throw new IllegalStateException(settings.persistenceProvider() + " is not on the class path, though "
                    + resource + " is: add the provider itself.");
        }
        if (!providers.equals(List.of(settings.persistenceProvider()))) {
            throw new IllegalStateException("One JVM runs one JPA provider: expected "
                    + settings.persistenceProvider() + " alone, but found " + providers
                    + ". Take the others off the class path.");
        }
        return settings;
    }

    /**
     * Says whether a class was woven (EclipseLink) or enhanced (Hibernate) for lazy loading.
     *
     * @param entity an entity class of a persistence unit that is, or was, open
     * @return true if the class, or a class that it extends, carries the provider's mark
     */
    public boolean hasWoven(Class<?> entity) {
        for (Class<?> type = entity; type != null; type = type.getSuperclass()) {
            for (Class<?> mark : type.getInterfaces()) {
                if (mark.getName().equals(weavingMarker)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** {@return title and version, for readers, e.g. {@code EclipseLink 5.0.0}} */
    @Override
    public String toString() {
        return title + " " + version;
    }

    static ProviderSettings read(URL resource) {
        var values = new Values(resource, load(resource));
        return new ProviderSettings(
                values.required("name"),
                values.required("title"),
                values.required("version"),
                values.required("persistence-provider"),
                values.required("weaving.marker"),
                values.flag("weaving.required"),
                values.flag("pool.auto-commit"),
                values.startingWith("unit."),
                values.startingWith("own-pool."),
                values.pattern("own-statements"));
    }

    // A jar that is on the class path and on the module path is found twice, under two addresses.
    private static Map<Properties, URL> resources(ClassLoader loader) {
        try {
            Map<Properties, URL> found = new LinkedHashMap<>();
            for (URL resource : Collections.list(loader.getResources(RESOURCE))) {
                found.putIfAbsent(load(resource), resource);
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot search the class path for " + RESOURCE, e);
        }
    }

    private static Properties load(URL resource) {
        Properties data = new Properties();
        try (var stream = resource.openStream()) {
            data.load(stream);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + resource, e);
        }
        return data;
    }

    private static ClassLoader contextLoader() {
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        return context == null ? ClassLoader.getSystemClassLoader() : context;
    }

    private record Values(URL resource, Properties data) {

        String required(String key) {
            String value = data.getProperty(key, "").strip();
            if (value.isEmpty()) {
                throw new IllegalStateException(resource + " has no value for '" + key + "'.");
            }
            if (value.startsWith("${")) {
                throw new IllegalStateException(
                        resource + ": '" + key + "' is '" + value + "', which the build should have filled in.");
            }
            return value;
        }

        boolean flag(String key) {
            String value = required(key);
            return switch (value) {
                case "true" -> true;
                case "false" -> false;
                default ->
                    throw new IllegalStateException(
                            resource + ": '" + key + "' is '" + value + "', but must be true or false.");
            };
        }

        Pattern pattern(String key) {
            String value = required(key);
            try {
                return Pattern.compile(value);
            } catch (PatternSyntaxException e) {
                throw new IllegalStateException(resource + ": '" + key + "' is no regular expression.", e);
            }
        }

        Map<String, String> startingWith(String prefix) {
            Map<String, String> found = new TreeMap<>();
            for (String key : data.stringPropertyNames()) {
                if (key.startsWith(prefix)) {
                    found.put(
                            key.substring(prefix.length()),
                            data.getProperty(key).strip());
                }
            }
            return found;
        }
    }
}
