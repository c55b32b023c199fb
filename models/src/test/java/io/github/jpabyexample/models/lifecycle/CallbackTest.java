package io.github.jpabyexample.models.lifecycle;

import static io.github.jpabyexample.lesson.Level.WORKING;
import static io.github.jpabyexample.lesson.On.on;
import static io.github.jpabyexample.lesson.observation.Difference.answer;
import static io.github.jpabyexample.lesson.observation.Difference.data;
import static io.github.jpabyexample.testing.Stack.ECLIPSELINK;
import static io.github.jpabyexample.testing.Stack.HIBERNATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jpabyexample.lesson.Lesson;
import io.github.jpabyexample.lesson.LessonUnit;
import io.github.jpabyexample.models.lifecycle.Letters.Circular;
import io.github.jpabyexample.models.lifecycle.Letters.Office;
import io.github.jpabyexample.models.lifecycle.Letters.Telegram;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A {@code @PreUpdate} changed another entity, and that change is not in the database. Or it isn't called: not for an update
 * in JPQL, and not for a new object that changes before its first flush, on one provider.
 *
 * <p>Choose: a callback for what concerns its own entity alone, such as a time stamp or a check. For what concerns other
 * entities, a method of your program that changes both before the flush. Set all attributes before {@code persist}.
 *
 * <p>Try: set {@code note} in {@code @PrePersist}, and change a telegram between {@code persist} and flush.
 */
@Lesson(
        value =
                "A callback hears of its own entity before and after each write, may change that entity, and nothing else.",
        level = WORKING,
        terms = {"lifecycle callback", "@PrePersist", "@PreUpdate", "@PostLoad", "audit", "bulk update", "reference"},
        sqlalchemy = "`event.listens_for(Book, \"before_insert\")`, `@reconstructor`")
class CallbackTest {

    @RegisterExtension
    static final LessonUnit jpa = LessonUnit.of("letters");

    @BeforeEach
    void nothingCalled() {
        Letters.CALLS.clear();
    }

    @Nested
    class A_new_telegram {

        @Test
        void is_told_before_when_it_is_persisted_and_after_when_its_row_is_written() {
            jpa.runInTransaction(em -> {
                em.persist(new Telegram(1L, "Arrive Tuesday", null));
                assertThat(Letters.CALLS).containsExactly("PrePersist");

                em.flush();

                assertThat(Letters.CALLS).containsExactly("PrePersist", "PostPersist");
            });
        }

        @Test
        void that_changes_before_it_is_flushed_is_updated_as_well_or_inserted_as_it_is() {
            jpa.runInTransaction(em -> {
                var telegram = new Telegram(1L, "Arrive Tuesday", null);
                em.persist(telegram);
                telegram.write("Arrive Monday");
            });

            String called = jpa.expect(
                    answer("callbacks of an object that changes between persist and flush")
                            .write("all attributes set before persist(): PrePersist, PostPersist on both")
                            .leftOpen("Semantics of the Life Cycle Callback Methods for Entities"),
                    on(HIBERNATE, "PrePersist, PreUpdate, PostPersist, PostUpdate"),
                    on(ECLIPSELINK, "PrePersist, PostPersist"));
            assertThat(String.join(", ", Letters.CALLS)).isEqualTo(called);
            assertThat(jpa.rows("select text from telegram").rows()).containsExactly(List.of("Arrive Monday"));
        }

        @Test
        void is_refused_by_an_exception_which_comes_as_it_was_thrown_and_ends_the_transaction() {
            try (EntityManager em = jpa.factory().createEntityManager()) {
                em.getTransaction().begin();

                assertThatThrownBy(() -> em.persist(new Telegram(1L, null, null)))
                        .isExactlyInstanceOf(IllegalStateException.class)
                        .hasMessage("A telegram needs a text");

                assertThat(em.getTransaction().getRollbackOnly()).isTrue();
                em.getTransaction().rollback();
            }
        }
    }

    @Nested
    class A_stored_telegram {

        @BeforeEach
        void stored() {
            jpa.given(em -> {
                var office = new Office(1L);
                em.persist(office);
                em.persist(new Telegram(1L, "Arrive Tuesday", office));
            });
            Letters.CALLS.clear();
        }

