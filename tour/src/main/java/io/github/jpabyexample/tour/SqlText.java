package io.github.jpabyexample.tour;

import com.github.vertical_blank.sqlformatter.SqlFormatter;
import com.github.vertical_blank.sqlformatter.SqlFormatter.Formatter;
import com.github.vertical_blank.sqlformatter.languages.Dialect;
import io.github.jpabyexample.lesson.observation.Observation.Sql;
import io.github.jpabyexample.testing.sql.SqlStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Round trips to the database as text: the SQL, formatted, with its values and what came of it. */
final class SqlText {

    /** A lesson on batches may send hundreds; a reader has understood after these. */
    private static final int MOST_STATEMENTS = 12;

    private static final int MOST_SETS = 3;

    /** As wide as the number before a statement. */
    private static final int NUMBER = 4;

    private final Formatter formatter;
    private final boolean formatted;
    private final int width;

    /**
     * Makes SQL readable.
     *
     * @param database whose SQL it is
     * @param formatted on many lines, or each statement on one, as it was sent
     * @param width that lines of formatted SQL are to keep within
     */
    SqlText(String database, boolean formatted, int width) {
        this.formatted = formatted;
        this.width = width;
        formatter = SqlFormatter.of(Dialect.nameOf(database).orElse(Dialect.StandardSql));
    }

    String of(List<Sql> statements) {
        var text = new StringBuilder();
        String previous = "";
        int number = 0;
        for (Sql sql : statements.subList(0, Math.min(MOST_STATEMENTS, statements.size()))) {
            number++;
            String statement = sql.text().equals(previous) ? "the same again" : statement(sql.text());
            text.append(numbered(number, statement + "\n" + values(sql) + result(sql)));
            previous = sql.text();
        }
        if (statements.size() > MOST_STATEMENTS) {
            text.append("    … and ")
                    .append(statements.size() - MOST_STATEMENTS)
                    .append(" more\n");
        }
        return text.toString();
    }

    private String statement(String text) {
        return formatted ? filled(formatter.format(text)) : text.replaceAll("\\s+", " ");
    }

    // The formatter gives each column of a list a line of its own.
    private String filled(String statement) {
        List<String> lines = new ArrayList<>();
        for (String line : statement.lines().toList()) {
            String above = lines.isEmpty() ? "" : lines.get(lines.size() - 1);
            String longer = above + " " + line.stripLeading();
            if (above.endsWith(",") && depth(above) == depth(line) && longer.length() <= width - NUMBER) {
                lines.set(lines.size() - 1, longer);
            } else {
                lines.add(line);
            }
        }
        return String.join("\n", lines);
    }

    private static int depth(String line) {
        return line.length() - line.stripLeading().length();
    }

    private static String numbered(int number, String text) {
        return "%2d. ".formatted(number) + text.indent(NUMBER).substring(NUMBER);
    }

    private static String values(Sql sql) {
        List<List<String>> sets =
                sql.parameters().stream().filter(set -> !set.isEmpty()).toList();
        var text = new StringBuilder();
        for (List<String> set : sets.subList(0, Math.min(MOST_SETS, sets.size()))) {
            text.append("values: ").append(String.join(", ", set)).append('\n');
        }
        if (sets.size() > MOST_SETS) {
            text.append("… and ").append(sets.size() - MOST_SETS).append(" more sets of values\n");
        }
        return text.toString();
    }

    private static String result(Sql sql) {
        if (sql.failure() != null) {
            return "→ failed: " + sql.failure().strip().replaceAll("\\s+", " ");
        }
        String batch = sql.batch() > 1 ? "a batch of " + sql.batch() + ", " : "";
        String number = sql.rows() == SqlStatement.UNKNOWN ? "unknown" : String.valueOf(sql.rows());
        String rows = number + (sql.rows() == 1 ? " row" : " rows");
        return "→ " + batch + rows + String.format(Locale.ROOT, ", %.1f ms", sql.micros() / 1_000.0);
    }
}
