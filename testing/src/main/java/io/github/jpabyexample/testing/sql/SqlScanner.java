package io.github.jpabyexample.testing.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Cuts SQL into words, each with its depth in parentheses: comments are left out, and what stands in quotes is no keyword.
 * Reads what H2, PostgreSQL, MySQL, MariaDB and SQL Server quote and comment with.
 */
final class SqlScanner {

    /**
     * @param text in lower case; a name in quotes begins with a quote, so that it is no keyword; a string is {@link #STRING}
     */
    record Word(String text, int depth, int start) {}

    static final String STRING = "'";
    private static final Set<String> ENDS_OF_OTHERS = Set.of("if", "loop", "while", "repeat", "for");

    private static final Set<String> ROUTINES = Set.of("function", "procedure", "trigger", "event", "package");

    private final String sql;
    private final boolean backslashes;
    private final List<Word> words = new ArrayList<>();
    private int at;
    private int depth;
    private boolean whole = true;

    private SqlScanner(String sql, boolean backslashes) {
        this.sql = sql;
        this.backslashes = backslashes;
        while (at < sql.length()) {
            next(sql.charAt(at));
        }
    }

    // In MySQL a backslash hides the quote after it, elsewhere not: that reading is right in which each quote has its
    // end.
    static SqlScanner of(String sql) {
        var standard = new SqlScanner(sql, false);
        if (standard.whole || sql.indexOf('\\') < 0) {
            return standard;
        }
        var escaped = new SqlScanner(sql, true);
        return escaped.whole ? escaped : standard;
    }

    List<Word> words() {
        return words;
    }

    /** Says whether each quote and each comment has its end. */
    boolean isWhole() {
        return whole;
    }

