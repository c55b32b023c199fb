package io.github.jpabyexample.testing;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** By what units that are open are told from each other. */
record UnitKey(
        String unit,
        Map<String, Object> properties,
        @Nullable SchemaCreation tables) {

    static UnitKey of(String unit) {
        return new UnitKey(unit, Map.of(), null);
    }

    UnitKey with(String property, Object value) {
        Map<String, Object> more = new HashMap<>(properties);
        more.put(property, value);
        return new UnitKey(unit, Map.copyOf(more), tables);
    }

    UnitKey withTables(SchemaCreation creation) {
        return new UnitKey(unit, properties, creation);
    }
}
