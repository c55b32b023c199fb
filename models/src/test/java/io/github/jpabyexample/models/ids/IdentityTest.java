package io.github.jpabyexample.models.ids;

import static io.github.jpabyexample.lesson.Level.BASIC;
import static io.github.jpabyexample.lesson.On.on;
import static io.github.jpabyexample.lesson.observation.Difference.answer;
import static io.github.jpabyexample.lesson.observation.Difference.cost;
import static io.github.jpabyexample.lesson.observation.Difference.exception;
import static io.github.jpabyexample.lesson.observation.Difference.schema;
import static io.github.jpabyexample.testing.Stack.ECLIPSELINK;
import static io.github.jpabyexample.testing.Stack.H2;
import static io.github.jpabyexample.testing.Stack.HIBERNATE;
import static io.github.jpabyexample.testing.Stack.POSTGRESQL;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.jpabyexample.lesson.Lesson;
import io.github.jpabyexample.lesson.LessonUnit;
import io.github.jpabyexample.lesson.OnlyOn;
import io.github.jpabyexample.testing.sql.SqlStatement.Kind;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import jakarta.persistence.PersistenceException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Your tables have columns that count up by themselves, and inserts are not sent in batches, or H2 says: Function
 * "IDENTITY" not found.
 *
 * <p>Choose: IDENTITY for tables that others made with it; a sequence for tables of your own, because rows with it can
 * be batched.
 *
 * <p>Try: persist a hundred rows with each of both, and count the round trips.
 */
@Lesson(
        value =
                "An identity column makes the id together with the row, so rows are sent one by one, and not each stack can make such a table.",
        level = BASIC,
        terms = {"identity column", "auto increment", "GenerationType.IDENTITY", "BIGSERIAL", "batch insert"},
        messages = {"Function \"IDENTITY\" not found"},
        sqlalchemy = "`Identity()`, `autoincrement=True`")
class IdentityTest {

    @RegisterExtension
    static final LessonUnit jpa = LessonUnit.of("receipts");

    // A LessonUnit refuses mappings whose tables cannot be made, so the lesson makes them itself.
    @RegisterExtension
    static final LessonUnit plain = LessonUnit.of("plain-receipts").withTables(empty -> {});

    @BeforeAll
    static void plain_tables_are_made_where_it_is_possible() {
        plain.factory().getSchemaManager().create(true);
    }

    @Nested
    class A_new_receipt {

        @Test
        void is_inserted_when_it_is_persisted_or_only_at_the_flush() {
            var receipt = new Receipt("Emma");

            try (EntityManager em = jpa.factory().createEntityManager()) {
                em.getTransaction().begin();
                em.persist(receipt);

                boolean known = jpa.expect(
                        answer("an id of an identity column is known after persist")
                                .write("flush before you use the id")
                                .leftOpen("Persisting an Entity Instance"),
                        on(HIBERNATE, true),
                        on(ECLIPSELINK, false));
                assertThat(receipt.id() != null).isEqualTo(known);
                assertThat(jpa.sql()).hasInserts(known ? 1 : 0);
                em.getTransaction().rollback();
            }
        }

        @Test
        void costs_a_round_trip_or_two_for_each_row() {
            String cost = jpa.expect(
                    cost("three rows with an identity column")
                            .write("a sequence, where the table is yours")
                            .leftOpen("GeneratedValue Annotation"),
                    on(HIBERNATE, "3 inserts, 0 selects"),
                    on(ECLIPSELINK, H2, "3 inserts, 0 selects"),
                    on(ECLIPSELINK, POSTGRESQL, "3 inserts, 3 selects"));

            jpa.runInTransaction(
                    em -> List.of("Emma", "Harriet", "Jane").forEach(buyer -> em.persist(new Receipt(buyer))));

            assertThat(jpa.sql().statements(Kind.INSERT).size() + " inserts, "
                            + jpa.sql().statements(Kind.SELECT).size() + " selects")
                    .isEqualTo(cost);
            assertThat(jpa.sql()).usedBatchesOf();
            assertThat(jpa.rows("select buyer from receipt").rows()).hasSize(3);
        }

        @Test
        @OnlyOn(value = H2, because = "it is about what H2 has removed")
        void is_refused_on_h2_by_a_provider_that_is_left_to_itself() {
            String outcome = jpa.expect(
                    exception("a row with an identity column on H2, without the settings of this library")
                            .write("the artifact provider-eclipselink of this library, or a sequence")
                            .follows("GeneratedValue Annotation", HIBERNATE),
                    on(HIBERNATE, "stored"),
                    on(ECLIPSELINK, "refused"));

            assertThat(withoutOurSettings("jdbc:h2:mem:receipts-alone;DB_CLOSE_DELAY=-1"))
                    .isEqualTo(outcome);
            jpa.note(
                    "EclipseLink asks H2 for the id by CALL IDENTITY(), which H2 removed in its version 2. What this library"
                            + " brings for EclipseLink lets the insert itself return the id.");
        }

        @Test
        @OnlyOn(value = H2, because = "it is about a mode of H2")
        void is_stored_by_every_provider_where_h2_understands_its_old_dialect() {
            assertThat(withoutOurSettings("jdbc:h2:mem:receipts;MODE=LEGACY;DB_CLOSE_DELAY=-1"))
                    .isEqualTo("stored");
        }

        private static String withoutOurSettings(String url) {
            try (EntityManagerFactory factory =
                    Persistence.createEntityManagerFactory("receipts", Map.of("jakarta.persistence.jdbc.url", url))) {
                factory.getSchemaManager().create(true);
                try {
                    factory.runInTransaction(em -> em.persist(new Receipt("Emma")));
                    return "stored";
                } catch (PersistenceException e) {
                    return "refused";
                } finally {
                    factory.getSchemaManager().drop(true);
                }
            }
        }
    }

    @Nested
    class Its_table {

        @Test
        void is_made_everywhere_by_a_column_definition() {
            assertThat(tables(jpa, "receipt")).isEqualTo(1);
        }

        @Test
        void is_missing_on_some_stacks_without_one_and_no_error_says_so() {
            int made = plain.expect(
                    schema("tables made for an entity with a Long of GenerationType.IDENTITY")
                            .write("make the table by a script: generated by default as identity")
                            .follows("GeneratedValue Annotation", HIBERNATE),
                    on(HIBERNATE, 1),
                    on(ECLIPSELINK, H2, 1),
                    on(ECLIPSELINK, POSTGRESQL, 0));

            assertThat(tables(plain, "plainreceipt")).isEqualTo(made);
            plain.note(
                    "EclipseLink sends BIGINT SERIAL to PostgreSQL, and only logs the refusal. By itself it would send BIGINT IDENTITY to H2,"
                            + " which is refused, too.");
        }

        private static int tables(LessonUnit unit, String name) {
            return unit.rows(
                            "select table_name from information_schema.tables where table_schema = current_schema and lower(table_name) = '%s'"
                                    .formatted(name))
                    .rows()
                    .size();
        }
    }
}
