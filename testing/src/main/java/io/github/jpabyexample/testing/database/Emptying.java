package io.github.jpabyexample.testing.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How a database says what stands in a place, and how it removes rows of tables that refer to each other. */
interface Emptying {

    /** A table, by the names that it has in the catalog. */
    record Table(String schema, String name) {

        /** For SQL: with its schema, whatever the search path is, and in quotes. */
        String quoted() {
            return Jdbc.quoted(schema) + "." + Jdbc.quoted(name);
        }
    }

    /**
     * What has to be done where a query finds a row.
     *
     * @param table whose rows are meant
     * @param when the query
     * @param sql what to do; null where all rows go, which each database does in its own way
     */
    record Change(Table table, String when, @Nullable String sql) {

        boolean isWhole() {
            return sql == null;
        }
    }

    /** A query for the schemas and names of all tables of the place that keep rows. */
    String tables();

    /**
     * A query for foreign keys that lead into the place from outside: the referring table, a condition that holds for a row
     * that refers, and the table that is referred to. Null where nothing is outside.
     */
    @Nullable
    String references();

    /** The table in a statement, without those that inherit from it. */
    String only(Table table);

    /** Carries out all changes at once. Of tables that are not among the emptied ones, no row goes with those of others. */
    void carryOut(List<Change> changes, Set<Table> emptied, Connection connection) throws SQLException;
}
