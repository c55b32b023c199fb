package io.github.jpabyexample.testing.sql;

import java.lang.reflect.Method;
import java.sql.ResultSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A result that counts the rows that are read from it. */
final class HeardRows extends Heard {

    private static final Set<String> MOVES =
            Set.of("absolute", "relative", "first", "last", "previous", "beforeFirst", "afterLast");
    private static final Set<String> SENDS = Set.of("insertRow", "updateRow", "deleteRow", "refreshRow");

    private final @Nullable Entry entry;
    private boolean moved;

    HeardRows(Object target, Journal journal, Heard from, @Nullable Entry entry) {
        super(target, ResultSet.class, journal, from);
        this.entry = entry;
    }

    @Override
    @Nullable
    Object heard(Method method, Object[] given) throws Throwable {
        Object result = super.heard(method, given);
        String name = method.getName();
        if (name.equals("next") && entry != null) {
            if (Boolean.TRUE.equals(result)) {
                entry.oneRowMore();
            } else if (!moved && from instanceof HeardStatement statement && statement.givesAllRows()) {
                entry.readToTheEnd();
            }
        } else if (MOVES.contains(name)) {
            moved = true;
        } else if (SENDS.contains(name)) {
            journal.unheard("ResultSet." + name + "()");
        }
        return result;
    }

    @Override
    @Nullable
    Entry entry() {
        return entry;
    }
}
