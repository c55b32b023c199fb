package io.github.jpabyexample.models.hibernate;

import static io.github.jpabyexample.lesson.Level.WORKING;
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
 * Users know an offer by its code and not by its id, and each look-up by code is a query, also when the offer is in the
 * persistence context already. Hibernate's {@code @NaturalId}, here in its mapping file, makes a second key of the code,
 * for which {@code em.find} has an option.
 *
 * <p>Choose: on any provider, a unique constraint and a named query with {@code getSingleResultOrNull}; a natural id where
 * one unit of work asks for the same code again and again.
 *
 * <p>Try: find the offer by its code twice in one persistence context, and count the selects.
 */
@Lesson(
        value =
                "Not portable: Hibernate finds by a second key that its mapping file names, and by a query function for it.",
        level = WORKING,
        terms = {"@NaturalId", "natural key", "business key", "find by unique column", "KeyType.NATURAL"},
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
