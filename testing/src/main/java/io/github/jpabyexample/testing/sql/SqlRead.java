package io.github.jpabyexample.testing.sql;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A statement that reads: rows of a table, or only the next ids of a sequence, or nothing at all. */
final class SqlRead {

    /** Tables that databases have where a query needs one. */
    private static final Set<String> DUMMIES = Set.of("dual", "dummy", "sys.dummy", "sysibm.sysdummy1", "rdb$database");

    private static final Set<String> AFTER_FROM = Set.of(
            "where", "group", "having", "order", "limit", "offset", "fetch", "for", "union", "intersect", "except");

    private final SqlWords words;

    SqlRead(SqlWords words) {
        this.words = words;
    }

    boolean isPing() {
        String all = words.size() > 6
                ? ""
                : IntStream.range(0, words.size()).mapToObj(words::at).collect(Collectors.joining(" "));
        String[] parts = all.split(" from ", 2);
        return Set.of("select 1", "values 1", "values ( 1 )").contains(parts[0])
                && (parts.length == 1 || DUMMIES.contains(parts[1]));
    }

    boolean asksASequence() {
        boolean asks = false;
        for (int i = 0; i < words.size(); i++) {
            String next = at(i + 1);
            asks |= at(i).equals("nextval") && (next.equals("(") || next.equals("for"));
            asks |= at(i).endsWith(".nextval");
            asks |= at(i).equals("gen_id") && next.equals("(");
            asks |= at(i).equals("next") && next.equals("value") && at(i + 2).equals("for");
        }
        return asks && !readsATable();
    }

    // Many ids at once are asked for with a function that gives that many rows.
    private boolean readsATable() {
        Set<String> noTables = new HashSet<>(DUMMIES);
        Set<Integer> lists = new HashSet<>();
        for (int i = 0; i < words.size(); i++) {
            int depth = words.depth(i);
            if (at(i).equals("as") && Set.of("(", "materialized", "not").contains(at(i + 1))) {
                noTables.add(words.name(at(i - 1).equals(")") ? opening(i - 1) - 1 : i - 1));
            }
            if (at(i).equals("from")) {
                lists.add(depth);
            } else if (AFTER_FROM.contains(at(i)) || at(i).equals(")")) {
                lists.remove(at(i).equals(")") ? depth + 1 : depth);
            }
            boolean item = Set.of("from", "join").contains(at(i)) || (at(i).equals(",") && lists.contains(depth));
            String table = item ? words.source(i + 1) : null;
            if (table != null && !noTables.contains(table)) {
                return true;
            }
        }
        return false;
    }

    private int opening(int close) {
        int i = close;
        while (i > 0 && !(at(i).equals("(") && words.depth(i) == words.depth(close))) {
            i--;
        }
        return i;
    }

    private String at(int i) {
        return words.at(i);
    }
}
