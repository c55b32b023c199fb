package io.github.jpabyexample.testing.sql;

import io.github.jpabyexample.testing.sql.SqlStatement.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One statement, as far as its text tells what it does.
 *
 * @param text as it was sent; that of one of several in a string is its own piece
 * @param actions what it does: one, but for a statement with several that write
 * @param writes whether the statement itself writes, and not only one inside of it: what the database counts, or returns,
 *     is then of the first action
 * @param returns whether it asks for the rows that it writes
 * @param places for values
 * @param isPing whether it only asks if the connection lives
 */
record Sql(String text, List<Action> actions, boolean writes, boolean returns, int places, boolean isPing) {

    /** Instead of a number of rows. */
    static final long UNKNOWN = SqlStatement.UNKNOWN;

    /**
     * @param rows how many it inserts for each set of values, if the text alone says so
     * @param merges whether its rows may be such as were there
     */
    record Action(Kind kind, @Nullable String table, long rows, boolean merges) {}

    private static final int REMEMBERED = 1_000;
    private static final int LONGEST = 10_000;
    private static final Map<String, List<Sql>> SEEN = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, List<Sql>> eldest) {
            return size() > REMEMBERED;
        }
    };

    /**
     * The statements of a string.
     *
     * @return at least one
     */
    static List<Sql> in(String text) {
        if (text.length() > LONGEST) {
            return read(text);
        }
        synchronized (SEEN) {
            return SEEN.computeIfAbsent(text, Sql::read);
        }
    }

    private static List<Sql> read(String text) {
        var scanner = SqlScanner.of(text);
        var words = scanner.words();
        List<Integer> ends = new ArrayList<>(scanner.ends());
        ends.add(words.size());
        List<Sql> found = new ArrayList<>();
        int first = 0;
        int start = 0;
        for (int end : ends) {
            int stop = end < words.size() ? words.get(end).start() : text.length();
            if (end > first || (end == words.size() && found.isEmpty())) {
                var statement = new SqlWords(words.subList(first, end));
                found.add(statement.as(text.substring(start, stop), scanner.isWhole()));
            }
            first = end + 1;
            start = Math.min(stop + 1, text.length());
        }
        return found.size() == 1
                ? List.of(found.get(0).as(text))
                : found.stream().map(sql -> sql.as(sql.text.strip())).toList();
    }

    private Sql as(String newText) {
        return new Sql(newText, actions, writes, returns, places, isPing);
    }
}
