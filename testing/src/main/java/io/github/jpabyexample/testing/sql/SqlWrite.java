package io.github.jpabyexample.testing.sql;

import io.github.jpabyexample.testing.sql.Sql.Action;
import io.github.jpabyexample.testing.sql.SqlStatement.Kind;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A statement that writes, or the part of one that does. */
final class SqlWrite {

    private static final Set<String> BEFORE_THE_TABLE = Set.of(
            "into",
            "from",
            "only",
            "(",
            "ignore",
            "low_priority",
            "high_priority",
            "delayed",
            "quick",
            "overwrite",
            "or",
            "replace",
            "rollback",
            "abort",
            "fail");

    private final SqlWords words;
    private final int verb;
    private final boolean whole;

    SqlWrite(SqlWords words, int verb, boolean whole) {
        this.words = words;
        this.verb = verb;
        this.whole = whole;
    }

    Action action() {
        return switch (at(verb)) {
            case "update" -> new Action(Kind.UPDATE, whole ? table() : null, Sql.UNKNOWN, false);
            case "delete" -> new Action(Kind.DELETE, whole ? table() : null, Sql.UNKNOWN, false);
            default -> new Action(Kind.INSERT, whole ? table() : null, rows(), merges());
        };
    }

    private @Nullable String table() {
        int name = verb + 1;
        if (at(name).equals("top") && at(name + 1).equals("(")) {
            name = words.next(name + 1, Set.of(")")) + 1;
        }
        boolean known = false;
        while (BEFORE_THE_TABLE.contains(at(name))
                || (at(name).equals("table") && at(name - 1).equals("overwrite"))) {
            known |= Set.of("into", "from").contains(at(name));
            name++;
        }
        if (!words.isName(name)) {
            return null;
        }
        if (!at(verb).equals("update") && !at(verb).equals("delete")) {
            boolean several = Set.of("all", "first").contains(at(name)) && !known;
            return several ? null : words.name(name);
        }
        int end = words.next(name, Set.of("set", "from", "using", "where", "order"));
        for (int i = name; i < end; i++) {
            if (words.depth(i) == words.depth(name) && Set.of(",", "join").contains(at(i))) {
                return null;
            }
        }
        return behindAlias(name);
    }

    // "update b set … from book b" and "delete b from book b" write to book.
    private String behindAlias(int name) {
        for (int i = name + 1; i < words.size(); i++) {
            int table = at(i - 1).equals("as") ? i - 2 : i - 1;
            if (at(i).equals(at(name))
                    && table > name
                    && words.isName(table)
                    && Set.of("from", "join", ",", "using").contains(at(table - 1))
                    && words.depth(i) == words.depth(verb)) {
                return words.name(table);
            }
        }
        return words.name(name);
    }

    /** {@return how many rows "values (…), (…)" inserts, where nothing in the statement can leave one out} */
    private long rows() {
        int i = words.next(verb, Set.of("values", "select", "set", "with", "table", "on"));
        if (!at(verb).equals("insert") || !at(verb + 1).equals("into") || !at(i).equals("values")) {
            return Sql.UNKNOWN;
        }
        int rows = 0;
        if (at(i - 1).equals("default")) {
            rows++;
            i++;
        } else {
            do {
                i += at(i + 1).equals("row") ? 2 : 1;
                if (!at(i).equals("(")) {
                    return Sql.UNKNOWN;
                }
                rows++;
                i = words.next(i, Set.of(")")) + 1;
            } while (at(i).equals(","));
        }
        boolean nothingFollows = i >= words.size() || at(i).equals("returning");
        return nothingFollows || words.depth(i) < words.depth(verb) ? rows : Sql.UNKNOWN;
    }

    /** Says whether rows that are there may be changed instead. */
    private boolean merges() {
        boolean changes =
                Set.of("replace", "upsert").contains(at(verb)) || at(verb + 2).equals("replace");
        boolean says = !at(verb).equals("merge");
        for (int i = verb; i < words.size() && words.depth(i) >= words.depth(verb); i++) {
            changes |= at(i).equals("update") && Set.of("do", "then", "key").contains(at(i - 1));
            changes |= at(i).equals("delete") && at(i - 1).equals("then");
            says |= at(i).equals("when");
        }
        return changes || !says;
    }

    private String at(int i) {
        return words.at(i);
    }
}
