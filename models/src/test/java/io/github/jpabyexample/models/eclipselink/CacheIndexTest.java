package io.github.jpabyexample.models.eclipselink;

import static io.github.jpabyexample.lesson.Level.EXPERT;
import static io.github.jpabyexample.testing.Stack.ECLIPSELINK;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.jpabyexample.lesson.Lesson;
import io.github.jpabyexample.lesson.LessonUnit;
import io.github.jpabyexample.lesson.OnlyOn;
import io.github.jpabyexample.models.beyond.Offer;
import jakarta.persistence.EntityManager;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The same few offers are asked for by their code again and again, and each time a select is sent, though the entity is in
 * the shared cache. EclipseLink's {@code @CacheIndex}, here in its mapping file, lets a query for a single result find it
 * there by a unique column.
 *
 * <p>Choose: on any provider, a named query that sends its select; a cache index for rows that are read often, and that
 * nobody changes behind the provider's back.
 *
 * <p>Try: change the title in SQL of your own between the two readings.
 */
@Lesson(
        value =
                "Not portable: EclipseLink's shared cache has an index on a unique column, so a query by it may send nothing.",
        level = EXPERT,
        terms = {"@CacheIndex", "second-level cache", "shared cache", "natural key", "find by unique column"},
        sqlalchemy = "`dogpile.cache`")
@OnlyOn(value = ECLIPSELINK, because = "cache-index is EclipseLink's own; Hibernate's way is in NaturalIdTest")
class CacheIndexTest {

    @RegisterExtension
    static final LessonUnit jpa = LessonUnit.of("eclipselink-natural-key");

    @BeforeEach
    void stored() {
        jpa.given(em -> em.persist(new Offer(1L, "SPRING", "Three for two")));
    }

    @Nested
    class An_offer_with_an_index_on_its_code {

        @Test
        void is_read_by_a_query_when_nobody_knows_it() {
            jpa.runInTransaction(em -> assertThat(spring(em).title()).isEqualTo("Three for two"));

            assertThat(jpa.sql()).hasSelects(1);
        }

        @Test
        void is_answered_from_the_cache_by_the_same_query_in_another_context() {
            assertThat(read().title()).isEqualTo("Three for two");

            var second = jpa.sqlOf(() -> assertThat(read().title()).isEqualTo("Three for two"));

            assertThat(second).isEmpty();
            jpa.note("Only for a single result, and only with a shared cache, which does not hear of others' changes.");
        }

        // Outside a transaction: what is read within one is not shared, since the unit's settings have it read on the
        // transaction's own connection.
        private static Offer read() {
            try (EntityManager em = jpa.factory().createEntityManager()) {
                return spring(em);
            }
        }
    }

    private static Offer spring(EntityManager em) {
        return em.createQuery("select o from Offer o where o.code = 'SPRING'", Offer.class)
                .getSingleResult();
    }
}
