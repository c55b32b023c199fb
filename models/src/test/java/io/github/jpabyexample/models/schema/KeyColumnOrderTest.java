package io.github.jpabyexample.models.schema;

import static io.github.jpabyexample.lesson.Level.EXPERT;
import static io.github.jpabyexample.lesson.On.on;
import static io.github.jpabyexample.lesson.observation.Difference.cost;
import static io.github.jpabyexample.lesson.observation.Difference.schema;
import static io.github.jpabyexample.testing.Stack.ECLIPSELINK;
import static io.github.jpabyexample.testing.Stack.HIBERNATE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.jpabyexample.lesson.Lesson;
import io.github.jpabyexample.lesson.LessonUnit;
import io.github.jpabyexample.models.schema.Slips.IndexedStamp;
import io.github.jpabyexample.models.schema.Slips.Line;
import io.github.jpabyexample.models.schema.Slips.Slip;
import io.github.jpabyexample.models.schema.Slips.Stamp;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A query for one part of a composite key reads the whole table, and {@code EXPLAIN} shows a scan, although that part comes
 * first in your class: who made the table has put another column first in the primary key.
 *
 * <p>Choose: a migration that makes the table, with the key's columns in the order that you write; else an {@code @Index} on
 * the column that you ask for without the others. A join table needs one on the inverse side's column.
 *
 * <p>Try: rename the component {@code number} of {@code StampId} to {@code turn}.
 */
@Lesson(
        value =
                "The provider orders the columns of a composite key, and a key finds rows by its first one: what you ask for has an @Index.",
        level = EXPERT,
        terms = {
            "composite primary key",
            "composite key order",
            "@EmbeddedId",
            "@IdClass",
            "multi-column index",
            "leftmost column",
            "index scan",
            "join table key"
        },
        entities = {Line.class, Stamp.class, IndexedStamp.class, Slip.class},
        sqlalchemy = "the order of the columns with `primary_key=True`; `Index(\"ix_line_slip\", \"slip_id\")`")
class KeyColumnOrderTest {

    @RegisterExtension
    static final LessonUnit jpa = LessonUnit.of("slips");

    @Nested
    class The_primary_key {

        @Test
        void of_an_IdClass_begins_with_the_reference_or_with_the_number() {
            String columns = jpa.expect(
                    schema("primary key of an @IdClass: reference slip_id, then number nr")
                            .write("an @Index on the column that you ask for, or a migration that makes the table")
                            .leftOpen("Composite primary keys"),
                    on(HIBERNATE, "[slip_id, nr]"),
                    on(ECLIPSELINK, "[nr, slip_id]"));

            assertThat(keyOf("line")).hasToString(columns);
        }

        @Test
        void of_an_EmbeddedId_is_in_the_order_of_the_record_or_in_another() {
            String columns = jpa.expect(
                    schema("primary key of an @EmbeddedId: a record of slip_id, nr")
                            .write("an @Index on the column that you ask for, or a migration that makes the table")
                            .leftOpen("Composite primary keys"),
                    on(HIBERNATE, "[slip_id, nr]"),
                    on(ECLIPSELINK, "[nr, slip_id]"));

            assertThat(keyOf("stamp")).hasToString(columns);
            jpa.note("EclipseLink's order follows from the names of the attributes, so a new name can change it.");
        }

        @Test
        void of_the_join_table_of_a_set_begins_with_the_side_that_owns_it() {
            assertThat(keyOf("slip_tag")).containsExactly("slip_id", "tag_id");
            jpa.note("So it finds no slips by their tag: that column needs the index, on all stacks.");
        }

        @Test
        void of_an_ElementCollection_with_an_order_begins_with_its_owner_or_is_not_there() {
            String columns = jpa.expect(
                    schema("primary key of an @ElementCollection with @OrderColumn")
                            .write(
                                    "@CollectionTable(indexes = @Index(columnList = \"slip_id\")): an index on both, with or without a key")
                            .leftOpen("CollectionTable Annotation"),
                    on(HIBERNATE, "[slip_id, place]"),
                    on(ECLIPSELINK, "[]"));

            assertThat(keyOf("slip_note")).hasToString(columns);
        }

        private static List<String> keyOf(String table) {
            return jpa.rows("""
                    select lower(own.column_name)
                    from information_schema.table_constraints made
                    join information_schema.key_column_usage own
                      on own.constraint_schema = made.constraint_schema and own.constraint_name = made.constraint_name
                    where made.constraint_schema = current_schema and made.constraint_type = 'PRIMARY KEY'
                      and lower(made.table_name) = '%s' and lower(own.table_name) = '%s'
                    order by own.ordinal_position
                    """.formatted(table, table)).rows().stream()
                    .map(row -> row.get(0))
                    .toList();
        }
    }

    @Nested
    class All_stamps_of_a_slip_among_ten_thousand {

        @Test
        void are_found_by_the_key_only_where_it_begins_with_the_slip() {
            boolean all = jpa.expect(
                    cost("a query on the first component of an @EmbeddedId reads the whole table or key")
                            .write("@Table(indexes = @Index(columnList = \"slip_id\"))")
                            .leftOpen("Composite primary keys"),
                    on(HIBERNATE, false),
                    on(ECLIPSELINK, true));

            assertThat(filled("stamp").isReadThroughFor("slip_id = 7")).isEqualTo(all);
        }

        @Test
        void are_found_everywhere_by_an_index_of_that_column() {
            ManyRows stamps = filled("indexed_stamp");
            jpa.show("plan", stamps.plan("slip_id = 7"));

            assertThat(stamps.isReadThroughFor("slip_id = 7")).isFalse();
            jpa.note("Or a migration makes the table: then the key has the order that you write.");
        }

        private static ManyRows filled(String table) {
            var rows = new ManyRows(jpa, table);
            rows.fill("slip_id, nr", "n / 100, mod(n, 100)");
            return rows;
        }
    }
}
