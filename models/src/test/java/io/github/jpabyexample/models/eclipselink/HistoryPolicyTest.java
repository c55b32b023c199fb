package io.github.jpabyexample.models.eclipselink;

import static io.github.jpabyexample.lesson.Level.EXPERT;
import static io.github.jpabyexample.testing.Stack.ECLIPSELINK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jpabyexample.lesson.Lesson;
import io.github.jpabyexample.lesson.LessonUnit;
import io.github.jpabyexample.lesson.OnlyOn;
import io.github.jpabyexample.testing.Rows;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.eclipse.persistence.config.QueryHints;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * What did this book cost last month? A row knows only what is. EclipseLink's {@code HistoryPolicy} keeps each version
 * with its time, and a query with a hint reads it, outside of the caches; else it
 * {@code could violate the integrity of the global session cache}. A bulk update leaves no version.
 *
 * <p>Choose: on any provider, an entity of your own for a version, which the same unit of work writes; a history where all
 * changes go through entities of EclipseLink's.
 *
 * <p>Try: ask for the price as of a minute before it was stored.
 */
@Lesson(
        value =
                "Not portable: EclipseLink keeps each version of an entity with its time, and a query with a hint reads it.",
        level = EXPERT,
        terms = {
            "HistoryPolicy",
            "eclipselink.history.as-of",
            "temporal table",
            "history table",
            "point in time",
            "DescriptorCustomizer"
        },
        messages = {"could violate the integrity of the global session cache"},
        sqlalchemy = "the example `versioned_history`")
@OnlyOn(value = ECLIPSELINK, because = "a HistoryPolicy is EclipseLink's own; Hibernate's way is in TemporalTest")
class HistoryPolicyTest {

    @RegisterExtension
    static final LessonUnit jpa = LessonUnit.of("eclipselink-history");

    String before;

    @BeforeEach
    void stored() throws InterruptedException {
        jpa.given(em -> em.persist(new KeptPrice("Emma", 1200)));
        before = LocalDateTime.now().format(DateTimeFormatter.ofPattern("yyyy/MM/dd HH:mm:ss.SSS"));
        // A history counts milliseconds.
        Thread.sleep(2);
    }

    @Nested
    class A_change_of_a_price {

        @Test
        void ends_a_version_and_begins_another() {
            jpa.runInTransaction(em -> emma(em).change(1500));

            assertThat(jpa.sql()).hasUpdates(2).hasInserts(1);
            assertThat(jpa.show("table kept_price_history", versions()).rows())
                    .containsExactly(List.of("1200", "past"), List.of("1500", "in effect"));
        }

        @Test
        void leaves_what_was_before_to_be_read_outside_of_the_caches() {
            jpa.runInTransaction(em -> emma(em).change(1500));

            jpa.runInTransaction(
                    em -> assertThat(asOf(before, em).getSingleResult().cents()).isEqualTo(1200));
            assertThat(jpa.sql()).mentions("FROM kept_price_history");
        }

        @Test
        void in_bulk_is_not_kept() {
            jpa.runInTransaction(em ->
                    em.createQuery("update KeptPrice p set p.cents = 1500").executeUpdate());

            assertThat(versions().rows()).containsExactly(List.of("1200", "in effect"));
        }
    }

    @Nested
    class A_reading_of_the_past {

        @Test
        void is_refused_where_a_cache_would_keep_it() {
            assertThatThrownBy(() -> jpa.runInTransaction(em -> asOf(before, em)
                            .setHint(QueryHints.MAINTAIN_CACHE, "true")
                            .getResultList()))
                    .hasMessageContaining("could violate the integrity of the global session cache");
        }

        @Test
        void is_refused_by_find() {
            assertThatThrownBy(() -> jpa.runInTransaction(
                            em -> em.find(KeptPrice.class, "Emma", Map.of(QueryHints.AS_OF, before))))
                    .hasMessageContaining("could violate the integrity of the global session cache");
        }
    }

    @Nested
    class A_removed_price {

        @Test
        void is_in_the_past_alone() {
            jpa.runInTransaction(em -> em.remove(emma(em)));

            assertThat(jpa.rows("select * from kept_price").rows()).isEmpty();
            jpa.runInTransaction(
                    em -> assertThat(asOf(before, em).getSingleResult().cents()).isEqualTo(1200));
            jpa.note("On any provider: an entity of your own for a version, which the same unit of work writes.");
        }
    }

    private static TypedQuery<KeptPrice> asOf(String time, EntityManager em) {
        return em.createQuery("select p from KeptPrice p", KeptPrice.class)
                .setHint(QueryHints.AS_OF, time)
                .setHint(QueryHints.MAINTAIN_CACHE, "false");
    }

    private static KeptPrice emma(EntityManager em) {
        return em.find(KeptPrice.class, "Emma");
    }

    private static Rows versions() {
        return jpa.rows("select cents, case when superseded is null then 'in effect' else 'past' end as version"
                + " from kept_price_history order by effective");
    }
}
