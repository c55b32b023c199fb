package io.github.jpabyexample.models.values;

import static io.github.jpabyexample.lesson.Level.WORKING;
import static io.github.jpabyexample.lesson.On.on;
import static io.github.jpabyexample.lesson.observation.Difference.cost;
import static io.github.jpabyexample.lesson.observation.Difference.exception;
import static io.github.jpabyexample.lesson.observation.Difference.schema;
import static io.github.jpabyexample.testing.Stack.ECLIPSELINK;
import static io.github.jpabyexample.testing.Stack.HIBERNATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.jpabyexample.lesson.Lesson;
import io.github.jpabyexample.lesson.LessonUnit;
import io.github.jpabyexample.lesson.observation.Difference;
import io.github.jpabyexample.models.values.Notebook.Loan;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * You add one value to a list of a hundred, and Hibernate deletes all and sends an insert for each of the hundred and
 * one. Or an element is a record, EclipseLink answers the commit with a {@code RollbackException}, and the row is there
 * nevertheless.
 *
 * <p>Choose: a {@code Set} where the order means nothing; a list with {@code @OrderColumn} where it does, and values
 * come at its end; a map for one value of each key. An entity as soon as something refers to a value, or a value changes
 * often.
 *
 * <p>Try: make {@code remarks} a {@code Set}, and count the statements of the two claims about it again.
 */
@Lesson(
        value = "Values in a collection are rows without an id: what a change costs depends on the kind of collection.",
        level = WORKING,
        terms = {"element collection", "@CollectionTable", "bag", "@OrderColumn", "delete and insert", "record"},
        messages = {"Can not set final java.lang.String field"},
        sqlalchemy = "`relationship` to a class of its own, `attribute_keyed_dict`, `ARRAY`")
class ElementCollectionTest {

    @RegisterExtension
    static final LessonUnit jpa = LessonUnit.of("notebook");

    private static final String CHAPTERS = "select place, chapter from notebook_chapter order by place";
    private static final LocalDate DAY = LocalDate.of(2026, 5, 1);

    @BeforeEach
    void stored() {
        jpa.given(em -> {
            var notebook = new Notebook(1L);
            notebook.tags().addAll(List.of("poetry", "prose", "letters"));
            notebook.remarks().addAll(List.of("good", "better", "best"));
            notebook.chapters().addAll(List.of("one", "two", "three"));
            notebook.index().putAll(Map.of("Austen", 7, "Verne", 90));
            notebook.loans().add(new Loan("Emma", DAY));
            em.persist(notebook);
        });
    }

    @Nested
    class A_set {

        @Test
        void loses_a_value_by_one_delete_and_gets_one_by_one_insert() {
            change(notebook -> notebook.tags().remove("prose"));
            assertThat(jpa.sql()).deletesFrom("notebook_tag", 1).hasNoInserts();

            var added = jpa.sqlOf(() -> change(notebook -> notebook.tags().add("plays")));
            assertThat(added).insertsInto("notebook_tag", 1).hasNoDeletes();
        }

        @Test
        void has_a_primary_key_of_all_its_columns_in_the_table_that_Hibernate_makes() {
            List<String> key = jpa.expect(
                    schema("primary key of the table of a set of values")
                            .write("@CollectionTable(uniqueConstraints = …), or the key in a schema of your own")
                            .leftOpen("CollectionTable Annotation"),
                    on(HIBERNATE, List.of("notebook_id", "tag")),
                    on(ECLIPSELINK, List.<String>of()));

            assertThat(PrimaryKey.of("notebook_tag", jpa)).isEqualTo(key);
        }
    }

    @Nested
    class A_list_without_an_order_column {

        @Test
        void is_written_anew_by_Hibernate_for_one_value_less() {
            change(notebook -> notebook.remarks().remove("better"));

            int rewritten = jpa.expect(
                    inserted("to remove 1 of 3 values of an unordered list"), on(HIBERNATE, 2), on(ECLIPSELINK, 0));
            assertThat(jpa.sql()).deletesFrom("notebook_remark", 1).insertsInto("notebook_remark", rewritten);
        }

        @Test
        void is_written_anew_by_Hibernate_for_one_value_more() {
            change(notebook -> notebook.remarks().add("none"));

            int inserted = jpa.expect(
                    inserted("to add 1 value to an unordered list of 3"), on(HIBERNATE, 4), on(ECLIPSELINK, 1));
            assertThat(jpa.sql()).insertsInto("notebook_remark", inserted);
            jpa.note("Without an order it is no list but a bag: a set says what is meant, and costs one row on both.");
        }

