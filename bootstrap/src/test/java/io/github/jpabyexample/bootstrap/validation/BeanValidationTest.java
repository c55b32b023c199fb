package io.github.jpabyexample.bootstrap.validation;

import static io.github.jpabyexample.lesson.Level.WORKING;
import static io.github.jpabyexample.lesson.On.on;
import static io.github.jpabyexample.lesson.observation.Difference.exception;
import static io.github.jpabyexample.testing.Stack.ECLIPSELINK;
import static io.github.jpabyexample.testing.Stack.HIBERNATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.jpabyexample.bootstrap.Bootstrap;
import io.github.jpabyexample.lesson.Lesson;
import io.github.jpabyexample.lesson.LessonUnit;
import io.github.jpabyexample.lesson.observation.Difference;
import jakarta.persistence.EntityManager;
import jakarta.persistence.RollbackException;
import jakarta.validation.ConstraintViolationException;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * An attribute has {@code @Size}. A new entity with a wrong value is refused by {@code persist} on EclipseLink and by the
 * flush on Hibernate, a changed one by the commit on both. A bulk update writes it all the same, and so does a unit with
 * validation mode none.
 *
 * <p>Choose: validation of entities as a net below your own checks; a validator that you call yourself where a user is to
 * be told; a constraint of the database for what bulk updates and other programs write.
 *
 * <p>Try: rename a member to {@code null} and read the violations.
 */
@Lesson(
        value =
                "With a validator on the class path a unit checks its entities before it writes them; which groups, and whether, is said at boot.",
        level = WORKING,
        terms = {
            "Bean Validation",
            "Jakarta Validation",
            "@NotNull",
            "@Size",
            "ConstraintViolationException",
            "validation mode",
            "validation groups"
        },
        messages = {
            "size must be between 2 and 60",
            "Validation failed for classes",
            "One or more Bean Validation constraints were violated while executing Automatic Bean Validation on callback event"
        },
        sqlalchemy = "`@validates`, `CheckConstraint`")
class BeanValidationTest {

    private static final String GROUP = "jakarta.persistence.validation.group.pre-remove";

    @RegisterExtension
    static final LessonUnit jpa = LessonUnit.of("members", "pooled", Bootstrap::pooled);

    @RegisterExtension
    static final LessonUnit unchecked =
            LessonUnit.of("members", "pooled", Bootstrap::pooled).with("jakarta.persistence.validation.mode", "none");

    @RegisterExtension
    static final LessonUnit automatic =
            LessonUnit.of("members", "pooled", Bootstrap::pooled).with("jakarta.persistence.validation.mode", "auto");

    @RegisterExtension
    static final LessonUnit leaving =
            LessonUnit.of("members", "pooled", Bootstrap::pooled).with(GROUP, Member.Leaving.class.getName());

    @Nested
    class A_member_with_too_short_a_name {

        @Test
        void is_refused_before_any_sql_with_the_property_that_is_wrong() {
            Throwable refused = catchThrowable(() -> jpa.runInTransaction(em -> {
                em.persist(new Member("E"));
                em.flush();
            }));

            assertThat(violations(refused)).containsExactly("name: size must be between 2 and 60");
            assertThat(jpa.sql()).hasNoInserts();
        }

        @Test
        void is_refused_when_it_is_persisted_on_EclipseLink_and_when_it_is_flushed_on_Hibernate() {
            try (EntityManager em = jpa.factory().createEntityManager()) {
                em.getTransaction().begin();
                boolean atPersist = catchThrowable(() -> em.persist(new Member("E"))) != null;

                assertThat(atPersist ? "persist" : "flush")
                        .isEqualTo(jpa.expect(
                                exception("when a new entity is validated")
                                        .write(
                                                "em.flush() right after em.persist(…), in one try: refused there on both")
                                        .follows("Automatic Validation Upon Lifecycle Events", ECLIPSELINK),
                                on(HIBERNATE, "flush"),
                                on(ECLIPSELINK, "persist")));
                em.getTransaction().rollback();
            }
        }

        @Test
        void fails_the_commit_of_an_update() {
            jpa.given(em -> em.persist(new Member("Emma")));

            Throwable refused =
                    catchThrowable(() -> jpa.runInTransaction(em -> member(em).rename("E")));

            assertThat(refused).isInstanceOf(RollbackException.class);
            assertThat(violations(refused)).hasSize(1);
            assertThat(jpa.rows("select name from member").rows()).containsExactly(List.of("Emma"));
        }

        @Test
        void is_written_by_a_bulk_update_which_no_validator_sees() {
            jpa.given(em -> em.persist(new Member("Emma")));

            jpa.runInTransaction(
                    em -> em.createQuery("update Member m set m.name = 'E'").executeUpdate());

            assertThat(jpa.rows("select name from member").rows()).containsExactly(List.of("E"));
        }

        @Test
        void is_written_by_a_unit_with_validation_mode_none() {
            unchecked.runInTransaction(em -> em.persist(new Member("E")));

            assertThat(unchecked.rows("select name from member").rows()).containsExactly(List.of("E"));
        }
    }

    @Nested
    class A_member_who_owes_money {

        @Test
        void may_leave_for_no_group_is_checked_before_a_removal() {
            jpa.given(em -> em.persist(owing()));

            jpa.runInTransaction(em -> em.remove(member(em)));

            assertThat(jpa.rows("select name from member").rows()).isEmpty();
        }

        @Test
        void may_not_leave_a_unit_that_names_a_group_for_removals() {
            leaving.given(em -> em.persist(owing()));

            Throwable refused = catchThrowable(() -> leaving.runInTransaction(em -> em.remove(member(em))));

            assertThat(violations(refused)).hasSize(1);
            assertThat(leaving.rows("select name from member").rows()).hasSize(1);
        }
    }

    @Nested
    class The_tables {

        @Test
        void have_not_null_for_it_in_mode_auto_on_Hibernate_alone() {
            assertThat(nullable(automatic))
                    .isEqualTo(jpa.expect(
                            Difference.schema("a column with @NotNull may be null, validation mode AUTO")
                                    .write("@Column(nullable = false) beside @NotNull")
                                    .unspecified()
                                    .because(
                                            "jakarta.persistence.validation.mode: auto, and not callback as elsewhere here"),
                            on(HIBERNATE, "NO"),
                            on(ECLIPSELINK, "YES")));
        }

        @Test
        void have_no_such_constraint_in_mode_callback() {
            assertThat(nullable(jpa)).isEqualTo("YES");
        }

        private static String nullable(LessonUnit unit) {
            return unit.rows("select is_nullable from information_schema.columns where lower(table_name) = 'member'"
                            + " and lower(column_name) = 'name' and table_schema = current_schema")
                    .rows()
                    .get(0)
                    .get(0);
        }
    }

    private static Member owing() {
        var emma = new Member("Emma");
        emma.owes();
        return emma;
    }

    private static Member member(EntityManager em) {
        return em.createQuery("select m from Member m", Member.class).getSingleResult();
    }

    private static List<String> violations(Throwable refused) {
        for (Throwable cause = refused; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConstraintViolationException e) {
                return e.getConstraintViolations().stream()
                        .map(violation -> violation.getPropertyPath() + ": " + violation.getMessage())
                        .toList();
            }
        }
        return List.of();
    }
}
