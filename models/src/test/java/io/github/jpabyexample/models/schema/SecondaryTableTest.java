package io.github.jpabyexample.models.schema;

import static io.github.jpabyexample.lesson.Level.WORKING;
import static io.github.jpabyexample.lesson.On.on;
import static io.github.jpabyexample.lesson.observation.Difference.answer;
import static io.github.jpabyexample.lesson.observation.Difference.cost;
import static io.github.jpabyexample.lesson.observation.Difference.data;
import static io.github.jpabyexample.testing.Stack.ECLIPSELINK;
import static io.github.jpabyexample.testing.Stack.HIBERNATE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.jpabyexample.lesson.Lesson;
import io.github.jpabyexample.lesson.LessonUnit;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * {@code find} returns null although the row is there: the entity takes rows of two tables, and the second is missing.
 * EclipseLink reads them by an inner join; Hibernate by an outer one, but it writes no second row that would be all null.
 *
 * <p>Choose: a secondary table where the two tables exist already, always have a row each and are read together; and in it a
 * column that is never null. A {@code @OneToOne} between two entities where the second row may be missing.
 *
 * <p>Try: give {@code Leaflet} a second attribute in {@code leaflet_text} that is never null.
 */
@Lesson(
        value =
                "An entity may take a row in each of two tables: it is read by a join, so let both rows always be there.",
        level = WORKING,
        terms = {
            "secondary table",
            "one entity two tables",
            "outer join",
            "inner join",
            "missing row",
            "upsert",
            "find returns null"
        },
        sqlalchemy = "a class mapped to a `join`")
class SecondaryTableTest {

    @RegisterExtension
    static final LessonUnit jpa = LessonUnit.of("leaflets");

    @Nested
    class A_leaflet_with_a_text {

        @BeforeEach
        void stored() {
            jpa.given(em -> em.persist(new Leaflet(1L, "Opening hours", "Nine to five.")));
        }

        @Test
        void is_a_row_in_each_table_with_the_same_key() {
            assertThat(jpa.show("both tables", jpa.rows("""
                            select l.title, t.body from leaflet l join leaflet_text t on t.leaflet_id = l.id
                            """)).rows())
                    .containsExactly(List.of("Opening hours", "Nine to five."));
        }

        @Test
        void is_read_in_one_select() {
            jpa.runInTransaction(
                    em -> assertThat(em.find(Leaflet.class, 1L).text()).isEqualTo("Nine to five."));

            assertThat(jpa.sql()).hasSelects(1).mentions("leaflet_text");
        }

        @Test
        void is_written_in_the_table_whose_column_changed() {
            jpa.runInTransaction(em -> em.find(Leaflet.class, 1L).write("Ten to six."));

            String written = jpa.expect(
                    cost("statement that writes a changed column of a secondary table")
                            .write(
                                    "nothing makes it the same: where the statement matters, two entities with a @OneToOne")
                            .leftOpen("SecondaryTable Annotation"),
                    on(HIBERNATE, "merge"),
                    on(ECLIPSELINK, "update"));
            assertThat(jpa.sql()).hasStatements(2);
            assertThat(jpa.sql().statements().get(1).text())
                    .startsWithIgnoringCase(written)
                    .contains("leaflet_text");
            assertThat(jpa.rows("select body from leaflet_text").rows()).containsExactly(List.of("Ten to six."));
        }

        @Test
        void is_deleted_from_both() {
            jpa.runInTransaction(em -> em.remove(em.find(Leaflet.class, 1L)));

            assertThat(jpa.sql()).deletesFrom("leaflet_text", 1).deletesFrom("leaflet", 1);
        }
    }

    @Nested
    class A_leaflet_without_a_text {

        @BeforeEach
        void stored() {
            jpa.given(em -> em.persist(new Leaflet(1L, "Opening hours", null)));
        }

        @Test
        void has_a_row_of_nulls_or_none_in_the_second_table() {
            int rows = jpa.expect(
                    answer("rows in a secondary table when all its columns are null")
                            .write("a column of the second table that is never null: both write the row")
                            .leftOpen("SecondaryTable Annotation"),
                    on(HIBERNATE, 0),
                    on(ECLIPSELINK, 1));

            assertThat(jpa.rows("select leaflet_id from leaflet_text").rows()).hasSize(rows);
        }

        @Test
        void is_found_without_the_second_row_only_by_an_outer_join() {
            jpa.given(em -> em.createNativeQuery("delete from leaflet_text").executeUpdate());

            boolean found = jpa.expect(
                    data("an entity is found without its row in the secondary table")
                            .write("a column of the second table that is never null: both write the row, and find it")
                            .leftOpen("SecondaryTable Annotation"),
                    on(HIBERNATE, true),
                    on(ECLIPSELINK, false));
            jpa.runInTransaction(
                    em -> assertThat(em.find(Leaflet.class, 1L) != null).isEqualTo(found));
            jpa.note("Two programs on one database, one with each provider, would not see the same leaflets:"
                    + " give the second table a column that is never null.");
        }
    }
}
