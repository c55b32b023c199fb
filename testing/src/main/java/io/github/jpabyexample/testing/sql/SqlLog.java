package io.github.jpabyexample.testing.sql;

import io.github.jpabyexample.testing.sql.SqlStatement.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.assertj.core.api.AssertProvider;

/**
 * What was sent to the database, in order. Immutable.
 *
 * <p>AssertJ's {@code assertThat(log)} leads to {@link SqlAssert}. A very long log keeps its last statements and the numbers
 * of all; what would need the others is refused.
 *
 * <pre>{@code
 * jpa.sql().statements().get(0).text();       // "select a1_0.id,a1_0.name from author a1_0"
 * jpa.sql().statements();                     // IllegalStateException: 10000 statements are kept, 2500 earlier ones are not…
 * }</pre>
 */
public final class SqlLog implements AssertProvider<SqlAssert> {

    /**
     * @param own whether a provider or a pool sent it for itself
     * @param rest differs where values differ that look the same
     */
    record Told(SqlStatement statement, boolean own, int rest) {

        /** {@return what is equal where the values are} */
        List<?> values() {
            return List.of(statement.parameters(), rest);
        }

        private boolean isOfTheCode() {
            return !own && !statement.does(Kind.DDL);
        }
    }

    private final List<Told> told;
    private final List<Told> ofTheCode;
    private final long forgotten;
    private final Tally tally = new Tally();
    private final Tally forgottenOfTheCode;
    private final List<String> unheard;

    SqlLog(List<Told> told, long forgotten, Tally forgottenOfTheCode, Set<String> unheard) {
        this.told = List.copyOf(told);
        this.ofTheCode = told.stream().filter(Told::isOfTheCode).toList();
        this.forgotten = forgotten;
        this.forgottenOfTheCode = forgottenOfTheCode;
        this.unheard = List.copyOf(unheard);
        tally.add(forgottenOfTheCode);
        ofTheCode.forEach(each -> tally.add(each.statement.parts(), each.statement.batch()));
    }

    /**
     * The statements that the code caused.
     *
     * @return without DDL and without what a provider or a pool sends for itself
     * @throws IllegalStateException if some of them had to be forgotten; see {@link #kept()}
     */
    public List<SqlStatement> statements() {
        refuse(forgotten());
        return kept();
    }

    /**
     * All that was sent, DDL and housekeeping included.
     *
     * @return in order
     * @throws IllegalStateException if some of it had to be forgotten
     */
    public List<SqlStatement> everything() {
        refuse(forgotten);
        return told.stream().map(Told::statement).toList();
    }

    /**
     * The statements that do something.
     *
     * @param kind what
     * @return in order, from {@link #everything()} for {@link Kind#DDL} and from {@link #statements()} for all others
     * @throws IllegalStateException if some of these had to be forgotten
     */
    public List<SqlStatement> statements(Kind kind) {
        return (kind == Kind.DDL ? everything() : statements())
                .stream().filter(statement -> statement.does(kind)).toList();
    }

    /** {@return the last of the {@link #statements()}: all of them, unless there were very many} */
    public List<SqlStatement> kept() {
        return ofTheCode.stream().map(Told::statement).toList();
    }

    /** {@return how many came before those that are {@link #kept()} and are known by their numbers alone} */
    public long forgotten() {
        return forgottenOfTheCode.statements();
    }

    private void refuse(long missing) {
        if (missing > 0) {
            throw new IllegalStateException(
                    "%d statements are kept, %d earlier ones are not: clear the log more often, or"
                                    .formatted(told.size(), missing)
                            + " assert on numbers");
        }
    }

    @Override
    public SqlAssert assertThat() {
        return new SqlAssert(this);
    }

    Tally tally() {
        return tally;
    }

    List<Told> told() {
        return ofTheCode;
    }

    long forgottenSelects() {
        return forgottenOfTheCode.statements(Kind.SELECT);
    }

    long forgottenBatches() {
        return forgottenOfTheCode.batches();
    }

    /** {@return the calls by which something may have been sent that is not in this log} */
    List<String> unheard() {
        return unheard;
    }

    /** {@return of the batches that are kept, how many sets of values each had} */
    List<Integer> batches() {
        return kept().stream().map(SqlStatement::batch).filter(size -> size > 1).toList();
    }

    boolean mentions(String fragment) {
        return ofTheCode.stream().anyMatch(each -> normal(each.statement.text()).contains(normal(fragment)));
    }

    private static String normal(String sql) {
        return sql.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }

    /** {@return the statements, numbered, one a line} */
    @Override
    public String toString() {
        var text = new StringBuilder();
        if (forgotten() > 0) {
            text.append("  (%d earlier ones are not kept)\n".formatted(forgotten()));
        }
        for (int i = 0; i < ofTheCode.size(); i++) {
            text.append("%s%3d. %s".formatted(i == 0 ? "" : "\n", forgotten() + i + 1, ofTheCode.get(i).statement));
        }
        for (String call : unheard) {
            text.append(text.isEmpty() ? "" : "\n")
                    .append("  (not heard: what went through ")
                    .append(call)
                    .append(")");
        }
        return text.isEmpty() ? "  (nothing was sent)" : text.toString();
    }
}
