package io.github.jpabyexample.bootstrap;

import io.github.jpabyexample.bootstrap.Connections.ToUrl;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Settings of one unit that are written outside of the program. The later goes before the earlier: a file, the
 * environment, system properties.
 */
final class WrittenSettings {

    private static final String PROPERTY = "property.";
    private static final Set<String> OF_PROVIDERS =
            Set.of("update", "create-drop", "create-only", "create-tables", "create-or-extend-tables", "drop");
    private static final Pattern HARMLESS = Pattern.compile("[-+]?\\d{1,9}([.,]\\d{1,3})?\\s*[a-zA-Z]{0,4}");
    private static final Pattern DURATION = Pattern.compile("(\\d{1,9})\\s*(ms|s|m|h)");

    /** In the order in which they are applied. */
    private enum Setting {
        URL("url"),
        USER("user"),
        PASSWORD("password"),
        SCHEMA("schema"),
        MAXIMUM_SIZE("pool.maximum-size"),
        MINIMUM_IDLE("pool.minimum-idle"),
        CONNECTION_TIMEOUT("pool.connection-timeout"),
        MAX_LIFETIME("pool.max-lifetime"),
        LEAK_DETECTION("pool.leak-detection"),
        KEEPALIVE("pool.keepalive");

        private final String key;

        Setting(String key) {
            this.key = key;
        }

        private String asVariable() {
            return variable(key);
        }

        private UnitSettings apply(UnitSettings settings, String text) {
            PoolSettings pool = settings.pool();
            return switch (this) {
                case URL, USER, PASSWORD -> settings;
                case SCHEMA -> settings.withSchema(action(text));
                case MAXIMUM_SIZE -> settings.withPool(pool.withMaximumSize(number(text)));
                case MINIMUM_IDLE -> settings.withPool(pool.withMinimumIdle(number(text)));
                case CONNECTION_TIMEOUT -> settings.withPool(pool.withConnectionTimeout(duration(text)));
                case LEAK_DETECTION -> settings.withPool(pool.withLeakDetection(duration(text)));
                case MAX_LIFETIME -> settings.withPool(pool.withMaxLifetime(duration(text)));
                case KEEPALIVE -> settings.withPool(pool.withKeepalive(duration(text)));
            };
        }
    }

    /** Where and how a setting was written, for messages, and what. */
    private record Written(String name, String text) {}

    private final String prefix;
    private final String variablePrefix;
    private final Map<Setting, Written> found = new EnumMap<>(Setting.class);
    private final Map<String, Written> properties = new TreeMap<>();

    WrittenSettings(String unit) {
        prefix = "persistence." + unit.replaceAll("[^\\p{Alnum}_-]", "-") + ".";
        variablePrefix = "PERSISTENCE_" + variable(unit) + "__";
    }

    private static String variable(String name) {
        return name.replaceAll("[^\\p{Alnum}]", "_").toUpperCase(Locale.ROOT);
    }

