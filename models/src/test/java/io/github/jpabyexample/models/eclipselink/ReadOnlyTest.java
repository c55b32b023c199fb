package io.github.jpabyexample.models.eclipselink;

import static io.github.jpabyexample.lesson.Level.WORKING;
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
 * Reference data is to be read and never changed, and somebody calls a setter, or persists a new row. EclipseLink's
 * {@code @ReadOnly}, here in its mapping file, writes neither, and tells nobody; what it reads is not managed, and a bulk
 * update in JPQL gets through all the same.
 *
 * <p>Choose: on any provider, columns with insertable and updatable false, no method that changes, and a user of the
 * database who may not write; {@code @ReadOnly} beside these, since it tells nobody what it left out.
 *
 * <p>Try: withdraw the offer and flush, and ask {@code em.contains} whether it is managed.
 */
@Lesson(
        value =
                "Not portable: EclipseLink can take an entity for read-only; neither a change nor a new one is ever written.",
        level = WORKING,
        terms = {"@ReadOnly", "read-only entity", "reference data", "lookup table", "insertable = false"},
        messages = {"Entity must be managed to call remove"},
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
