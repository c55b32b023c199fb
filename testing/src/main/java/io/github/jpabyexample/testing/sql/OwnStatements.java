package io.github.jpabyexample.testing.sql;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a provider sends for itself. That a table is its own is not told by a name, which a user may have chosen as well,
 * but by the provider's having been heard to create it.
 */
final class OwnStatements {

    private static final String CREATED = "created";
    private static final String USED = "used";

    private final @Nullable Pattern pattern;
    private final boolean namesTables;
    private final Set<String> created = ConcurrentHashMap.newKeySet();

    OwnStatements(@Nullable Pattern pattern) {
        this.pattern = pattern;
        this.namesTables = pattern != null
                && pattern.pattern().contains("(?<" + CREATED + ">")
                && pattern.pattern().contains("(?<" + USED + ">");
    }

    boolean matches(String sql) {
        if (pattern == null) {
            return false;
        }
        Matcher found = pattern.matcher(sql);
        if (!found.matches()) {
            return false;
        }
        if (!namesTables) {
            return true;
        }
        String table = found.group(CREATED);
        if (table != null) {
            created.add(table);
            return true;
        }
        return found.group(USED) == null || created.contains(found.group(USED));
    }
}
