package io.github.jpabyexample.models.eclipselink;

import static io.github.jpabyexample.lesson.Level.EXPERT;
import static io.github.jpabyexample.testing.Stack.ECLIPSELINK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jpabyexample.lesson.Lesson;
import io.github.jpabyexample.lesson.LessonUnit;
import io.github.jpabyexample.lesson.OnlyOn;
import io.github.jpabyexample.models.beyond.Offer;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Some tables must never be changed by your program, and some day somebody calls a setter.
 *
 * <p>Choose: no method that changes, and a user of the database who may not write, on any provider; {@code @ReadOnly} besides,
 * but know that it also swallows a persist.
 *
 * <p>Try: persist a new offer, and look for its row.
 */
@Lesson(
        value =
                "Not portable: EclipseLink can take an entity for read-only; neither a change nor a new one is ever written.",
        level = EXPERT,
        terms = {"@ReadOnly", "read-only entity", "reference data", "EclipseLink"},
        sqlalchemy = "no equivalent: a `before_flush` listener that refuses")
@OnlyOn(value = ECLIPSELINK, because = "read-only is EclipseLink's own; Hibernate's way is in ImmutableTest")
class ReadOnlyTest {

    @RegisterExtension
    static final LessonUnit jpa = LessonUnit.of("eclipselink-read-only");

    @BeforeEach
    void stored() {
        jpa.given(em -> em.createNativeQuery(
                        "insert into offer (id, code, title, withdrawn) values (1, 'SPRING', 'Three for two', false)")
                .executeUpdate());
    }

    @Nested
    class An_offer_that_is_read_only {

        @Test
        void is_read_and_a_change_of_it_is_not_written_and_nobody_is_told() {
            jpa.runInTransaction(em -> em.find(Offer.class, 1L).withdraw());

            assertThat(jpa.sql()).hasSelects(1).hasNoUpdates();
            assertThat(jpa.rows("select withdrawn from offer").rows()).containsExactly(List.of("false"));
        }

        @Test
        void is_not_inserted_and_nobody_is_told() {
            jpa.runInTransaction(em -> em.persist(new Offer(2L, "SUMMER", "Two for one")));

            assertThat(jpa.sql()).isEmpty();
            assertThat(jpa.rows("select code from offer").rows()).containsExactly(List.of("SPRING"));
        }

        @Test
        void is_not_managed_and_so_cannot_be_removed() {
            try (EntityManager em = jpa.factory().createEntityManager()) {
                em.getTransaction().begin();
                Offer offer = em.find(Offer.class, 1L);

                assertThatThrownBy(() -> em.remove(offer)).isInstanceOf(IllegalArgumentException.class);
                em.getTransaction().rollback();
            }
        }

        @Test
        void is_updated_in_JPQL_all_the_same() {
            jpa.runInTransaction(
                    em -> em.createQuery("update Offer o set o.title = 'none'").executeUpdate());

            assertThat(jpa.rows("select title from offer").rows()).containsExactly(List.of("none"));
            jpa.note(
                    "On any provider: columns with insertable and updatable false, no method that changes, and a user of"
                            + " the database who may not write.");
        }
    }
}
