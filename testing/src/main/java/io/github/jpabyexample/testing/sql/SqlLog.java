package io.github.jpabyexample.testing.sql;

import io.github.jpabyexample.testing.sql.SqlStatement.Kind;
import java.util.List;
import java.util.function.Predicate;
import org.assertj.core.api.AssertProvider;

/**
 * What was sent to the database, in order. Immutable.
 *
 * <p>AssertJ's {@code assertThat(log)} leads to {@link SqlAssert}.
 */
public final class SqlLog implements AssertProvider<SqlAssert> {

    private final List<SqlStatement> everything;
    private final List<SqlStatement> statements;

    SqlLog(List<SqlStatement> everything, Predicate<SqlStatement> housekeeping) {
        this.everything = List.copyOf(everything);
        this.statements = everything.stream()
                .filter(statement -> statement.kind() != Kind.DDL)
                .filter(housekeeping.negate())
                .toList();
    }

    /**
     * The statements that the code caused.
     *
     * @return without DDL and without what a provider or a pool sends for itself
     */
    public List<SqlStatement> statements() {
        return statements;
    }

    /** {@return all that was sent, DDL and housekeeping included} */
    public List<SqlStatement> everything() {
        return everything;
    }

    /**
     * The statements of one kind.
     *
     * @param kind which
     * @return in order, from {@link #everything()} for {@link Kind#DDL} and from {@link #statements()} for all others
     */
    public List<SqlStatement> statements(Kind kind) {
        return (kind == Kind.DDL ? everything : statements)
                .stream().filter(statement -> statement.kind() == kind).toList();
    }

    @Override
    public SqlAssert assertThat() {
        return new SqlAssert(this);
    }

    /** {@return the statements, numbered, one a line} */
    @Override
    public String toString() {
        if (statements.isEmpty()) {
            return "  (nothing was sent)";
        }
        var text = new StringBuilder();
        for (int i = 0; i < statements.size(); i++) {
            text.append("%s%3d. %s".formatted(i == 0 ? "" : "\n", i + 1, statements.get(i)));
        }
        return text.toString();
    }
}
