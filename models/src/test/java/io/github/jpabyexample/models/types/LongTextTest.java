package io.github.jpabyexample.models.types;

import static io.github.jpabyexample.lesson.Level.WORKING;
import static io.github.jpabyexample.lesson.On.on;
import static io.github.jpabyexample.lesson.observation.Difference.exception;
import static io.github.jpabyexample.lesson.observation.Difference.schema;
import static io.github.jpabyexample.models.types.Attempt.isRefused;
import static io.github.jpabyexample.testing.Stack.ECLIPSELINK;
import static io.github.jpabyexample.testing.Stack.H2;
import static io.github.jpabyexample.testing.Stack.HIBERNATE;
import static io.github.jpabyexample.testing.Stack.POSTGRESQL;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.jpabyexample.lesson.Lesson;
import io.github.jpabyexample.lesson.LessonUnit;
import io.github.jpabyexample.lesson.OnlyOn;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * You marked a long text as {@code @Lob}, and with Hibernate on PostgreSQL it cannot be searched, cannot be read outside of
 * a transaction, and stays behind when its row is deleted.
 *
 * <p>Choose: a String with a large length for text that is read with its row; {@code @Lob} only where the database's large
 * objects are what you want.
 *
 * <p>Try: replace {@code @Lob} by a length, and search the text.
 */
@Lesson(
        value =
                "Long text is a String with a large length: as a @Lob it may be no text to the database, and outlive its row.",
        level = WORKING,
        terms = {"@Lob", "CLOB", "large object", "oid", "text column"},
        messages = {
            "Large Objects may not be used in auto-commit mode",
            "Unable to access lob stream",
            "operator does not exist: oid ~~ text"
        },
        sqlalchemy = "`Text`, `LargeBinary`, `deferred`")
class LongTextTest {

    private static final String TEXT = "Call me Ishmael. ".repeat(5_000);

    @RegisterExtension
    static final LessonUnit jpa = LessonUnit.of("manuscripts");

    @BeforeEach
    void stored() {
        jpa.given(em -> em.persist(new Manuscript(1, TEXT)));
    }

    @Nested
    class A_lob {

        @Test
        void has_a_column_of_a_kind_that_the_provider_chooses() {
            String draft = jpa.expect(
                    schema("column of a @Lob String")
                            .write("@Column(length) without @Lob")
                            .leftOpen("Lob Annotation"),
                    on(HIBERNATE, H2, "clob"),
                    on(HIBERNATE, POSTGRESQL, "oid"),
                    on(ECLIPSELINK, H2, "varchar"),
                    on(ECLIPSELINK, POSTGRESQL, "text"));
            String scan = jpa.expect(
                    schema("column of a @Lob byte[]")
                            .write("@Column(length) without @Lob: varbinary on H2 and bytea on PostgreSQL, with both")
                            .leftOpen("Lob Annotation"),
                    on(HIBERNATE, H2, "blob"),
                    on(HIBERNATE, POSTGRESQL, "oid"),
                    on(ECLIPSELINK, H2, "varbinary"),
                    on(ECLIPSELINK, POSTGRESQL, "bytea"));

            assertThat(RoundTrip.columns(jpa, "Manuscript"))
                    .containsEntry("draft", draft)
                    .containsEntry("scan", scan);
        }

        @Test
        void comes_back_as_it_was_in_a_transaction() {
            Manuscript read = jpa.callInTransaction(em -> em.find(Manuscript.class, 1));

            assertThat(read.draft()).isEqualTo(TEXT);
            assertThat(read.scan()).asString().isEqualTo(TEXT);
        }

        @Test
        void is_not_read_outside_a_transaction_where_it_is_a_large_object() {
            boolean refused = jpa.expect(
                    exception("a @Lob is refused outside a transaction")
                            .write("@Column(length) without @Lob")
                            .leftOpen("Lob Annotation"),
                    on(HIBERNATE, H2, false),
                    on(HIBERNATE, POSTGRESQL, true),
                    on(ECLIPSELINK, false));

            try (EntityManager em = jpa.factory().createEntityManager()) {
                assertThat(isRefused(() -> em.find(Manuscript.class, 1))).isEqualTo(refused);
            }
        }

        @Test
        void is_not_searched_where_it_is_a_large_object() {
            boolean refused = jpa.expect(
                    exception("like on a @Lob String is refused")
                            .write("@Column(length) without @Lob")
                            .leftOpen("Like Expressions"),
                    on(HIBERNATE, H2, false),
                    on(HIBERNATE, POSTGRESQL, true),
                    on(ECLIPSELINK, false));

            assertThat(isRefused(() -> found("draft"))).isEqualTo(refused);
        }

        @Test
        @OnlyOn(
                value = {HIBERNATE, POSTGRESQL},
                because = "only there a @Lob is a large object, which stands in a table of the server's own")
        void stays_in_the_database_when_its_row_is_removed() {
            String number =
                    jpa.rows("select draft from manuscript").rows().get(0).get(0);

            jpa.runInTransaction(em -> em.remove(em.find(Manuscript.class, 1)));

            assertThat(jpa.rows("select count(*) from pg_largeobject_metadata where oid = " + number)
                            .rows())
                    .containsExactly(List.of("1"));
            jpa.rows("select lo_unlink(" + number + ")");
        }
    }

    @Nested
    class A_string_with_a_large_length {

        @Test
        void has_a_column_of_that_length() {
            assertThat(RoundTrip.columns(jpa, "Manuscript")).containsEntry("fair", "varchar(100000)");
        }

        @Test
        void comes_back_as_it_was_also_outside_a_transaction() {
            try (EntityManager em = jpa.factory().createEntityManager()) {
                assertThat(em.createQuery("select m.fair from Manuscript m", String.class)
                                .getSingleResult())
                        .isEqualTo(TEXT);
                assertThat(em.createQuery("select m.print from Manuscript m", byte[].class)
                                .getSingleResult())
                        .asString()
                        .isEqualTo(TEXT);
            }
        }

        @Test
        void is_searched_like_any_text() {
            assertThat(found("fair")).containsExactly(1);
        }
    }

    private static List<Integer> found(String attribute) {
        return jpa.callInTransaction(em -> em.createQuery(
                        "select m.id from Manuscript m where m." + attribute + " like '%Ishmael%'", Integer.class)
                .getResultList());
    }
}
