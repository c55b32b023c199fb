package io.github.jpabyexample.models.hibernate;

import static io.github.jpabyexample.lesson.Level.WORKING;
import static io.github.jpabyexample.testing.Stack.HIBERNATE;
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
 * A removed row must stay in its table, marked, and no query may find it: a soft delete. Hibernate's
 * {@code @SQLRestriction} and {@code @SQLDelete}, here in its mapping file, do that for {@code em.remove}, {@code em.find}
 * and queries, but not for a delete in JPQL, nor in your own SQL.
 *
 * <p>Choose: on any provider, an attribute, a method that sets it, and the condition in your own queries; Hibernate's
 * restriction where no query may forget the condition, and nobody has to read a removed row again through its entity.
 *
 * <p>Try: persist a third offer with the code of the removed one.
 */
@Lesson(
        value = "Not portable: Hibernate's mapping file hides rows by a restriction, and makes an update of a delete.",
        level = WORKING,
        terms = {"soft delete", "logical delete", "@SQLRestriction", "@SQLDelete", "@SoftDelete"},
        sqlalchemy = "`with_loader_criteria`")
@OnlyOn(
        value = HIBERNATE,
        because = "sql-restriction and sql-delete are Hibernate's own; EclipseLink's way is in AdditionalCriteriaTest")
class SqlRestrictionTest {

    @RegisterExtension
    static final LessonUnit jpa = LessonUnit.of("hibernate-soft-delete");

    @BeforeEach
    void stored() {
        jpa.given(em -> {
            em.persist(new Offer(1L, "SPRING", "Three for two"));
            em.persist(new Offer(2L, "SUMMER", "Two for one"));
        });
    }

    @Nested
    class An_offer_that_is_removed {

        @BeforeEach
        void removed() {
            jpa.given(em -> em.remove(em.find(Offer.class, 1L)));
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

            assertThat(jpa.sql()).mentions("withdrawn = false");
        }

        @Test
        void is_there_for_SQL_of_your_own() {
            jpa.runInTransaction(em -> assertThat(em.createNativeQuery("select code from offer")
                            .getResultList()
                            .size())
                    .isEqualTo(2));
            jpa.note("A unique constraint sees the row as well: the code of a removed offer is not free.");
        }
    }

    @Nested
    class A_delete_in_JPQL {

        @Test
        void deletes_for_good() {
            jpa.runInTransaction(em -> em.createQuery("delete from Offer o where o.code = 'SPRING'")
                    .executeUpdate());

            assertThat(jpa.rows("select code from offer").rows()).containsExactly(List.of("SUMMER"));
            jpa.note("On any provider: an attribute, a method that sets it, and the condition in your own queries.");
        }
    }

    private static List<String> codes(EntityManager em) {
        return em.createQuery("select o.code from Offer o", String.class).getResultList();
    }
}
