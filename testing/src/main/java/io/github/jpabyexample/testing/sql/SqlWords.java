package io.github.jpabyexample.testing.sql;

import io.github.jpabyexample.testing.sql.SqlStatement.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The words of a statement, each with its depth in parentheses: enough to see what it does to which table. No parser:
 * what it cannot see is {@link Kind#OTHER}, or null.
 */
final class SqlWords {

    private static final Pattern TOKEN = Pattern.compile("""
            (?<comment> --[^\\n]*+ | /\\*(?s:.*?)\\*/ )
            | (?<text> '[^']*+' )
            | (?<name> (?: "[^"]*+" | [\\w$\\#]++ ) (?: \\s*+\\.\\s*+ (?: "[^"]*+" | [\\w$\\#]++ ) )*+ )
            | (?<sign> [^\\s] )
            """, Pattern.COMMENTS | Pattern.UNICODE_CHARACTER_CLASS);
    private static final Set<String> VERBS = Set.of("select", "insert", "update", "delete", "merge");
    private static final Set<String> READS = Set.of("select", "values", "table", "with");
    private static final Set<String> SCHEMA =
            Set.of("create", "alter", "drop", "truncate", "comment", "grant", "revoke");

    private record Word(String text, int depth) {}

    private final List<Word> words = new ArrayList<>();
    private final int main;

    SqlWords(String sql) {
        int depth = 0;
        Matcher token = TOKEN.matcher(sql);
        while (token.find()) {
            if (token.group("name") != null) {
                words.add(new Word(name(token.group()), depth));
            } else if (token.group("sign") != null) {
                depth -= token.group().equals(")") ? 1 : 0;
                words.add(new Word(token.group(), depth));
                depth += token.group().equals("(") ? 1 : 0;
            }
        }
        main = main();
    }

    Kind kind() {
        return switch (at(main)) {
            case "select", "values", "table" -> isSequenceCall() ? Kind.SEQUENCE : Kind.SELECT;
            case "call" -> isSequenceCall() ? Kind.SEQUENCE : Kind.OTHER;
            case "insert", "merge" -> Kind.INSERT;
            case "update" -> Kind.UPDATE;
            case "delete" -> Kind.DELETE;
            default -> SCHEMA.contains(at(main)) ? Kind.DDL : Kind.OTHER;
        };
    }

    @Nullable
    String table() {
        return switch (at(main)) {
            case "insert", "merge" -> nameAfter("into");
            case "update" -> nameAt(main + 1);
            case "select", "delete" -> nameAfter("from");
            default -> null;
        };
    }

    // A statement that only reads may have one inside that writes: "with … as (delete … returning …) select …", or
    // "select … from final table (insert …)".
    private int main() {
        int first = 0;
        while (at(first).equals("(")) {
            first++;
        }
        int verb = at(first).equals("with") ? verbAfterWith(first) : first;
        if (!READS.contains(at(verb))) {
            return verb;
        }
        for (int i = first + 1; i < words.size(); i++) {
            if (at(i - 1).equals("(") && isWrite(i)) {
                return i;
            }
        }
        return verb;
    }

    private int verbAfterWith(int with) {
        for (int i = with + 1; i < words.size(); i++) {
            if (words.get(i).depth == words.get(with).depth && VERBS.contains(at(i))) {
                return i;
            }
        }
        return with;
    }

    private boolean isWrite(int i) {
        return switch (at(i)) {
            case "insert", "merge" -> at(i + 1).equals("into");
            case "delete" -> at(i + 1).equals("from");
            case "update" -> !at(i + 1).equals("(");
            default -> false;
        };
    }

    private boolean isSequenceCall() {
        boolean asks = false;
        for (int i = main; i < words.size(); i++) {
            String word = at(i);
            if (word.equals("from") && !at(i + 1).equals("dual")) {
                return false;
            }
            asks |= word.equals("nextval") || word.endsWith(".nextval");
            asks |= word.equals("next")
                    && at(i + 1).equals("value")
                    && at(i + 2).equals("for");
        }
        return asks;
    }

    private @Nullable String nameAfter(String word) {
        int depth = main < words.size() ? words.get(main).depth : 0;
        for (int i = main; i < words.size(); i++) {
            if (words.get(i).depth < depth) {
                return null;
            }
            if (words.get(i).depth == depth && at(i).equals(word)) {
                return nameAt(i + 1);
            }
        }
        return null;
    }

    private @Nullable String nameAt(int start) {
        int i = start;
        while (Set.of("only", "lateral", "(").contains(at(i))) {
            i++;
        }
        if (at(i).equals("select")) {
            var inner = new SqlWords(words.subList(i, words.size()));
            return inner.nameAfter("from");
        }
        boolean isName = at(i).matches("(?s)[\\w\"].*") && !READS.contains(at(i)) && !isCall(i);
        return isName ? at(i).replace("\"", "") : null;
    }

    private SqlWords(List<Word> words) {
        this.words.addAll(words);
        this.main = 0;
    }

    // "from unnest(…)" names a function; "insert into book (title)" names a table.
    private boolean isCall(int i) {
        return at(i + 1).equals("(") && !at(i - 1).equals("into");
    }

    private String at(int i) {
        return i >= 0 && i < words.size() ? words.get(i).text : "";
    }

    // Still quoted, so that a column called "from" is not taken for a keyword.
    private static String name(String token) {
        return token.replaceAll("\\s*\\.\\s*", ".").toLowerCase(Locale.ROOT);
    }
}
