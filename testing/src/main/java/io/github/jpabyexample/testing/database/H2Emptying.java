package io.github.jpabyexample.testing.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** H2: nothing refers to anything while rows are removed. */
final class H2Emptying implements Emptying {

    private final @Nullable String schema;

    /** For one schema, or for all of a database that is the unit's own. */
    H2Emptying(@Nullable String schema) {
        this.schema = schema;
    }

    // A linked table is of another database.
    @Override
    public String tables() {
        return "select table_schema, table_name from information_schema.tables"
                + " where table_type = 'BASE TABLE' and storage_type <> 'TABLE LINK' and table_schema "
                + (schema == null ? "<> 'INFORMATION_SCHEMA'" : "= " + Jdbc.literal(schema)) + " order by 1, 2";
    }

    @Override
    public @Nullable String references() {
        return schema == null ? null : """
                select '"' || replace(k.table_schema, '"', '""') || '"."' || replace(k.table_name, '"', '""') || '"',
                       listagg('"' || replace(k.column_name, '"', '""') || '" is not null', ' and '),
                       u.table_name
                from information_schema.referential_constraints r
                join information_schema.key_column_usage k
                  on k.constraint_schema = r.constraint_schema and k.constraint_name = r.constraint_name
                join information_schema.table_constraints u
                  on u.constraint_schema = r.unique_constraint_schema and u.constraint_name = r.unique_constraint_name
                where u.table_schema = :schema and k.table_schema <> :schema
                group by r.constraint_schema, r.constraint_name, k.table_schema, k.table_name, u.table_name
                """.replace(":schema", Jdbc.literal(schema));
    }

    @Override
    public String only(Table table) {
        return table.quoted();
    }

    @Override
    public void carryOut(List<Change> changes, Set<Table> emptied, Connection connection) throws SQLException {
        try (Statement sql = connection.createStatement()) {
            Set<Table> tables = changes.stream().map(Change::table).collect(Collectors.toSet());
            try {
                check(tables, false, sql);
                for (Change change : changes) {
                    sql.execute(
                            change.isWhole()
                                    ? "truncate table " + change.table().quoted()
                                    : change.sql());
                }
            } finally {
                check(tables, true, sql);
            }
        }
    }

    // The switch of the whole database is twenty times as fast, but on a server others would run without checks.
    private void check(Set<Table> tables, boolean references, Statement sql) throws SQLException {
        if (schema == null) {
            sql.execute("set referential_integrity " + references);
            return;
        }
        for (Table table : tables) {
            sql.execute("alter table " + table.quoted() + " set referential_integrity " + references);
        }
    }
}
