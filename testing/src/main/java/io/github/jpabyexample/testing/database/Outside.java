package io.github.jpabyexample.testing.database;

import java.sql.Connection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What a unit makes beside its own schema, on a server that is to be left as it was. */
final class Outside {

    private static final String EVERYTHING = """
            select 'table', table_schema, table_name from information_schema.tables where table_type = 'BASE TABLE'
            union all select 'view', table_schema, table_name from information_schema.tables where table_type = 'VIEW'
            union all select 'sequence', sequence_schema, sequence_name from information_schema.sequences
            union all select 'schema', schema_name, schema_name from information_schema.schemata
            """;

    private record Thing(String kind, String schema, String name) {

        String quoted() {
            return kind.equals("schema") ? Jdbc.quoted(name) : Jdbc.quoted(schema) + "." + Jdbc.quoted(name);
        }

        // Others work on that server, too: only what a statement of ours names is ours.
        boolean isNamedIn(String statement) {
            String text = statement.toLowerCase(Locale.ROOT);
            return List.of(schema, name).stream()
                    .allMatch(word -> Pattern.compile("\\b" + Pattern.quote(word.toLowerCase(Locale.ROOT)) + "\\b")
                            .matcher(text)
                            .find());
        }
    }

    private final String own;
    private final Set<Thing> before;
    private final Set<Thing> made = new LinkedHashSet<>();

    Outside(String own, Connection connection) {
        this.own = own;
        this.before = everything(connection);
    }

    List<String> madeBy(List<String> statements, Connection connection) {
        for (Thing thing : everything(connection)) {
            if (!before.contains(thing)
                    && !thing.schema().equals(own)
                    && statements.stream().anyMatch(thing::isNamedIn)) {
                made.add(thing);
            }
        }
        return made.stream().map(thing -> thing.kind() + " " + thing.quoted()).toList();
    }

    /** After the schema itself has gone, with all that referred to these. */
    void remove(Connection connection) {
        Jdbc.run(connection, sql -> {
            for (String kind : List.of("view", "table", "sequence", "schema")) {
                for (Thing thing : made) {
                    if (thing.kind().equals(kind)) {
                        boolean hasRows = kind.equals("table");
                        sql.execute("drop " + kind + " if exists " + thing.quoted() + (hasRows ? " cascade" : ""));
                    }
                }
            }
        });
    }

    private static Set<Thing> everything(Connection connection) {
        Set<Thing> found = new LinkedHashSet<>();
        Jdbc.run(connection, sql -> {
            try (var rows = sql.executeQuery(EVERYTHING)) {
                while (rows.next()) {
                    found.add(new Thing(rows.getString(1), rows.getString(2), rows.getString(3)));
                }
            }
        });
        return found;
    }
}
