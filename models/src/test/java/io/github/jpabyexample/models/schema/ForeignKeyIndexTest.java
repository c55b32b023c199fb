package io.github.jpabyexample.models.schema;

import static io.github.jpabyexample.lesson.Level.WORKING;
import static io.github.jpabyexample.lesson.On.on;
import static io.github.jpabyexample.lesson.observation.Difference.cost;
import static io.github.jpabyexample.lesson.observation.Difference.schema;
import static io.github.jpabyexample.testing.Stack.H2;
import static io.github.jpabyexample.testing.Stack.POSTGRESQL;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.jpabyexample.lesson.Lesson;
import io.github.jpabyexample.lesson.LessonUnit;
import io.github.jpabyexample.lesson.OnlyOn;
import io.github.jpabyexample.models.schema.Shelves.Pamphlet;
import io.github.jpabyexample.models.schema.Shelves.Shelf;
import io.github.jpabyexample.models.schema.Shelves.Volume;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Finding the children of one parent gets slower with each row of their table, and deleting a parent that has no child takes
 * long: on PostgreSQL both read the whole table. Tests on H2 never show it, for there a foreign key has an index by itself.
 *
 * <p>Choose: an {@code @Index} on each foreign key by which you read, or whose parents are deleted; in a collection table
 * and in a join table, too. Look at {@code EXPLAIN} on the database that you will run on.
 *
 * <p>Try: take the {@code @Index} of {@code Volume} away.
 */
@Lesson(
        value =
                "A foreign key has no index on PostgreSQL, so finding children or deleting their parent reads all of them, unless an @Index is mapped.",
        level = WORKING,
        terms = {
            "foreign key index",
            "missing index",
            "sequential scan",
            "Seq Scan",
            "EXPLAIN",
            "query plan",
            "slow delete",
            "@Index"
        },
        entities = {Shelf.class, Volume.class, Pamphlet.class},
        sqlalchemy = "`mapped_column(ForeignKey(…), index=True)`, `Index(\"ix_volume_shelf\", \"shelf_id\")`")
class ForeignKeyIndexTest {

    @RegisterExtension
    static final LessonUnit jpa = LessonUnit.of("shelf-children");

    @Nested
    class A_foreign_key {

        private static final Map<String, String> INDEXES = Map.of(H2, """
                select lower(table_name), lower(column_name), lower(index_name)
                from information_schema.index_columns
                where table_schema = current_schema and ordinal_position = 1
                """, POSTGRESQL, """
                select own.relname, attribute.attname, made.relname
                from pg_index index
                join pg_class own on own.oid = index.indrelid
                join pg_class made on made.oid = index.indexrelid
                join pg_namespace space on space.oid = own.relnamespace
                join pg_attribute attribute on attribute.attrelid = own.oid and attribute.attnum = index.indkey[0]
                where space.nspname = current_schema
                """);

        @Test
        void has_an_index_without_being_asked_for_on_H2_alone() {
            int made = jpa.expect(
                    schema("indexes that a foreign key gets by itself")
                            .write("@Index on the column of the foreign key: then there is one, on both databases")
                            .unspecified(),
                    on(H2, 1),
                    on(POSTGRESQL, 0));

            assertThat(indexes("pamphlet", "shelf_id")).hasSize(made);
        }

        @Test
        void has_the_one_of_the_mapping_and_no_second_one() {
            assertThat(indexes("volume", "shelf_id")).containsExactly("ix_volume_shelf");
        }

        @Test
        void has_one_in_a_collection_table_and_in_a_join_table_by_the_same_annotation() {
            assertThat(indexes("shelf_mark", "shelf_id")).containsExactly("ix_mark_shelf");
            assertThat(indexes("shelf_neighbour", "shelf_id")).contains("ix_neighbour_shelf");
            assertThat(indexes("shelf_neighbour", "neighbour_id")).containsExactly("ix_neighbour_neighbour");
        }

        /** The names of the indexes that begin with a column. */
        private static List<String> indexes(String table, String column) {
            return jpa.rows(INDEXES.get(jpa.stack().database())).rows().stream()
                    .filter(index -> index.subList(0, 2).equals(List.of(table, column)))
                    .map(index -> index.get(2))
                    .toList();
        }
    }

    @Nested
    class A_shelf_of_a_hundred_with_ten_thousand_children {

        private final ManyRows volumes = new ManyRows(jpa, "volume");
        private final ManyRows pamphlets = new ManyRows(jpa, "pamphlet");

        @BeforeEach
        void stored() {
            jpa.given(em -> {
                for (int id = 0; id <= 100; id++) {
                    em.persist(new Shelf(id));
                }
            });
            volumes.fill("id, shelf_id", "n, n / 100");
            pamphlets.fill("id, shelf_id", "n, n / 100");
        }

        @Test
        void finds_its_own_by_the_index() {
            jpa.show("plan with an index", volumes.plan("shelf_id = 7"));

            assertThat(volumes.isReadThroughFor("shelf_id = 7")).isFalse();
        }

        @Test
        void reads_those_of_all_shelves_where_there_is_no_index() {
            jpa.show("plan without @Index", pamphlets.plan("shelf_id = 7"));

            boolean all = jpa.expect(
                    cost("children without @Index are found by reading the whole table")
                            .write("@Table(indexes = @Index(columnList = \"shelf_id\"))")
                            .unspecified(),
                    on(H2, false),
                    on(POSTGRESQL, true));
            assertThat(pamphlets.isReadThroughFor("shelf_id = 7")).isEqualTo(all);
            jpa.note("EXPLAIN before a query tells it: on PostgreSQL, a Seq Scan reads the whole table.");
        }

        @Test
        @OnlyOn(value = POSTGRESQL, because = "H2 does not say what its check of a foreign key reads")
        void is_deleted_after_a_look_at_all_children_that_have_no_index() {
            assertThat(readByDeletingAnEmptyShelf("pamphlet")).isEqualTo(10_000);
            jpa.note("The database looks for children that would lose their parent, even where there are none.");
        }

        @Test
        @OnlyOn(value = POSTGRESQL, because = "H2 does not say what its check of a foreign key reads")
        void is_deleted_after_a_look_into_the_index_where_there_is_one() {
            assertThat(readByDeletingAnEmptyShelf("volume")).isZero();
        }

        /** Rows of a table that were read one after the other; the view counts for this transaction only. */
        private static long readByDeletingAnEmptyShelf(String table) {
            return jpa.callInTransaction(em -> {
                em.remove(em.find(Shelf.class, 100));
                em.flush();
                return ((Number)
                                em.createNativeQuery("""
                                select seq_tup_read from pg_stat_xact_user_tables
                                where schemaname = current_schema and relname = ?1
                                """).setParameter(1, table).getSingleResult())
                        .longValue();
            });
        }
    }
}
