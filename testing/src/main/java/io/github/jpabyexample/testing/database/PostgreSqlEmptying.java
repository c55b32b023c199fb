package io.github.jpabyexample.testing.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** PostgreSQL: all in one statement, which checks foreign keys at its end, so that no order is needed. */
final class PostgreSqlEmptying implements Emptying {

    private static final String LARGE = "512 * 1024";

    private final @Nullable String schema;
    private final boolean isSuperuser;

    /** For one schema, or for all of a database that is the unit's own. */
    PostgreSqlEmptying(@Nullable String schema, boolean isSuperuser) {
        this.schema = schema;
        this.isSuperuser = isSuperuser;
    }

    // Foreign tables are of another database, and of a partitioned table the partitions have the rows.
    @Override
    public String tables() {
        return "select n.nspname, c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace"
                + " where c.relkind = 'r' and n.nspname "
                + (schema == null ? "!~ '^pg_' and n.nspname <> 'information_schema'" : "= " + Jdbc.literal(schema))
                + " order by 1, 2";
    }

    @Override
    public @Nullable String references() {
        return schema == null ? null : """
                select format('%I.%I', n.nspname, c.relname),
                       string_agg(format('%I is not null', a.attname), ' and '),
                       t.relname
                from pg_constraint f
                join pg_class t on t.oid = f.confrelid
                join pg_class c on c.oid = f.conrelid
                join pg_namespace n on n.oid = c.relnamespace
                join pg_attribute a on a.attrelid = c.oid and a.attnum = any (f.conkey)
                where f.contype = 'f' and t.relnamespace = :schema::regnamespace and n.nspname <> :schema
                group by f.oid, n.nspname, c.relname, t.relname
                """.replace(":schema", Jdbc.literal(schema));
    }

    @Override
    public String only(Table table) {
        return "only " + table.quoted();
    }

    @Override
    public void carryOut(List<Change> changes, Set<Table> emptied, Connection connection) throws SQLException {
        List<String> truncated = isSuperuser ? List.of() : worthTruncating(changes, emptied, connection);
        connection.setAutoCommit(false);
        try (Statement sql = connection.createStatement()) {
            if (truncated.isEmpty()) {
                // Of a transaction, so that it ends with it, however that ends.
                sql.execute(isSuperuser ? "set local session_replication_role = replica" : "select 1");
                sql.execute(atOnce(changes));
            } else {
                sql.execute("truncate table only " + String.join(", only ", truncated));
            }
            connection.commit();
        } catch (SQLException e) {
            connection.rollback();
            throw e;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    private String atOnce(List<Change> changes) {
        List<String> parts = new ArrayList<>();
        for (Change change : changes) {
            String sql = change.isWhole() ? "delete from " + only(change.table()) : change.sql();
            parts.add("c" + parts.size() + " as (" + sql + ")");
        }
        return "with " + String.join(", ", parts) + " select 1";
    }

    // To delete asks for each row whether another one refers to it, which takes long where there are many rows and no
    // index; to truncate does not, but takes long for a few, and takes all tables that refer, be they empty or not.
    private List<String> worthTruncating(List<Change> changes, Set<Table> emptied, Connection connection)
            throws SQLException {
        String tables = changes.stream()
                .map(change -> Jdbc.literal(change.table().quoted()) + "::regclass")
                .collect(Collectors.joining(", ", "array[", "]"));
        Set<String> allowed = emptied.stream().map(Table::quoted).collect(Collectors.toSet());
        try (Statement sql = connection.createStatement()) {
            if (!changes.stream().allMatch(Change::isWhole)
                    || Jdbc.strings(
                                    sql,
                                    "select 1 from unnest(" + tables + ") as t(oid) where pg_relation_size(oid) > "
                                            + LARGE)
                            .isEmpty()) {
                return List.of();
            }
            List<String> referring = Jdbc.strings(sql, """
                    with recursive r(oid) as (
                        select oid::oid from unnest(:tables) as t(oid)
                        union select f.conrelid from pg_constraint f join r on f.confrelid = r.oid where f.contype = 'f')
                    select '"' || replace(n.nspname, '"', '""') || '"."' || replace(c.relname, '"', '""') || '"'
                    from r join pg_class c on c.oid = r.oid join pg_namespace n on n.oid = c.relnamespace
                    """.replace(":tables", tables));
            return allowed.containsAll(referring) ? referring : List.of();
        }
    }
}