        @Test
        void is_told_once_that_it_was_read_and_again_when_it_is_refreshed() {
            jpa.runInTransaction(em -> {
                em.refresh(em.find(Telegram.class, 1L));
                em.find(Telegram.class, 1L);
            });

            assertThat(Letters.CALLS).containsExactly("PostLoad", "PostLoad");
        }

        @Test
        void is_told_so_on_EclipseLink_for_a_reference_that_was_not_read() {
            jpa.runInTransaction(em -> {
                assertThat(jpa.sqlOf(() -> em.getReference(Telegram.class, 1L))).isEmpty();

                boolean told = jpa.expect(
                        answer("PostLoad is called for a reference that was not read")
                                .write("em.find(): PostLoad on both, after the row was read")
                                .follows("Semantics of the Life Cycle Callback Methods for Entities", HIBERNATE)
                                .because("weaving: without it EclipseLink reads the row at once"),
                        on(HIBERNATE, false),
                        on(ECLIPSELINK, true));
                assertThat(Letters.CALLS).isEqualTo(told ? List.of("PostLoad") : List.of());
            });
        }

        @Test
        void is_told_around_an_update_only_when_there_is_one() {
            telegram(telegram -> {});
            assertThat(Letters.CALLS).containsExactly("PostLoad");

            telegram(telegram -> telegram.write("Arrive Monday"));
            assertThat(Letters.CALLS).containsExactly("PostLoad", "PostLoad", "PreUpdate", "PostUpdate");
        }

        @Test
        void may_change_itself_just_before_its_row_is_updated() {
            telegram(telegram -> telegram.write("Arrive Monday"));

            assertThat(jpa.rows("select note from telegram").rows())
                    .containsExactly(List.of("changed to Arrive Monday"));
            assertThat(jpa.sql()).updatesOf("telegram", 1);
        }

        @Test
        void changes_another_entity_in_vain_when_that_was_read_first() {
            Office office = jpa.callInTransaction(em -> {
                Office read = em.find(Office.class, 1L);
                em.find(Telegram.class, 1L).write("Arrive Monday");
                return read;
            });

            assertThat(office.corrections()).isEqualTo(1);
            assertThat(jpa.rows("select corrections from office").rows()).containsExactly(List.of("0"));
        }

        @Test
        void changes_another_entity_that_was_read_later_on_Hibernate_alone() {
            jpa.runInTransaction(em -> {
                em.find(Telegram.class, 1L).write("Arrive Monday");
                em.find(Office.class, 1L);
            });

            boolean stored = jpa.expect(
                    data("what a PreUpdate changes in an entity that is flushed later is stored")
                            .write("both changes in one method of the program, before the flush, none in a callback")
                            .leftOpen("Lifecycle Callback Methods"),
                    on(HIBERNATE, true),
                    on(ECLIPSELINK, false));
            assertThat(jpa.rows("select corrections from office").rows()).containsExactly(List.of(stored ? "1" : "0"));
            jpa.note("A portable callback leaves other entities alone, says \"Lifecycle Callback Methods\".");
        }

        @Test
        void is_told_before_when_it_is_removed_and_after_when_its_row_is_deleted() {
            jpa.runInTransaction(em -> {
                em.remove(em.find(Telegram.class, 1L));
                assertThat(Letters.CALLS).containsExactly("PostLoad", "PreRemove");
            });

            assertThat(Letters.CALLS).containsExactly("PostLoad", "PreRemove", "PostRemove");
        }

        @Test
        void hears_nothing_of_an_update_in_JPQL() {
            jpa.runInTransaction(em -> em.createQuery("update Telegram t set t.text = 'Arrive Monday'")
                    .executeUpdate());

            assertThat(Letters.CALLS).isEmpty();
        }

        private static void telegram(Consumer<Telegram> change) {
            jpa.runInTransaction(em -> change.accept(em.find(Telegram.class, 1L)));
        }
    }

    @Nested
    class A_circular_that_changes_itself_when_it_is_read {

        @Test
        void is_written_by_each_transaction_that_only_reads_it() {
            jpa.given(em -> em.persist(new Circular(1L)));

            jpa.runInTransaction(em -> em.find(Circular.class, 1L));

            assertThat(jpa.sql()).updatesOf("circular", 1);
            jpa.note("What a PostLoad fills in should be @Transient.");
        }
    }
}
