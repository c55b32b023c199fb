package io.github.jpabyexample.models.hibernate;

import static io.github.jpabyexample.lesson.Level.EXPERT;
import static io.github.jpabyexample.testing.Stack.HIBERNATE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.jpabyexample.lesson.Lesson;
import io.github.jpabyexample.lesson.LessonUnit;
import io.github.jpabyexample.lesson.OnlyOn;
import io.github.jpabyexample.testing.Rows;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * What did this book cost last month? A row knows only what is. Hibernate's own {@code @Temporal} keeps each version with
 * its time, and a session that is opened as of a time reads it; but after a bulk update it reads even the present wrong.
 *
 * <p>Choose: on any provider, an entity of your own for a version, which the same unit of work writes; {@code @Temporal}
 * where all changes go through entities of Hibernate's.
 *
 * <p>Try: open a session as of a minute before the price was stored.
 */
@Lesson(
        value =
                "Not portable: Hibernate keeps each version of an entity with its time, and a session opened as of a time reads it.",
        level = EXPERT,
        terms = {"@Temporal", "temporal table", "history table", "point in time", "as of", "versions of a row"},
        sqlalchemy = "the example `versioned_history`")
@OnlyOn(value = HIBERNATE, because = "@Temporal is Hibernate's own; EclipseLink's way is in HistoryPolicyTest")
class TemporalTest {

    @RegisterExtension
    static final LessonUnit jpa = LessonUnit.of("hibernate-temporal");

    Instant before;

    @BeforeEach
    void stored() {
        jpa.given(em -> em.persist(new DatedPrice("Emma", 1200)));
        before = Instant.now();
    }

    @Nested
    class A_change_of_a_price {

        @Test
        void ends_a_version_and_begins_another() {
            jpa.runInTransaction(em -> emma(em).change(1500));

            assertThat(jpa.sql()).hasUpdates(2).hasInserts(1);
            assertThat(jpa.show("table dated_price_history", versions()).rows())
                    .containsExactly(List.of("1200", "past"), List.of("1500", "in effect"));
        }

        @Test
        void leaves_what_was_before_to_be_read() {
            jpa.runInTransaction(em -> emma(em).change(1500));

            try (EntityManager then = asOf(before)) {
                assertThat(emma(then).cents()).isEqualTo(1200);
                assertThat(then.createQuery("select p.cents from DatedPrice p", Integer.class)
                                .getResultList())
                        .containsExactly(1200);
            }
            assertThat(jpa.sql()).mentions("dated_price_history");
        }

        @Test
        void in_bulk_is_not_kept_so_that_even_the_present_is_read_wrong() {
            jpa.runInTransaction(em ->
                    em.createQuery("update DatedPrice p set p.cents = 1500").executeUpdate());

            assertThat(versions().rows()).containsExactly(List.of("1200", "in effect"));
            try (EntityManager now = asOf(Instant.now())) {
                assertThat(emma(now).cents()).isEqualTo(1200);
            }
        }
    }

    @Nested
    class A_removed_price {

        @Test
        void is_in_the_past_alone() {
            jpa.runInTransaction(em -> em.remove(emma(em)));

            assertThat(jpa.rows("select * from dated_price").rows()).isEmpty();
            try (EntityManager then = asOf(before)) {
                assertThat(emma(then).cents()).isEqualTo(1200);
            }
            jpa.note("On any provider: an entity of your own for a version, which the same unit of work writes.");
        }
    }

    private static EntityManager asOf(Instant time) {
        return jpa.factory()
                .unwrap(SessionFactory.class)
                .withOptions()
                .asOf(time)
                .openSession();
    }

    private static DatedPrice emma(EntityManager em) {
        return em.find(DatedPrice.class, "Emma");
    }

    private static Rows versions() {
        return jpa.rows("select cents, case when superseded is null then 'in effect' else 'past' end as version"
                + " from dated_price_history order by effective");
    }
}
