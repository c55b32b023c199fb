package io.github.jpabyexample.models.hibernate;

import static io.github.jpabyexample.lesson.Level.EXPERT;
import static io.github.jpabyexample.testing.Stack.HIBERNATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.hibernate.audit.ModificationType.ADD;
import static org.hibernate.audit.ModificationType.DEL;
import static org.hibernate.audit.ModificationType.MOD;

import io.github.jpabyexample.lesson.Lesson;
import io.github.jpabyexample.lesson.LessonUnit;
import io.github.jpabyexample.lesson.OnlyOn;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.function.Consumer;
import org.hibernate.SessionFactory;
import org.hibernate.audit.AuditLog;
import org.hibernate.audit.AuditLogFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Who changed this price, and what was it before? Hibernate's {@code @Audited} writes each change of an entity into a
 * second table, together with who made it, if a listener says so. It costs two inserts for a change, and a bulk update
 * leaves no trace.
 *
 * <p>Choose: on any provider, an entity of your own for a change, which the same unit of work writes; a trigger where bulk
 * updates and other programs must be seen as well; {@code @Audited} where all changes go through entities of Hibernate's.
 *
 * <p>Try: take {@code @Audited.Excluded} away from {@code inWindow}, and put the price into the window.
 */
@Lesson(
        value =
                "Not portable: Hibernate logs who changed an entity, and how, in a second table; but not what a bulk update did.",
        level = EXPERT,
        terms = {"@Audited", "Envers", "audit log", "audit trail", "history table", "who changed a row"},
        sqlalchemy = "SQLAlchemy-Continuum")
@OnlyOn(value = HIBERNATE, because = "@Audited is Hibernate's own; EclipseLink's way is in HistoryPolicyTest")
class AuditedTest {

    @RegisterExtension
    static final LessonUnit jpa = LessonUnit.of("hibernate-audited");

    @AfterEach
    void nobodyWorks() {
        Repricing.CLERK.remove();
    }

    @Nested
    class A_price_that_Ann_set_Tom_raised_and_Ann_removed {

        @BeforeEach
        void stored() {
            jpa.given(by("Ann", em -> em.persist(new AuditedPrice("Emma", 1200))));
            jpa.given(by("Tom", em -> emma(em).change(1500)));
            jpa.given(by("Ann", em -> em.remove(emma(em))));
        }

        @Test
        void has_a_row_for_each_of_it_in_a_second_table() {
            assertThat(jpa.show(
                                    "table audited_price_aud",
                                    jpa.rows("select title, cents, revtype from audited_price_aud order by rev"))
                            .rows())
                    .containsExactly(
                            List.of("Emma", "1200", "0"), List.of("Emma", "1500", "1"), List.of("Emma", "1500", "2"));
        }

        @Test
        void is_told_with_who_did_it() {
            jpa.runInTransaction(em -> {
                try (AuditLog log = AuditLogFactory.create(em)) {
                    assertThat(log.getHistory(AuditedPrice.class, "Emma"))
                            .extracting("changeset.clerk", "modificationType", "entity.cents")
                            .containsExactly(tuple("Ann", ADD, 1200), tuple("Tom", MOD, 1500), tuple("Ann", DEL, 1500));
                }
            });

            assertThat(jpa.sql()).hasSelects(1).mentions("repricing");
        }

        @Test
        void is_read_as_it_was_by_a_session_that_is_opened_at_that_change() {
            try (EntityManager before = jpa.factory()
                    .unwrap(SessionFactory.class)
                    .withOptions()
                    .atChangeset(repricings().get(0))
                    .openSession()) {
                assertThat(emma(before).cents()).isEqualTo(1200);
                assertThat(before.createQuery("select sum(p.cents) from AuditedPrice p", Long.class)
                                .getSingleResult())
                        .isEqualTo(1200);
            }

            assertThat(jpa.sql()).mentions("select max(").mentions("REVTYPE<>2");
        }
    }

    @Nested
    class A_price {

        @BeforeEach
        void stored() {
            jpa.given(by("Ann", em -> em.persist(new AuditedPrice("Emma", 1200))));
        }

        @Test
        void costs_two_more_inserts_when_it_changes() {
            jpa.runInTransaction(by("Tom", em -> emma(em).change(1500)));

            assertThat(jpa.sql()).hasUpdates(1).hasInserts(2);
        }

        @Test
        void is_logged_once_for_a_transaction_however_often_it_is_flushed() {
            jpa.runInTransaction(by("Tom", em -> {
                emma(em).change(1300);
                em.flush();
                emma(em).change(1500);
            }));

            assertThat(jpa.sql()).hasUpdates(2).hasInserts(2);
            assertThat(repricings()).hasSize(2);
        }

        @Test
        void is_not_logged_for_an_attribute_that_is_excluded() {
            jpa.runInTransaction(by("Tom", em -> emma(em).putIntoWindow()));

            assertThat(jpa.sql()).hasUpdates(1).hasInserts(0);
        }

        @Test
        void is_not_logged_when_a_bulk_update_changes_it() {
            jpa.runInTransaction(em ->
                    em.createQuery("update AuditedPrice p set p.cents = 1500").executeUpdate());

            assertThat(jpa.rows("select cents from audited_price").rows()).containsExactly(List.of("1500"));
            assertThat(jpa.rows("select cents from audited_price_aud").rows()).containsExactly(List.of("1200"));
            jpa.note("A trigger of the database sees every change, on any provider, but has to be told who made it.");
        }
    }

    private static Consumer<EntityManager> by(String clerk, Consumer<EntityManager> work) {
        return em -> {
            Repricing.CLERK.set(clerk);
            work.accept(em);
        };
    }

    private static AuditedPrice emma(EntityManager em) {
        return em.find(AuditedPrice.class, "Emma");
    }

    private static List<Object> repricings() {
        return jpa.callInTransaction(em -> {
            try (AuditLog log = AuditLogFactory.create(em)) {
                return log.getChangesets(AuditedPrice.class, "Emma");
            }
        });
    }
}
