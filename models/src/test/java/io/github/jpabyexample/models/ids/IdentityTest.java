package io.github.jpabyexample.models.ids;

import static io.github.jpabyexample.lesson.Level.BASIC;
import static io.github.jpabyexample.lesson.On.on;
import static io.github.jpabyexample.lesson.observation.Difference.answer;
import static io.github.jpabyexample.lesson.observation.Difference.cost;
import static io.github.jpabyexample.lesson.observation.Difference.exception;
import static io.github.jpabyexample.testing.Stack.ECLIPSELINK;
import static io.github.jpabyexample.testing.Stack.H2;
import static io.github.jpabyexample.testing.Stack.HIBERNATE;
import static io.github.jpabyexample.testing.Stack.POSTGRESQL;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.jpabyexample.lesson.Lesson;
import io.github.jpabyexample.lesson.LessonUnit;
import io.github.jpabyexample.lesson.OnlyOn;
import io.github.jpabyexample.lesson.observation.Difference;
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
 * Inserts go one by one though you turned batching on, or the insert fails on H2 (Function "IDENTITY" not found), or the
 * table is missing on PostgreSQL and only the log knows why: the id is an identity column, such as a serial or an
 * auto_increment.
 *
 * <p>Choose: a sequence where the database has one. An identity column where the tables exist already and other programs
 * insert into them; then with a column definition in standard SQL.
 *
 * <p>Try: persist the three receipts of the second claim with a flush after each.
 */
@Lesson(
        value =
                "An identity column makes the id together with the row, so rows are sent one by one, and not each stack can make such a table.",
        level = BASIC,
        terms = {
            "identity column",
            "auto_increment",
            "serial",
            "GenerationType.IDENTITY",
            "batch insert",
            "id after persist"
        },
        messages = {"Function \"IDENTITY\" not found"},
        entities = {Receipt.class, PlainReceipt.class},
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
                                .write("em.flush() before the id is asked for")
                                .leftOpen("GeneratedValue Annotation"),
                        on(HIBERNATE, true),
                        on(ECLIPSELINK, false));
                assertThat(receipt.id() != null).isEqualTo(known);
                assertThat(jpa.sql()).hasInserts(known ? 1 : 0);
                em.flush();
                assertThat(receipt.id()).isNotNull();
                em.getTransaction().rollback();
            }
        }

        @Test
        void costs_a_round_trip_or_two_for_each_row() {
            String cost = jpa.expect(
                    cost("three rows with an identity column")
                            .write("GenerationType.SEQUENCE: ids come in blocks, not row by row")
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
        void is_refused_on_h2_by_EclipseLink_if_it_is_left_to_itself() {
            String outcome = jpa.expect(
                    exception("a row with an identity column on H2, without the settings of this library")
                            .write("the settings of this library for EclipseLink, or MODE=LEGACY in the URL of H2")
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
        void is_missing_on_postgresql_with_EclipseLink_without_one_and_no_error_says_so() {
            int made = plain.expect(
                    Difference.schema("tables made for an entity with a Long of GenerationType.IDENTITY")
                            .write("@Column(columnDefinition = \"bigint generated by default as identity\")")
                            .follows("Schema Generation", HIBERNATE),
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
