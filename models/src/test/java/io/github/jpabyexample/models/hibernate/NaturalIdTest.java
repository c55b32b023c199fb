package io.github.jpabyexample.models.hibernate;

import static io.github.jpabyexample.lesson.Level.EXPERT;
import static io.github.jpabyexample.testing.Stack.HIBERNATE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.jpabyexample.lesson.Lesson;
import io.github.jpabyexample.lesson.LessonUnit;
import io.github.jpabyexample.lesson.OnlyOn;
import io.github.jpabyexample.models.beyond.Offer;
import org.hibernate.KeyType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * You look books up by their ISBN all day, and each time a query is sent although the book is in memory.
 *
 * <p>Choose: a unique constraint and a named query on any provider; a natural id where the same key is asked for again
 * and again in one unit of work.
 *
 * <p>Try: ask twice in one context, by either key.
 */
@Lesson(
        value =
                "Not portable: Hibernate finds by a second key that its mapping file names, and by a query function for it.",
        level = EXPERT,
        terms = {"natural id", "@NaturalId", "business key", "find by code", "Hibernate"},
        sqlalchemy = "`select(…).where(Offer.code == …)`")
@OnlyOn(value = HIBERNATE, because = "natural-id is Hibernate's own; EclipseLink's way is in CacheIndexTest")
class NaturalIdTest {

    @RegisterExtension
    static final LessonUnit jpa = LessonUnit.of("hibernate-natural-id");

    @BeforeEach
    void stored() {
        jpa.given(em -> em.persist(new Offer(1L, "SPRING", "Three for two")));
    }

    @Nested
    class An_offer_with_a_natural_id {

        @Test
        void is_found_by_it_with_an_option_of_the_standard_find() {
            jpa.runInTransaction(em -> assertThat(
                            em.find(Offer.class, "SPRING", KeyType.NATURAL).title())
                    .isEqualTo("Three for two"));

            assertThat(jpa.sql()).hasSelects(1).mentions("code=?");
        }

        @Test
        void is_found_without_SQL_once_its_context_knows_it_by_either_key() {
            jpa.runInTransaction(em -> {
                Offer offer = em.find(Offer.class, 1L);

                assertThat(jpa.sqlOf(() -> assertThat(em.find(Offer.class, "SPRING", KeyType.NATURAL))
                                .isSameAs(offer)))
                        .isEmpty();
            });
        }

        @Test
        void is_queried_by_a_function_that_need_not_name_the_attribute() {
            jpa.runInTransaction(
                    em -> assertThat(em.createQuery("select o from Offer o where naturalid(o) = 'SPRING'", Offer.class)
                                    .getResultList())
                            .hasSize(1));
            jpa.note("On any provider: a unique constraint, and a named query with getSingleResultOrNull.");
        }
    }
}
