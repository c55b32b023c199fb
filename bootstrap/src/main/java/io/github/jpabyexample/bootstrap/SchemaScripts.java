package io.github.jpabyexample.bootstrap;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Scripts that properties of a unit name, to make its tables or to fill them (Jakarta Persistence 3.2, section 9.4). */
final class SchemaScripts {

    private static final List<String> SOURCES = List.of(
            "jakarta.persistence.schema-generation.create-script-source",
            "jakarta.persistence.schema-generation.drop-script-source",
            "jakarta.persistence.sql-load-script-source");

    private SchemaScripts() {}

    /** The property for an action, if there are scripts; {@code SchemaManager} does not run them on each provider. */
    static Map<String, Object> action(String name, Map<String, Object> properties) {
        boolean any = false;
        for (String source : SOURCES) {
            Object script = properties.get(source);
            any |= script != null;
            if (script instanceof String place && !exists(place)) {
                throw new SettingsException(
                        "property " + source, "'" + place + "'", "a resource on the class path, or a URL file:…");
            }
        }
        return any ? Map.of("jakarta.persistence.schema-generation.database.action", name) : Map.of();
    }

    private static boolean exists(String place) {
        if (place.startsWith("file:")) {
            return Files.isReadable(Path.of(URI.create(place)));
        }
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        ClassLoader loader = context == null ? ClassLoader.getSystemClassLoader() : context;
        return place.matches("\\p{Alpha}{2,}:.*") || loader.getResource(place) != null;
    }
}
