package io.github.jpabyexample.crud.unitofwork;

import static io.github.jpabyexample.lesson.Level.BASIC;
import static io.github.jpabyexample.lesson.On.on;
import static io.github.jpabyexample.lesson.observation.Difference.cost;
import static io.github.jpabyexample.testing.Stack.ECLIPSELINK;
import static io.github.jpabyexample.testing.Stack.HIBERNATE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.jpabyexample.bootstrap.Bootstrap;
import io.github.jpabyexample.lesson.Lesson;
import io.github.jpabyexample.lesson.LessonUnit;
import io.github.jpabyexample.models.catalog.Book;
import io.github.jpabyexample.models.catalog.Isbn;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * You look for the entity manager's update() and there is none; or your log shows an update that nobody asked for, or no insert
 * after persist(). What is written, and when, is decided by dirty checking and by the flush, not by your calls.
 *
 * <p>Choose: {@code persist} for a new object, a plain setter for a managed one; {@code flush} only where its rows must be there
 * before the commit. Set all attributes before you persist.
 *
 * <p>Try: rename a managed book to the title that it has, and count the updates.
 */
@Lesson(
        value = "Objects are changed in memory; the unit of work finds out what changed and writes it at commit.",
        level = BASIC,
        terms = {
            "dirty checking",
            "unit of work",
            "persistence context",
            "managed entity",
            "flush",
            "persist",
            "identity map",
            "batch insert"
        },
        sqlalchemy = "`with Session.begin() as session:`, `session.add`, `session.flush`")
class UnitOfWorkTest {

    @RegisterExtension
    static final LessonUnit jpa = LessonUnit.of("bookstore", "pooled", Bootstrap::pooled);

    @Nested
    class New_books {

        @Test
        void are_written_at_commit_and_not_when_they_are_persisted() {
            jpa.runInTransaction(em -> {
                em.persist(emma());

                assertThat(jpa.sql()).hasNoInserts();
            });

            assertThat(jpa.sql()).insertsInto("book", 1).hasNoUpdates();
            jpa.show("table book", jpa.rows("select title, first_published from book"));
        }

        @Test
        void are_written_before_commit_when_the_context_is_flushed() {
            jpa.runInTransaction(em -> {
                em.persist(emma());
                em.flush();

                assertThat(jpa.sql()).insertsInto("book", 1);
            });

            assertThat(jpa.sql()).insertsInto("book", 1);
        }

        @Test
        void travel_together_in_batches_of_fifty() {
            jpa.runInTransaction(em -> {
                for (int i = 1; i <= 120; i++) {
                    em.persist(new Book(Isbn.invented(i), "Volume " + i, 1900, "en", "GB"));
                }
            });

            assertThat(jpa.sql()).hasInserts(3).usedBatchesOf(50, 50, 20).insertsInto("book", 120);
            jpa.note("Neither provider batches by default: the settings of both in providers/ ask for it.");
        }

        @Test
        void that_change_before_the_flush_cost_what_the_provider_makes_of_it() {
            jpa.runInTransaction(em -> {
                Book book = emma();
                em.persist(book);
                book.rename("Emma, a novel");
            });

            assertThat(jpa.sql()).insertsInto("book", 1);
            int updates = jpa.expect(
                    cost("updates for an object changed between persist and flush")
                            .write("set all attributes before persist: one insert and no update on both")
                            .leftOpen("Synchronization to the Database"),
                    on(HIBERNATE, 1),
                    on(ECLIPSELINK, 0));
            assertThat(jpa.sql()).hasUpdates(updates);
        }
    }

    @Nested
    class A_stored_book {

        @BeforeEach
        void stored() {
            jpa.given(em -> em.persist(emma()));
        }

        @Test
        void is_updated_by_changing_the_object_for_there_is_no_update_method() {
            jpa.runInTransaction(em -> book(em).rename("Emma, a novel"));

            assertThat(jpa.sql()).hasSelects(1).updatesOf("book", 1);
            assertThat(jpa.rows("select title from book").rows()).containsExactly(List.of("Emma, a novel"));
        }

        @Test
        void is_updated_in_all_columns_or_only_in_the_changed_one() {
            jpa.runInTransaction(em -> book(em).rename("Emma, a novel"));

            boolean unchangedColumnsToo = jpa.expect(
                    cost("an update sets unchanged columns as well")
                            .write("nothing of JPA makes it the same: Hibernate's own @DynamicUpdate on the entity"
                                    + " leaves unchanged columns out")
                            .leftOpen("Synchronization to the Database"),
                    on(HIBERNATE, true),
                    on(ECLIPSELINK, false));
            if (unchangedColumnsToo) {
                assertThat(jpa.sql()).mentions("first_published=?");
            } else {
                assertThat(jpa.sql()).mentions("set title = ?, version = ?");
            }
        }

        @Test
        void is_compared_with_what_was_read_or_counts_as_changed_once_it_was_touched() {
            jpa.runInTransaction(em -> {
                Book book = book(em);
                book.rename("Another");
                book.rename("Emma");
            });

            int updates = jpa.expect(
                    cost("updates for an attribute that was set and set back")
                            .write("work out the value first, and set it once, only if it is not the one that is there")
                            .leftOpen("Synchronization to the Database")
                            .because("weaving: EclipseLink notes each attribute that is set"),
                    on(HIBERNATE, 0),
                    on(ECLIPSELINK, 1));
            assertThat(jpa.sql()).hasUpdates(updates);
            jpa.note("Hibernate compares with a copy; EclipseLink's weaving remembers each attribute that was set.");
        }

        @Test
        void is_written_early_when_a_query_could_see_the_change() {
            jpa.runInTransaction(em -> {
                book(em).rename("Emma, a novel");
                assertThat(jpa.sql()).hasNoUpdates();

                em.createQuery("select count(b) from Book b", Long.class).getSingleResult();
                assertThat(jpa.sql()).updatesOf("book", 1);
            });
        }

        @Test
        void is_one_object_in_a_unit_of_work_however_often_it_is_read() {
            jpa.runInTransaction(em -> assertThat(book(em)).isSameAs(book(em)));
        }

        private static Book book(EntityManager em) {
            return em.createQuery("select b from Book b", Book.class).getSingleResult();
        }
    }

    private static Book emma() {
        return new Book(Isbn.invented(1), "Emma", 1815, "en", "GB");
    }
}
