package io.github.jpabyexample.bootstrap;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The standard properties of a unit (Jakarta Persistence 3.2, section 8.2.1), which providers do not check: a
 * misspelt one is ignored without a word. Names of providers are theirs to know.
 */
final class UnitProperties {

    private static final String STANDARD = "jakarta.persistence.";
    private static final String CONNECTIONS = "jakarta.persistence.jdbc.";

    // A provider's own name for the same.
    private static final Pattern SECRET = Pattern.compile("(?i)pass(word|wd|phrase)|secret|credential");

    private static final Set<String> NAMES = Set.of(
            "bean.manager",
            "cache.retrieveMode",
            "cache.storeMode",
            "create-database-schemas",
            "database-major-version",
            "database-minor-version",
            "database-product-name",
            "dataSource",
            "jtaDataSource",
            "lock.scope",
            "lock.timeout",
            "nonJtaDataSource",
            "provider",
            "query.timeout",
            "schema-generation.connection",
            "schema-generation.create-script-source",
            "schema-generation.create-source",
            "schema-generation.create-target",
            "schema-generation.database.action",
            "schema-generation.drop-script-source",
            "schema-generation.drop-source",
            "schema-generation.drop-target",
            "schema-generation.scripts.action",
            "schema-generation.scripts.create-target",
            "schema-generation.scripts.drop-target",
            "sharedCache.mode",
            "sql-load-script-source",
            "transactionType",
            "validation.factory",
            "validation.group.pre-persist",
            "validation.group.pre-remove",
            "validation.group.pre-update",
            "validation.mode");

    // Both providers do nothing, without a word, where this is something else. To validate, one of them also does
    // nothing.
    private static final String ACTION = STANDARD + "schema-generation.database.action";
    private static final Set<String> ACTIONS = Set.of("none", "create", "drop", "drop-and-create");

    private UnitProperties() {}

    static void check(Map<String, Object> properties) {
        Object action = properties.getOrDefault(ACTION, "none");
        if (!ACTIONS.contains(String.valueOf(action))) {
            throw new SettingsException(
                    "property " + ACTION,
                    "'" + action + "'",
                    "one of " + new TreeSet<>(ACTIONS) + "; to validate, set withSchema(SchemaAction.VALIDATE)");
        }
        for (String name : new TreeSet<>(properties.keySet())) {
            if (name.isEmpty() || !name.equals(name.strip())) {
                throw new SettingsException("property '" + name + "'", "unknown", "a name without blanks around it");
            }
            if (name.startsWith(CONNECTIONS) || SECRET.matcher(name).find()) {
                throw new SettingsException(
                        "property " + name,
                        "set",
                        "left out: withUrl(…), withDataSource(…) or withConnections(…) say where to connect,"
                                + " and providers log what stands in properties");
            }
            if (name.startsWith(STANDARD) && !NAMES.contains(name.substring(STANDARD.length()))) {
                throw new SettingsException(
                        "property " + name,
                        "unknown",
                        "a standard property, one of " + STANDARD + new TreeSet<>(NAMES));
            }
        }
    }
}
