package io.github.jpabyexample.models.eclipselink;

import static io.github.jpabyexample.lesson.Level.WORKING;
import static io.github.jpabyexample.testing.Stack.ECLIPSELINK;
import static org.assertj.core.api.Assertions.assertThat;

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
 * Rows that are marked as withdrawn must be found by no query: one half of a soft delete. EclipseLink's
 * {@code @AdditionalCriteria}, here in its mapping file, hides them from {@code em.find}, from queries and from bulk
 * deletes; but {@code em.remove} still deletes for good.
 *
 * <p>Choose: on any provider, an attribute, a method that sets it, and the condition in your own queries; additional
 * criteria where no query may forget the condition, and nobody has to read a withdrawn row again through its entity.
 *
 * <p>Try: withdraw both offers, and ask for their number in JPQL and in SQL.
 */
@Lesson(
        value =
                "Not portable: EclipseLink's mapping file hides rows by an additional criterion, but a removed row is gone.",
        level = WORKING,
        terms = {"soft delete", "logical delete", "@AdditionalCriteria", "filter", "global where clause"},
        sqlalchemy = "`with_loader_criteria`")
@OnlyOn(
        value = ECLIPSELINK,
        because = "additional-criteria is EclipseLink's own; Hibernate's way is in SqlRestrictionTest")
class AdditionalCriteriaTest {

    @RegisterExtension
    static final LessonUnit jpa = LessonUnit.of("eclipselink-soft-delete");

    @BeforeEach
    void stored() {
        jpa.given(em -> {
            em.persist(new Offer(1L, "SPRING", "Three for two"));
            em.persist(new Offer(2L, "SUMMER", "Two for one"));
        });
    }

    @Nested
    class An_offer_that_is_withdrawn_by_its_own_method {

        @BeforeEach
        void withdrawn() {
            jpa.given(em -> em.find(Offer.class, 1L).withdraw());
        }

        @Test
        void stays_in_its_table_marked() {
            assertThat(jpa.show("table offer", jpa.rows("select code, withdrawn from offer order by code"))
                            .rows())
                    .containsExactly(List.of("SPRING", "true"), List.of("SUMMER", "false"));
        }

        @Test
        void is_not_found_nor_queried_nor_counted() {
            jpa.runInTransaction(em -> {
                assertThat(em.find(Offer.class, 1L)).isNull();
                assertThat(codes(em)).containsExactly("SUMMER");
                assertThat(em.createQuery("select count(o) from Offer o", Long.class)
                                .getSingleResult())
                        .isEqualTo(1);
            });

            assertThat(jpa.sql()).mentions("WITHDRAWN = ?");
        }

        @Test
        void is_there_for_SQL_of_your_own() {
            jpa.runInTransaction(em -> assertThat(em.createNativeQuery("select code from offer")
                            .getResultList()
                            .size())
                    .isEqualTo(2));
        }

        @Test
        void is_also_out_of_reach_of_a_delete_in_JPQL() {
            jpa.runInTransaction(em -> em.createQuery("delete from Offer o").executeUpdate());

            assertThat(jpa.rows("select code from offer").rows()).containsExactly(List.of("SPRING"));
        }
    }

    @Nested
    class An_offer_that_is_removed {

        @Test
        void is_deleted_for_good() {
            jpa.runInTransaction(em -> em.remove(em.find(Offer.class, 1L)));

            assertThat(jpa.rows("select code from offer").rows()).containsExactly(List.of("SUMMER"));
            jpa.note(
                    "Other SQL for a delete needs code of EclipseLink's own. On any provider: an attribute, a method that"
                            + " sets it, and the condition in your own queries.");
        }
    }

    private static List<String> codes(EntityManager em) {
        return em.createQuery("select o.code from Offer o", String.class).getResultList();
    }
}
