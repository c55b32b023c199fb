package io.github.jpabyexample.models.hibernate;

import static io.github.jpabyexample.lesson.Level.WORKING;
import static io.github.jpabyexample.testing.Stack.HIBERNATE;
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
 * Reference data is to be read and never changed, and somebody calls a setter. Hibernate's {@code @Immutable}, here in its
 * mapping file as {@code mutable}, writes no such change, and tells nobody; it refuses a bulk update, and still inserts
 * and deletes.
 *
 * <p>Choose: on any provider, columns with {@code updatable = false}, no method that changes, and a user of the database
 * who may not write; {@code @Immutable} beside these, since it tells nobody what it left out.
 *
 * <p>Try: detach the offer, withdraw it, and merge it.
 */
@Lesson(
        value =
                "Not portable: Hibernate can take an entity for immutable; it is still inserted and deleted, but never updated.",
        level = WORKING,
        terms = {"@Immutable", "read-only entity", "reference data", "lookup table", "updatable = false"},
        messages = {"The query attempts to update an immutable entity"},
        sqlalchemy = "no equivalent: a `before_update` listener that refuses")
@OnlyOn(value = HIBERNATE, because = "mutable is Hibernate's own; EclipseLink's way is in ReadOnlyTest")
class ImmutableTest {

    @RegisterExtension
    static final LessonUnit jpa = LessonUnit.of("hibernate-read-only");

    @BeforeEach
    void stored() {
        jpa.given(em -> em.createNativeQuery(
                        "insert into offer (id, code, title, withdrawn) values (1, 'SPRING', 'Three for two', false)")
                .executeUpdate());
    }

    @Nested
    class An_offer_that_is_immutable {

        @Test
        void is_read_and_a_change_of_it_is_not_written_and_nobody_is_told() {
            jpa.runInTransaction(em -> em.find(Offer.class, 1L).withdraw());

            assertThat(jpa.sql()).hasSelects(1).hasNoUpdates();
            assertThat(jpa.rows("select withdrawn from offer").rows()).containsExactly(List.of("false"));
        }

        @Test
        void is_inserted_and_deleted_like_any_other() {
            jpa.runInTransaction(em -> em.persist(new Offer(2L, "SUMMER", "Two for one")));
            jpa.runInTransaction(em -> em.remove(em.find(Offer.class, 1L)));

            assertThat(jpa.rows("select code from offer").rows()).containsExactly(List.of("SUMMER"));
        }

        @Test
        void is_not_updated_in_JPQL_either() {
            try (EntityManager em = jpa.factory().createEntityManager()) {
                assertThatThrownBy(() -> em.createQuery("update Offer o set o.title = 'none'"))
                        .hasMessageContaining("immutable entity");
            }
            jpa.note(
                    "On any provider: columns with insertable and updatable false, no method that changes, and a user of"
                            + " the database who may not write.");
        }
    }
}
