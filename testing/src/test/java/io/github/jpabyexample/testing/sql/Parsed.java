package io.github.jpabyexample.testing.sql;

import io.github.jpabyexample.testing.sql.SqlStatement.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import net.sf.jsqlparser.JSQLParserException;
import net.sf.jsqlparser.parser.CCJSqlParserUtil;
import net.sf.jsqlparser.schema.Table;
import net.sf.jsqlparser.statement.ParenthesedStatement;
import net.sf.jsqlparser.statement.Statement;
import net.sf.jsqlparser.statement.delete.Delete;
import net.sf.jsqlparser.statement.delete.ParenthesedDelete;
import net.sf.jsqlparser.statement.insert.Insert;
import net.sf.jsqlparser.statement.insert.ParenthesedInsert;
import net.sf.jsqlparser.statement.merge.Merge;
import net.sf.jsqlparser.statement.select.FromItem;
import net.sf.jsqlparser.statement.select.ParenthesedFromItem;
import net.sf.jsqlparser.statement.select.ParenthesedSelect;
import net.sf.jsqlparser.statement.select.PlainSelect;
import net.sf.jsqlparser.statement.select.Select;
import net.sf.jsqlparser.statement.select.SetOperationList;
import net.sf.jsqlparser.statement.select.WithItem;
import net.sf.jsqlparser.statement.update.ParenthesedUpdate;
import net.sf.jsqlparser.statement.update.Update;
import net.sf.jsqlparser.statement.upsert.Upsert;
import org.jspecify.annotations.Nullable;

/** What a parser sees in SQL, in the words of the recorder. */
final class Parsed {

    private Parsed() {}

    /** {@return a line for each action: its kind and its table; empty where the parser does not know the SQL} */
    static Optional<List<String>> actions(String sql) {
        try {
            return Optional.of(
                    actions(CCJSqlParserUtil.parse(sql, parser -> parser.withSquareBracketQuotation(false))));
        } catch (JSQLParserException e) {
            return Optional.empty();
        }
    }

    private static List<String> actions(Statement statement) {
        List<String> actions = new ArrayList<>();
        List<WithItem<?>> with = List.of();
        if (statement instanceof Select select) {
            with = items(select.getWithItemsList());
        } else if (statement instanceof Insert insert) {
            with = items(insert.getWithItemsList());
            actions.add(line(Kind.INSERT, insert.getTable()));
        } else if (statement instanceof Merge merge) {
            with = items(merge.getWithItemsList());
            actions.add(line(Kind.INSERT, merge.getTable()));
        } else if (statement instanceof Upsert upsert) {
            actions.add(line(Kind.INSERT, upsert.getTable()));
        } else if (statement instanceof Update update) {
            with = items(update.getWithItemsList());
            actions.add(line(Kind.UPDATE, update.getTable()));
        } else if (statement instanceof Delete delete) {
            with = items(delete.getWithItemsList());
            actions.add(line(Kind.DELETE, delete.getTable()));
        } else {
            actions.add(line(
                    statement.getClass().getPackageName().matches(".*(create|alter|drop|truncate|comment).*")
                            ? Kind.DDL
                            : Kind.OTHER,
                    null));
        }
        for (WithItem<?> item : with) {
            ParenthesedStatement inner = item.getParenthesedStatement();
            if (!(inner instanceof Select)) {
                actions.addAll(actions(unwrapped(inner)));
            }
        }
        if (actions.isEmpty()) {
            actions.add(line(Kind.SELECT, table((Select) statement)));
        }
        return actions;
    }

    private static Statement unwrapped(ParenthesedStatement inner) {
        if (inner instanceof ParenthesedInsert insert) {
            return insert.getInsert();
        }
        if (inner instanceof ParenthesedUpdate update) {
            return update.getUpdate();
        }
        return inner instanceof ParenthesedDelete delete ? delete.getDelete() : inner;
    }

    private static List<WithItem<?>> items(@Nullable List<WithItem<?>> items) {
        return items == null ? List.of() : items;
    }

    private static @Nullable Table table(@Nullable FromItem from) {
        if (from instanceof ParenthesedSelect select) {
            return table(select.getSelect());
        }
        if (from instanceof ParenthesedFromItem inner) {
            return table(inner.getFromItem());
        }
        if (from instanceof SetOperationList list) {
            return table(list.getSelect(0));
        }
        if (from instanceof PlainSelect select) {
            return table(select.getFromItem());
        }
        return from instanceof Table table ? table : null;
    }

    private static String line(Kind kind, @Nullable Table table) {
        return kind + " "
                + (table == null
                        ? null
                        : table.getFullyQualifiedName().replaceAll("[\"`]", "").toLowerCase(Locale.ROOT));
    }
}
