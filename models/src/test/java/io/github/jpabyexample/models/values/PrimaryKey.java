package io.github.jpabyexample.models.values;

import io.github.jpabyexample.lesson.LessonUnit;
import java.util.List;

/** The primary key that a table has in the database. */
final class PrimaryKey {

    private PrimaryKey() {}

    /** {@return the names of its columns in small letters, sorted; none if it has no primary key} */
    static List<String> of(String table, LessonUnit unit) {
        return unit.rows("""
                        select lower(k.column_name)
                        from information_schema.table_constraints c join information_schema.key_column_usage k
                          using (constraint_schema, constraint_name)
                        where c.constraint_type = 'PRIMARY KEY' and c.table_schema = current_schema
                          and lower(c.table_name) = '%s' order by 1
                        """.formatted(table)).rows().stream()
                .map(row -> row.get(0))
                .toList();
    }
}
