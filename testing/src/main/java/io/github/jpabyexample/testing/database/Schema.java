package io.github.jpabyexample.testing.database;

import io.github.jpabyexample.testing.database.Emptying.Change;
import io.github.jpabyexample.testing.database.Emptying.Table;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A database, or a schema of one, that belongs to one unit. */
final class Schema implements TestDatabase.Place {

    /** A trigger may write while rows are removed. */
    private static final int ROUNDS = 3;

    private static final Set<String> LOCK_TIMEOUTS = Set.of("HYT00", "55P03");

    private final DataSource dataSource;
    private final String description;
    private final Emptying emptying;
    private final @Nullable Outside outside;
    private final Jdbc.Work remove;

    // Stays open: to connect takes longer than to empty, and H2 closes a database with its last connection.
    final Connection connection;
    private final Map<Table, KeptRows> kept = new LinkedHashMap<>();
    private List<Table> tables = List.of();
    private List<Change> changes = List.of();
    private @Nullable PreparedStatement needed;

    /** Takes over the connection, on which the place was made. */
    Schema(
            DataSource dataSource,
            String description,
            Connection connection,
            Emptying emptying,
            @Nullable Outside outside,
            Jdbc.Work remove) {
        this.dataSource = dataSource;
        this.description = description;
        this.connection = connection;
        this.emptying = emptying;
        this.outside = outside;
        this.remove = remove;
    }

    @Override
    public DataSource dataSource() {
        return dataSource;
    }

    @Override
    public synchronized void keepRows() {
        Jdbc.run(connection, sql -> {
            kept.clear();
            prepare(List.of());
            Set<Table> filled = needed(sql).stream().map(Change::table).collect(Collectors.toSet());
            for (Table table : filled) {
                kept.put(table, KeptRows.of(table, kept.size(), filled, connection));
            }
            prepare(tables);
        });
    }

    @Override
    public synchronized void empty() {
        Jdbc.run(connection, sql -> {
            List<Change> left = needed(sql);
            for (int round = 0; !left.isEmpty(); round++) {
                if (round == ROUNDS) {
                    throw new IllegalStateException("Rows of " + tables(left) + " come back while they are removed");
                }
                refuseWhatIsReferredTo(left, sql);
                Set<Table> emptied = new LinkedHashSet<>(tables);
                emptied.removeAll(kept.keySet());
                carryOut(left, emptied);
                left = needed(sql);
            }
        });
    }

    private void carryOut(List<Change> left, Set<Table> emptied) {
        try {
            emptying.carryOut(left, emptied, connection);
        } catch (SQLException e) {
            boolean waited = LOCK_TIMEOUTS.contains(String.valueOf(e.getSQLState()));
            throw new IllegalStateException(
                    "The rows of " + tables(left) + " cannot be removed: "
                            + (waited ? "is a transaction of a test still open? " : "") + e.getMessage(),
                    e);
        }
    }

    private static String tables(List<Change> changes) {
        return changes.stream()
                .map(change -> change.table().quoted())
                .distinct()
                .collect(Collectors.joining(", "));
    }

    // One query for all: to remove the rows of an empty table costs as much as of a full one, and most are empty.
    private List<Change> needed(Statement sql) throws SQLException {
        List<Table> now = new ArrayList<>();
        try (ResultSet rows = sql.executeQuery(emptying.tables())) {
            while (rows.next()) {
                now.add(new Table(rows.getString(1), rows.getString(2)));
            }
        }
        if (!now.equals(tables)) {
            prepare(now);
        }
        if (needed == null) {
            return List.of();
        }
        List<Change> found = new ArrayList<>();
        try (ResultSet rows = needed.executeQuery()) {
            while (rows.next()) {
                found.add(changes.get(rows.getInt(1)));
            }
        }
        return found;
    }

    private void prepare(List<Table> now) throws SQLException {
        changes = new ArrayList<>();
        for (Table table : now) {
            KeptRows rows = kept.get(table);
            changes.addAll(
                    rows != null
                            ? rows.changes(emptying)
                            : List.of(new Change(table, "select 1 from " + emptying.only(table), null)));
        }
        if (needed != null) {
            needed.close();
        }
        // Of a kept table without a key nothing can be told, and there may be no other one.
        needed = changes.isEmpty()
                ? null
                : connection.prepareStatement(IntStream.range(0, changes.size())
                        .mapToObj(i -> "select " + i + " from (values (1)) as one(n) where exists ("
                                + changes.get(i).when() + ")")
                        .collect(Collectors.joining(" union all ")));
        tables = now;
    }

    // A foreign key from elsewhere would be broken, or would take rows there with those that go here.
    private void refuseWhatIsReferredTo(List<Change> left, Statement sql) throws SQLException {
        if (emptying.references() == null) {
            return;
        }
        Set<String> touched = left.stream().map(change -> change.table().name()).collect(Collectors.toSet());
        List<String[]> references = new ArrayList<>();
        try (ResultSet rows = sql.executeQuery(emptying.references())) {
            while (rows.next()) {
                references.add(new String[] {rows.getString(1), rows.getString(2), rows.getString(3)});
            }
        }
        for (String[] reference : references) {
            String referring = "select 1 from " + reference[0] + " where " + reference[1];
            if (touched.contains(reference[2]) && !Jdbc.strings(sql, referring).isEmpty()) {
                throw new IllegalStateException("The rows of " + reference[2] + " cannot be removed: " + reference[0]
                        + ", which is outside of " + this + " and stays as it is, refers to them");
            }
        }
    }

    @Override
    public List<String> outside(List<String> statements) {
        return outside == null ? List.of() : outside.madeBy(statements, connection);
    }

    @Override
    public void close() {
        try {
            Jdbc.run(connection, remove);
            if (outside != null) {
                outside.remove(connection);
            }
        } finally {
            Jdbc.close(connection);
        }
    }

    /** {@return where it is, without a secret} */
    @Override
    public String toString() {
        return description;
    }
}
