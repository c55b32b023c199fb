package io.github.jpabyexample.models.values;

import static io.github.jpabyexample.testing.On.on;
import static io.github.jpabyexample.testing.Stack.ECLIPSELINK;
import static io.github.jpabyexample.testing.Stack.H2;
import static io.github.jpabyexample.testing.Stack.HIBERNATE;
import static io.github.jpabyexample.testing.Stack.POSTGRESQL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jpabyexample.testing.JpaUnit;
import io.github.jpabyexample.testing.Lesson;
import io.github.jpabyexample.testing.sql.SqlStatement.Kind;
import jakarta.persistence.EntityManager;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.RollbackException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Lesson(
        "A version is a number: from where it counts is the provider's choice, and a version that is a time is not stored everywhere.")
class VersionTypesTest {

    @RegisterExtension
    static final JpaUnit jpa = JpaUnit.of("drafts");

    @Nested
    class A_number {

        @Test
        void counts_from_zero_or_from_one() {
            int first = jpa.expect("first value of an int or Long @Version", on(HIBERNATE, 0), on(ECLIPSELINK, 1));

            var byInt = new Versioned.ByInt();
            var byLong = new Versioned.ByLong();
            jpa.inTransaction(em -> {
                em.persist(byInt);
                em.persist(byLong);
            });

            assertThat(byInt.version()).isEqualTo(first);
            assertThat(byLong.version()).isEqualTo(first);
        }

        @Test
        void is_one_higher_after_each_update() {
            jpa.given(em -> em.persist(new Versioned.ByInt()));

            int before =
                    jpa.fromTransaction(em -> em.find(Versioned.ByInt.class, 1).version());
            jpa.inTransaction(em -> em.find(Versioned.ByInt.class, 1).rename("Second draft"));
            int after =
                    jpa.fromTransaction(em -> em.find(Versioned.ByInt.class, 1).version());

            assertThat(after).isEqualTo(before + 1);
        }

        @Test
        void refuses_the_second_of_two_writers() {
            jpa.given(em -> em.persist(new Versioned.ByLong()));

            assertThatThrownBy(() -> writeOverAnother(Versioned.ByLong.class))
                    .isInstanceOf(RollbackException.class)
                    .hasCauseInstanceOf(OptimisticLockException.class);
        }
    }

    @Nested
    class A_time {

        @Test
        void is_taken_from_the_clock_of_the_program_or_asked_of_the_database() {
            assertThat(costOfStoring(new Versioned.ByInstant())).isEqualTo(cost("an Instant"));
        }

        @Test
        void that_is_local_fares_no_better() {
            assertThat(costOfStoring(new Versioned.ByLocalDateTime())).isEqualTo(cost("a LocalDateTime"));
        }

        private static String cost(String type) {
            return jpa.expect(
                    "a new row whose @Version is " + type,
                    on(HIBERNATE, "1 insert, 0 selects"),
                    on(ECLIPSELINK, H2, "refused"),
                    on(ECLIPSELINK, POSTGRESQL, "1 insert, 1 select"));
        }

        private static String costOfStoring(Versioned.Draft draft) {
            try {
                jpa.inTransaction(em -> em.persist(draft));
            } catch (PersistenceException e) {
                return "refused";
            }
            assertThat(jpa.sql()).hasInserts(1);
            int selects = jpa.sql().statements(Kind.SELECT).size();
            return "1 insert, " + selects + (selects == 1 ? " select" : " selects");
        }
    }

    private static void writeOverAnother(Class<? extends Versioned.Draft> type) {
        try (EntityManager second = jpa.factory().createEntityManager()) {
            second.getTransaction().begin();
            Versioned.Draft read = second.find(type, 1);
            jpa.inTransaction(first -> first.find(type, 1).rename("First writer's"));
            read.rename("Second writer's");
            second.getTransaction().commit();
        }
    }
}
