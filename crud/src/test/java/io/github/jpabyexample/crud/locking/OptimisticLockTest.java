package io.github.jpabyexample.crud.locking;

import static io.github.jpabyexample.lesson.Level.WORKING;
import static io.github.jpabyexample.lesson.On.on;
import static io.github.jpabyexample.lesson.observation.Difference.cost;
import static io.github.jpabyexample.testing.Stack.ECLIPSELINK;
import static io.github.jpabyexample.testing.Stack.HIBERNATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jpabyexample.bootstrap.Bootstrap;
import io.github.jpabyexample.lesson.Lesson;
import io.github.jpabyexample.lesson.LessonUnit;
import io.github.jpabyexample.models.catalog.Author;
import io.github.jpabyexample.models.catalog.Book;
import io.github.jpabyexample.models.catalog.Isbn;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.RollbackException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Two people edit one row, and the change of the first is gone: a lost update. Or your log says OptimisticLockException, wrapped
 * in a RollbackException, and the second writer must be told.
 *
 * <p>Choose: {@code @Version} for each entity that is read, shown to somebody, and written later; on a conflict read again and
 * ask, or repeat the unit of work. OPTIMISTIC where a decision rests on a row that you only read.
 *
 * <p>Try: let the first writer change nothing but the price.
 */
@Lesson(
        value =
                "A version in each update lets the first of two writers win and tells the second one, who would else overwrite it.",
        level = WORKING,
        terms = {
            "optimistic lock",
            "lost update",
            "version",
            "OptimisticLockException",
            "RollbackException",
            "LockModeType",
            "force increment",
            "stale entity"
        },
        messages = {
            "Batch update returned unexpected row count from update",
            "because it changed or was deleted since it was last read"
        },
        sqlalchemy = "`version_id_col`, `StaleDataError`")
class OptimisticLockTest {

    @RegisterExtension
    static final LessonUnit jpa = LessonUnit.of("bookstore", "pooled", Bootstrap::pooled);

    @Nested
    class A_book_with_a_version {

        @BeforeEach
        void stored() {
            jpa.given(em -> em.persist(new Book(Isbn.invented(1), "Emma", 1815, "en", "GB")));
        }

        @Test
        void is_updated_only_where_its_version_is_the_one_that_was_read() {
            jpa.runInTransaction(em -> book(em).rename("Emma, a novel"));

            assertThat(jpa.sql()).updatesOf("book", 1);
            assertThat(jpa.sql().statements().get(1).text().toLowerCase(java.util.Locale.ROOT))
                    .containsPattern("where.*version\\s*=\\s*\\?");
        }

        @Test
        void refuses_the_second_of_two_writers_who_read_the_same_version() {
            try (EntityManager second = jpa.factory().createEntityManager()) {
                second.getTransaction().begin();
                book(second).rename("The second title");
                jpa.runInTransaction(first -> book(first).rename("The first title"));

                assertThatThrownBy(second.getTransaction()::commit)
                        .isInstanceOf(RollbackException.class)
                        .hasCauseInstanceOf(OptimisticLockException.class);
            }

            assertThat(jpa.show("table book", jpa.rows("select title from book"))
                            .rows())
                    .containsExactly(List.of("The first title"));
        }

        @Test
        void is_checked_at_commit_when_it_was_only_read_under_an_optimistic_lock() {
            jpa.runInTransaction(em -> em.lock(book(em), LockModeType.OPTIMISTIC));

            String check = jpa.expect(
                    cost("how a book that was only read is checked at commit")
                            .write("OPTIMISTIC_FORCE_INCREMENT: one update of the version on both")
                            .leftOpen("OPTIMISTIC, OPTIMISTIC_FORCE_INCREMENT"),
                    on(HIBERNATE, "select"),
                    on(ECLIPSELINK, "update"));
            assertThat(jpa.sql()).hasUpdates(check.equals("update") ? 1 : 0).hasSelects(check.equals("update") ? 1 : 2);
        }

        @Test
        void counts_up_without_a_change_when_it_is_asked_to() {
            int before = jpa.callInTransaction(em -> book(em).version());

            jpa.runInTransaction(em -> em.lock(book(em), LockModeType.OPTIMISTIC_FORCE_INCREMENT));

            int after = jpa.callInTransaction(em -> book(em).version());
            assertThat(after).isEqualTo(before + 1);
            assertThat(jpa.sql()).updatesOf("book", 1);
        }

        private static Book book(EntityManager em) {
            return em.createQuery("select b from Book b", Book.class).getSingleResult();
        }
    }

    @Nested
    class An_author_without_a_version {

        @BeforeEach
        void stored() {
            jpa.given(em -> em.persist(new Author("Currer Bell", 1816, 1855)));
        }

        @Test
        void is_overwritten_by_the_second_writer_and_nobody_is_told() {
            try (EntityManager second = jpa.factory().createEntityManager()) {
                second.getTransaction().begin();
                author(second).rename("Ellis Bell");
                jpa.runInTransaction(first -> author(first).rename("Charlotte Brontë"));

                second.getTransaction().commit();
            }

            assertThat(jpa.show("table author", jpa.rows("select name from author"))
                            .rows())
                    .containsExactly(List.of("Ellis Bell"));
            jpa.note("The name that the first writer gave is lost.");
        }

        private static Author author(EntityManager em) {
            return em.createQuery("select a from Author a", Author.class).getSingleResult();
        }
    }
}
