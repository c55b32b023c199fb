package io.github.jpabyexample.models.schema;

import static io.github.jpabyexample.testing.Stack.H2;

import io.github.jpabyexample.lesson.LessonUnit;
import io.github.jpabyexample.testing.Rows;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A table with ten thousand rows, and how the database reads it: each has an EXPLAIN in words of its own. */
record ManyRows(LessonUnit jpa, String table) {

    // Of the first node only, for that has the sum. PostgreSQL says how many pages it read, H2 how many rows.
    private static final Pattern PAGES = Pattern.compile("Buffers: shared(?: hit=(\\d+))?(?: read=(\\d+))?");
    private static final Pattern ROWS = Pattern.compile("scanCount: (\\d+)()");

    /**
     * Makes the rows, and lets the database count them: it makes its plan by that.
     *
     * @param columns with commas
     * @param values in SQL, of n, which is 0 to 9999
     */
    void fill(String columns, String values) {
        String numbers = isOnH2() ? "system_range(0, 9999)" : "generate_series(0, 9999)";
        String count = isOnH2() ? "analyze table " : "analyze ";
        jpa.given(em -> {
            em.createNativeQuery("insert into " + table + " (" + columns + ") select " + values + " from " + numbers
                            + " as numbers(n)")
                    .executeUpdate();
            em.createNativeQuery(count + table).executeUpdate();
        });
    }

    /** {@return the lines of the plan, without numbers that may be others tomorrow} */
    List<String> plan(String condition) {
        return jpa.rows((isOnH2() ? "explain " : "explain (costs off) ") + select(condition)).rows().stream()
                .flatMap(row -> row.get(0).lines())
                .toList();
    }

    /** {@return whether a query reads more than a third of what it would read without its condition} */
    boolean isReadThroughFor(String condition) {
        return 3 * read(select(condition)) > read(select("1 = 1"));
    }

    private int read(String query) {
        Rows plan = jpa.rows((isOnH2() ? "explain analyze " : "explain (analyze, buffers) ") + query);
        MatchResult read = (isOnH2() ? ROWS : PAGES)
                .matcher(plan.rows().toString())
                .results()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No count in " + plan));
        return number(read.group(1)) + number(read.group(2));
    }

    private static int number(String text) {
        return text == null || text.isEmpty() ? 0 : Integer.parseInt(text);
    }

    private String select(String condition) {
        return "select * from " + table + " where " + condition;
    }

    private boolean isOnH2() {
        return jpa.stack().database().equals(H2);
    }
}