        private static Difference inserted(String change) {
            return cost("rows inserted " + change)
                    .write("a Set: one statement for the one row, on both")
                    .leftOpen("Collections of Embeddable Classes and Basic Types");
        }
    }

    @Nested
    class A_list_with_an_OrderColumn {

        @Test
        void keeps_the_order_in_a_column_of_its_own() {
            var rows = jpa.show("table notebook_chapter", jpa.rows(CHAPTERS));

            assertThat(rows.rows()).containsExactly(List.of("0", "one"), List.of("1", "two"), List.of("2", "three"));
        }

        @Test
        void moves_all_that_follow_when_the_first_is_removed() {
            change(notebook -> notebook.chapters().remove(0));

            assertThat(jpa.sql()).deletesFrom("notebook_chapter", 1).updatesOf("notebook_chapter", 2);
            assertThat(jpa.rows(CHAPTERS).rows()).containsExactly(List.of("0", "two"), List.of("1", "three"));
        }

        @Test
        void writes_one_row_for_a_value_at_its_end() {
            change(notebook -> notebook.chapters().add("four"));

            assertThat(jpa.sql())
                    .insertsInto("notebook_chapter", 1)
                    .hasNoUpdates()
                    .hasNoDeletes();
        }
    }

    @Nested
    class A_map {

        @Test
        void replaces_a_value_by_an_update_on_Hibernate_and_by_a_new_row_on_EclipseLink() {
            change(notebook -> notebook.index().put("Austen", 8));

            int updates = jpa.expect(
                    cost("updates to replace a value of a map")
                            .write("nothing makes it the same: where it matters, an attribute of an entity, one update")
                            .leftOpen("Map Collections"),
                    on(HIBERNATE, 1),
                    on(ECLIPSELINK, 0));
            assertThat(jpa.sql())
                    .updatesOf("notebook_page", updates)
                    .deletesFrom("notebook_page", 1 - updates)
                    .insertsInto("notebook_page", 1 - updates);
        }

        @Test
        void is_read_by_EclipseLink_with_any_change_of_its_owner() {
            change(notebook -> notebook.tags().add("plays"));

            int selects = jpa.expect(
                    cost("selects of an untouched map of values when its owner changes")
                            .write("nothing makes it the same: keep such a map small, or query an entity in its place")
                            .leftOpen("ElementCollection Annotation"),
                    on(HIBERNATE, 0),
                    on(ECLIPSELINK, 1));
            assertThat(jpa.sql().statements())
                    .filteredOn(sent -> sent.isOn("notebook_page"))
                    .hasSize(selects);
        }
    }

    @Nested
    class Embeddables {

        @Test
        void have_no_identity_so_that_a_change_is_another_row() {
            change(notebook -> {
                notebook.loans().remove(new Loan("Emma", DAY));
                notebook.loans().add(new Loan("Emma", DAY.plusDays(14)));
            });

            assertThat(jpa.sql())
                    .deletesFrom("notebook_loan", 1)
                    .insertsInto("notebook_loan", 1)
                    .hasNoUpdates();
        }

        @Test
        void that_are_records_are_stored_but_EclipseLink_says_the_opposite() {
            var book = new LoanBook(1L);
            book.lines().add(new LoanBook.Line("Emma"));

            Throwable refused = catchThrowable(() -> jpa.runInTransaction(em -> em.persist(book)));

            String said = jpa.expect(
                    exception("what commit says of a record stored in an element collection")
                            .write("a class with an empty constructor in place of the record, such as Notebook.Loan")
                            .follows("Embeddable Classes", HIBERNATE),
                    on(HIBERNATE, "nothing"),
                    on(ECLIPSELINK, "RollbackException"));
            assertThat(refused == null ? "nothing" : refused.getClass().getSimpleName())
                    .isEqualTo(said);
            assertThat(jpa.rows("select reader from loan_book_line").rows()).containsExactly(List.of("Emma"));
            jpa.note("EclipseLink wants to fill in the record after the commit, and a record cannot be changed.");
        }
    }

    private static void change(Consumer<Notebook> change) {
        jpa.runInTransaction(em -> change.accept(em.find(Notebook.class, 1L)));
    }
}
