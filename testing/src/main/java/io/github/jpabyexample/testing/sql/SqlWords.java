package io.github.jpabyexample.testing.sql;

import io.github.jpabyexample.testing.sql.Sql.Action;
import io.github.jpabyexample.testing.sql.SqlScanner.Word;
import io.github.jpabyexample.testing.sql.SqlStatement.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The words of one statement: enough to see what it does to which table. No parser: what it cannot see is {@link
 * Kind#OTHER}, or null, and never a guess.
 */
final class SqlWords {

    private static final Set<String> WRITES = Set.of("insert", "update", "delete", "merge", "replace", "upsert");
    private static final Set<String> READS = Set.of("select", "values", "table", "with");
    private static final Set<String> SCHEMA =
            Set.of("create", "alter", "drop", "truncate", "comment", "grant", "revoke");
    private static final Set<String> BEFORE_A_TABLE = Set.of("only", "lateral", "(", "{", "oj");
    private static final Set<String> NO_NAMES = Set.of("set", "where", "values", "select", "table", "with");

    private final List<Word> words;

    /** Where the verb is that says what the statement does. */
    final int main;

    private final boolean explained;

    SqlWords(List<Word> words) {
        this.words = words;
        int first = 0;
        while (Set.of("(", "{", "?", "=").contains(at(first)) || (at(first).equals("begin") && isWrite(first + 1))) {
            first++;
        }
        int verb = at(first).equals("explain") ? explained(first) : first;
        this.explained = verb > first;
        this.main = at(verb).equals("with") ? afterWith(verb) : verb;
    }

    Sql as(String text, boolean whole) {
        List<Action> actions = new ArrayList<>();
        if (isWrite(main)) {
            actions.add(new SqlWrite(this, main, whole).action());
        }
        for (int i = 1; i < words.size() && (isWrite(main) || READS.contains(at(main))); i++) {
            if (i != main && isInnerWrite(i)) {
                actions.add(new SqlWrite(this, i, whole).action());
            }
        }
        boolean returns = !at(next(main, Set.of("returning", "output"))).isEmpty();
        if (actions.isEmpty()) {
            actions.add(new Action(kind(), table(), Sql.UNKNOWN, false));
        }
        int places =
                (int) words.stream().filter(word -> word.text().equals("?")).count();
        boolean ping = new SqlRead(this).isPing();
        return new Sql(text, List.copyOf(actions), isWrite(main) && !explained, returns, places, ping);
    }

    private Kind kind() {
        return switch (at(main)) {
            case "select", "values", "table" -> new SqlRead(this).asksASequence() ? Kind.SEQUENCE : Kind.SELECT;
            case "call" -> new SqlRead(this).asksASequence() ? Kind.SEQUENCE : Kind.OTHER;
            default -> SCHEMA.contains(at(main)) ? Kind.DDL : Kind.OTHER;
        };
    }

    private @Nullable String table() {
        return switch (at(main)) {
            case "select" -> source(next(main, Set.of("from")) + 1);
            case "table" -> source(main + 1);
            default -> null;
        };
    }

    /** {@return the verb that runs to be explained, or the same place where none does} */
    private int explained(int explain) {
        int verb = explain + 1;
        while (verb < words.size() && !isWrite(verb) && !READS.contains(at(verb))) {
            verb++;
        }
        boolean runs = words.subList(explain, Math.min(verb, words.size())).stream()
                .anyMatch(word -> word.text().startsWith("analy"));
        return runs ? verb : explain;
    }

    private int afterWith(int with) {
        for (int i = with + 1; i < words.size(); i++) {
            if (depth(i) == depth(with) && (isWrite(i) || READS.contains(at(i)))) {
                return i;
            }
        }
        return with;
    }

    private boolean isWrite(int i) {
        return WRITES.contains(at(i));
    }

    // "with … as (delete from … returning …) select …", or "select … from final table (insert into …)".
    private boolean isInnerWrite(int i) {
        return switch (at(i)) {
            case "insert", "merge" -> at(i + 1).equals("into");
            case "delete" -> at(i + 1).equals("from");
            case "update" -> Set.of("(", ")").contains(at(i - 1)) && isName(i + 1);
            default -> false;
        };
    }

    /** {@return the table read from, or null where a function or a list of values stands} */
    @Nullable
    String source(int start) {
        int i = start;
        while (BEFORE_A_TABLE.contains(at(i))) {
            i++;
        }
        if (at(i).equals("select")) {
            return source(next(i, Set.of("from")) + 1);
        }
        return isName(i) && !at(i + 1).equals("(") ? name(i) : null;
    }

    /** {@return the place of the next of some words, as deep as the word at the start; the end where there is none} */
    int next(int start, Set<String> wanted) {
        for (int i = start; i < words.size() && depth(i) >= depth(start); i++) {
            if (depth(i) == depth(start) && wanted.contains(at(i))) {
                return i;
            }
        }
        return words.size();
    }

    boolean isName(int i) {
        String word = at(i);
        char first = word.isEmpty() ? ' ' : word.charAt(0);
        return first == '"'
                ? word.length() > 1
                : (Character.isLetterOrDigit(first) || "_#$".indexOf(first) >= 0) && !NO_NAMES.contains(word);
    }

    String name(int i) {
        return at(i).startsWith("\"") ? at(i).substring(1) : at(i);
    }

    /** {@return the word at a place, empty outside of the statement} */
    String at(int i) {
        return i >= 0 && i < words.size() ? words.get(i).text() : "";
    }

    int depth(int i) {
        return i >= 0 && i < words.size() ? words.get(i).depth() : 0;
    }

    int size() {
        return words.size();
    }
}
