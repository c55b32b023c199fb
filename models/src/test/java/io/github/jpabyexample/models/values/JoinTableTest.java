package io.github.jpabyexample.models.values;

import static io.github.jpabyexample.lesson.Level.WORKING;
import static io.github.jpabyexample.lesson.On.on;
import static io.github.jpabyexample.lesson.observation.Difference.cost;
import static io.github.jpabyexample.lesson.observation.Difference.exception;
import static io.github.jpabyexample.testing.Stack.ECLIPSELINK;
import static io.github.jpabyexample.testing.Stack.HIBERNATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.jpabyexample.lesson.Lesson;
import io.github.jpabyexample.lesson.LessonUnit;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * You take one story out of an anthology, and the log shows that all rows of the join table are deleted, and all but one
 * inserted again.
 *
 * <p>Choose: a {@code Set} for a many-to-many; a list with {@code @OrderColumn} only where the order itself is stored;
 * for a one-to-many {@code mappedBy}, which needs no table. An entity between the two as soon as their link has a date
 * or a price.
 *
 * <p>Try: remove the last story of {@code ordered} in place of the first.
 */
@Lesson(
        value =
                "A table between two entities costs a row for each change if its collection is a set; a list may be written anew.",
        level = WORKING,
        terms = {"many-to-many", "join table", "bag", "@OrderColumn", "owning side", "mappedBy", "delete and insert"},
        messages = {"Unique index or primary key violation", "duplicate key value violates unique constraint"},
        sqlalchemy = "`relationship(secondary=…, collection_class=set)`")
class JoinTableTest {

    @RegisterExtension
    static final LessonUnit jpa = LessonUnit.of("anthologies");

    @BeforeEach
    void stored() {
        jpa.given(em -> {
            List<Story> stories =
                    Stream.of("The Nose", "The Coat", "The Nap").map(Story::new).toList();
            stories.forEach(em::persist);
            em.persist(new Story("The Gift"));
            em.persist(new Anthology(1L, stories));
        });
    }

    @Nested
    class A_set {

        @Test
        void loses_an_entity_by_one_delete_and_gets_one_by_one_insert() {
            change((anthology, em) -> anthology.chosen().remove(story("The Coat", em)));
            assertThat(jpa.sql()).deletesFrom("anthology_chosen", 1).hasNoInserts();

            var added =
                    jpa.sqlOf(() -> change((anthology, em) -> anthology.chosen().add(story("The Gift", em))));
            assertThat(added).insertsInto("anthology_chosen", 1).hasNoDeletes();
        }
    }

    @Nested
    class A_list_without_an_order_column {

        @Test
        void is_written_anew_by_Hibernate_for_one_entity_less() {
            change((anthology, em) -> anthology.listed().remove(story("The Coat", em)));

            int rewritten = jpa.expect(
                    cost("rows inserted to remove 1 of 3 entities of a many-to-many list")
                            .write("a Set: one delete on both")
                            .leftOpen("ManyToMany Annotation"),
                    on(HIBERNATE, 2),
                    on(ECLIPSELINK, 0));
            assertThat(jpa.sql()).deletesFrom("anthology_listed", 1).insertsInto("anthology_listed", rewritten);
        }

        @Test
        void is_written_anew_by_Hibernate_for_one_entity_more() {
            change((anthology, em) -> anthology.listed().add(story("The Gift", em)));

            int inserted = jpa.expect(
                    cost("rows inserted to add 1 entity to a many-to-many list of 3")
                            .write("a Set: one insert on both")
                            .leftOpen("ManyToMany Annotation"),
                    on(HIBERNATE, 4),
                    on(ECLIPSELINK, 1));
            assertThat(jpa.sql()).insertsInto("anthology_listed", inserted);
        }

        @Test
        void holds_an_entity_twice_on_Hibernate_and_once_by_the_primary_key_that_EclipseLink_makes() {
            boolean refused = catchThrowable(
                            () -> change((anthology, em) -> anthology.listed().add(story("The Nose", em))))
                    != null;

            assertThat(refused)
                    .isEqualTo(jpa.expect(
                            exception("a many-to-many list refuses an entity that it has")
                                    .write("a Set, which has each entity once by itself")
                                    .leftOpen("JoinTable Annotation"),
                            on(HIBERNATE, false),
                            on(ECLIPSELINK, true)));
            jpa.note(
                    "A row has nothing that tells it from another of the same two: on Hibernate's side that is why all are"
                            + " written anew, on EclipseLink's why there is only one.");
        }
    }

    @Nested
    class A_list_with_an_order_column {

        @Test
        void moves_up_all_that_come_after_the_entity_that_goes() {
            change((anthology, em) -> anthology.ordered().remove(0));

            assertThat(jpa.sql())
                    .updatesOf("anthology_ordered", 2)
                    .deletesFrom("anthology_ordered", 1)
                    .hasNoInserts();
        }
    }

    @Nested
    class A_one_to_many_whose_other_side_knows_nothing_of_it {

        @Test
        void has_a_table_too_and_is_written_anew_by_Hibernate_like_a_list() {
            change((anthology, em) -> anthology.owned().remove(story("The Coat", em)));

            int rewritten = jpa.expect(
                    cost("rows inserted to remove 1 of 3 entities of a one-to-many without mappedBy")
                            .write("mappedBy: no table, and the many side is the owning side")
                            .leftOpen("Unidirectional OneToMany Relationships"),
                    on(HIBERNATE, 2),
                    on(ECLIPSELINK, 0));
            assertThat(jpa.sql()).deletesFrom("anthology_owned", 1).insertsInto("anthology_owned", rewritten);
            jpa.note(
                    "With mappedBy there is no table, and the many side has the column: one update, on either provider.");
        }
    }

    private static void change(BiConsumer<Anthology, EntityManager> change) {
        jpa.runInTransaction(em -> change.accept(em.find(Anthology.class, 1L), em));
    }

    private static Story story(String title, EntityManager em) {
        return em.find(Story.class, title);
    }
}