    WrittenSettings inFile(Path file) {
        Properties read = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            read.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            // Not its message: an escape that is wrong may stand in a password.
            throw new SettingsException(
                    "file",
                    file,
                    "a properties file in UTF-8 that can be read: "
                            + e.getClass().getSimpleName());
        }
        return in(read, file + ": ");
    }

    WrittenSettings inVariables(Map<String, String> variables) {
        for (String name : new TreeSet<>(variables.keySet())) {
            if (name.startsWith(variablePrefix)) {
                String key = name.substring(variablePrefix.length());
                Setting setting = Arrays.stream(Setting.values())
                        .filter(known -> known.asVariable().equals(key))
                        .findFirst()
                        .orElseThrow(() -> unknown(
                                name,
                                Arrays.stream(Setting.values())
                                        .map(known -> variablePrefix + known.asVariable())
                                        .toList()));
                found.put(setting, new Written(name, String.valueOf(variables.get(name))));
            }
        }
        return this;
    }

    WrittenSettings in(Properties source) {
        return in(source, "");
    }

    private WrittenSettings in(Properties source, String where) {
        for (String name : new TreeSet<>(source.stringPropertyNames())) {
            if (name.startsWith(prefix)) {
                String key = name.substring(prefix.length());
                var written = new Written(where + name, source.getProperty(name).strip());
                if (key.startsWith(PROPERTY)) {
                    properties.put(key.substring(PROPERTY.length()), written);
                } else {
                    found.put(setting(key, where + name), written);
                }
            }
        }
        return this;
    }

    private Setting setting(String key, String name) {
        return Arrays.stream(Setting.values())
                .filter(known -> known.key.equals(key))
                .findFirst()
                .orElseThrow(() -> unknown(
                        name,
                        Arrays.stream(Setting.values())
                                .map(known -> prefix + known.key)
                                .toList()));
    }

    // Without its value: it may be a misspelt password.
    private static SettingsException unknown(String name, Iterable<String> known) {
        return new SettingsException(name, "unknown", "one of " + String.join(", ", known));
    }

    UnitSettings over(UnitSettings base) {
        UnitSettings settings = connected(base);
        for (Map.Entry<Setting, Written> entry : found.entrySet()) {
            settings = named(entry.getValue(), entry.getKey()::apply, settings);
        }
        for (Map.Entry<String, Written> entry : properties.entrySet()) {
            settings = named(entry.getValue(), (now, text) -> now.withProperty(entry.getKey(), text), settings);
        }
        return settings;
    }

    private static UnitSettings named(
            Written written, BiFunction<UnitSettings, String, UnitSettings> apply, UnitSettings settings) {
        try {
            return apply.apply(settings, written.text());
        } catch (SettingsException e) {
            throw e.as(written.name());
        }
    }

    private UnitSettings connected(UnitSettings base) {
        Written url = found.get(Setting.URL);
        Written credential = Optional.ofNullable(found.get(Setting.USER)).orElse(found.get(Setting.PASSWORD));
        if (url != null) {
            return named(
                    url,
                    (settings, text) ->
                            settings.withConnections(new ToUrl(text, text(Setting.USER), text(Setting.PASSWORD))),
                    base);
        }
        if (credential == null) {
            return base;
        }
        if (base.connections() instanceof ToUrl to) {
            return base.withConnections(new ToUrl(
                    to.url(),
                    Optional.ofNullable(text(Setting.USER)).orElse(to.user()),
                    Optional.ofNullable(text(Setting.PASSWORD)).orElse(to.password())));
        }
        throw new SettingsException(credential.name(), "given", "accompanied by " + prefix + Setting.URL.key);
    }

    private @Nullable String text(Setting setting) {
        Written written = found.get(setting);
        return written == null ? null : written.text();
    }

    private static SchemaAction action(String text) {
        for (SchemaAction action : SchemaAction.values()) {
            if (action.name().equals(text.toUpperCase(Locale.ROOT).replace('-', '_'))) {
                return action;
            }
        }
        throw new SettingsException(
                "schema",
                OF_PROVIDERS.contains(text) ? "'" + text + "'" : shown(text),
                "none, validate, create or drop-and-create");
    }

    // What looks like no number at all may be a password in the wrong place.
    private static String shown(String text) {
        return HARMLESS.matcher(text).matches() ? "'" + text + "'" : "something else, which is not shown";
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new SettingsException("number", shown(text), "a whole number");
        }
    }

    private static Duration duration(String text) {
        Matcher matcher = DURATION.matcher(text.toLowerCase(Locale.ROOT));
        if (text.equals("0")) {
            return Duration.ZERO;
        }
        if (!matcher.matches()) {
            throw new SettingsException("duration", shown(text), "a duration, such as 250ms, 10s, 30m, 1h or 0");
        }
        long amount = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            default -> Duration.ofHours(amount);
        };
    }
}