    /** {@return the places of the semicolons that end a statement: not those in the body of a routine that is created} */
    List<Integer> ends() {
        List<Integer> ends = new ArrayList<>();
        int first = 0;
        int blocks = 0;
        boolean routine = false;
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i).text;
            routine |= text(first).equals("create") && ROUTINES.contains(word);
            if (routine && words.get(i).depth == 0) {
                boolean opens = word.equals("begin") || (blocks > 0 && word.equals("case"));
                blocks += opens && !(i > 0 && text(i - 1).equals("end")) ? 1 : 0;
                blocks -= blocks > 0 && word.equals("end") && !ENDS_OF_OTHERS.contains(text(i + 1)) ? 1 : 0;
            }
            if (word.equals(";") && words.get(i).depth == 0 && blocks == 0) {
                ends.add(i);
                first = i + 1;
                routine = false;
            }
        }
        return ends;
    }

    private String text(int i) {
        return i < words.size() ? words.get(i).text : "";
    }

    private void next(char c) {
        if (Character.isWhitespace(c)) {
            at++;
        } else if (sql.startsWith("--", at) || sql.startsWith("//", at)) {
            while (at < sql.length() && sql.charAt(at) != '\n' && sql.charAt(at) != '\r') {
                at++;
            }
        } else if (sql.startsWith("/*", at)) {
            at = endOfComment();
        } else if (c == '\'') {
            string(at, backslashes);
        } else if ((c == 'e' || c == 'E') && is(at + 1, '\'')) {
            string(at + 1, true);
        } else if (c == '$' && endOfDollarQuotes() > 0) {
            words.add(new Word(STRING, depth, at));
            at = endOfDollarQuotes();
        } else if (startsName(at)) {
            name();
        } else {
            depth -= (c == ')' || c == '}') && depth > 0 ? 1 : 0;
            words.add(new Word(String.valueOf(c), depth, at++));
            depth += c == '(' || c == '{' ? 1 : 0;
        }
    }

    // Comments have comments inside on H2, PostgreSQL and SQL Server; elsewhere the first end is the end.
    private int endOfComment() {
        int open = 0;
        for (int i = at; i < sql.length() - 1; i++) {
            if (sql.startsWith("/*", i)) {
                open++;
                i++;
            } else if (sql.startsWith("*/", i)) {
                i++;
                if (--open == 0) {
                    return i + 1;
                }
            }
        }
        int end = sql.indexOf("*/", at + 2);
        whole &= end >= 0;
        return end < 0 ? sql.length() : end + 2;
    }

    private void string(int quote, boolean escapes) {
        words.add(new Word(STRING, depth, at));
        at = endOfQuotes(quote, '\'', escapes);
    }

    private int endOfQuotes(int start, char quote, boolean escapes) {
        for (int i = start + 1; i < sql.length(); i++) {
            if (escapes && is(i, '\\')) {
                i++;
            } else if (is(i, quote)) {
                if (!is(i + 1, quote)) {
                    return i + 1;
                }
                i++;
            }
        }
        whole = false;
        return sql.length();
    }

    private int endOfDollarQuotes() {
        int end = sql.indexOf('$', at + 1);
        String tag = end < 0 ? "" : sql.substring(at, end + 1);
        int close = tag.matches("(?U)\\$([\\p{L}_]\\w*)?\\$") ? sql.indexOf(tag, end + 1) : -1;
        return close < 0 ? -1 : close + tag.length();
    }

    /** A name with its schema, however each is quoted; or a number. */
    private void name() {
        int start = at;
        boolean escaped = sql.regionMatches(true, at, "u&\"", 0, 3);
        at += escaped ? 2 : 0;
        boolean number = Character.isDigit(sql.charAt(at));
        var text = new StringBuilder();
        boolean quoted = part(text);
        for (int dot = afterSpace(at); !number && is(dot, '.'); dot = afterSpace(at)) {
            int next = afterSpace(dot + 1);
            while (is(next, '.')) {
                next = afterSpace(next + 1);
            }
            if (!startsName(next)) {
                break;
            }
            at = next;
            quoted |= part(text.append('.'));
        }
        // A name with escapes in it is not known, only that it is one.
        String name = escaped ? "" : text.toString().toLowerCase(Locale.ROOT);
        words.add(new Word(quoted ? "\"" + name : name, depth, start));
    }

    /** Says whether it is in quotes. */
    private boolean part(StringBuilder text) {
        char first = sql.charAt(at);
        if (first == '"' || first == '`' || first == '[') {
            char close = first == '[' ? ']' : first;
            int end = endOfQuotes(at, close, backslashes && first != '[');
            String inside = sql.substring(at + 1, end - 1 > at && is(end - 1, close) ? end - 1 : end);
            text.append(inside.replace("" + close + close, "" + close));
            at = end;
            return true;
        }
        boolean number = Character.isDigit(first);
        while (at < sql.length() && (isPartOfName(sql.charAt(at)) || (number && is(at, '.')))) {
            text.append(sql.charAt(at++));
        }
        return false;
    }

    private boolean startsName(int i) {
        return i < sql.length()
                && (isPartOfName(sql.charAt(i)) || is(i, '"') || is(i, '`') || (is(i, '[') && isBracketName(i)));
    }

    // SQL Server's [order details]; not the places of an array, as in array[1, 2], a[1] and int[].
    private boolean isBracketName(int i) {
        boolean place = i > 0 && (isPartOfName(sql.charAt(i - 1)) || ")]'\"".indexOf(sql.charAt(i - 1)) >= 0);
        boolean array = !words.isEmpty() && words.get(words.size() - 1).text.equals("array");
        int end = sql.indexOf(']', i);
        return !place
                && !array
                && end > i + 1
                && sql.substring(i + 1, end).chars().noneMatch(c -> "'\"[,();".indexOf(c) >= 0);
    }

    private int afterSpace(int i) {
        int next = i;
        while (next < sql.length() && Character.isWhitespace(sql.charAt(next))) {
            next++;
        }
        return next;
    }

    private boolean is(int i, char c) {
        return i < sql.length() && sql.charAt(i) == c;
    }

    private static boolean isPartOfName(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '$' || c == '#';
    }
}
