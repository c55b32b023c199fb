package io.github.jpabyexample.models.schema;

import static io.github.jpabyexample.lesson.Level.BASIC;
import static io.github.jpabyexample.lesson.On.on;
import static io.github.jpabyexample.lesson.observation.Difference.data;
import static io.github.jpabyexample.lesson.observation.Difference.schema;
import static io.github.jpabyexample.models.types.Attempt.isRefused;
import static io.github.jpabyexample.testing.Stack.ECLIPSELINK;
import static io.github.jpabyexample.testing.Stack.HIBERNATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jpabyexample.lesson.Lesson;
import io.github.jpabyexample.lesson.LessonUnit;
import io.github.jpabyexample.testing.sql.SqlStatement;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.SchemaManager;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A negative price is stored although the mapping says {@code @Column(check = …)}, or a null that
 * {@code @Basic(optional = false)} forbids: not every provider makes a constraint of each annotation. And a null is stored
 * where the column has a default.
 *
 * <p>Choose: {@code @Column(nullable = false)} where no null may be. A check in {@code columnDefinition} or in a migration
 * of your own. A field that begins with its default, in place of a default of the database.
 *
 * <p>Try: write {@code @Column(nullable = false)} at {@code shop} of {@code Offer}.
 */
@Lesson(
        value =
                "A table made by JPA has the keys and indexes of its mapping, but a null, a check and a comment are not taken alike.",
        level = BASIC,
        terms = {
            "not null",
            "nullable",
            "optional attribute",
            "unique constraint",
            "check constraint",
            "index",
            "column default",
            "table comment"
        },
        messages = {
            "not-null property references a null or transient value",
            "NULL not allowed for column",
            "violates not-null constraint",
            "Unique index or primary key violation",
            "duplicate key value violates unique constraint",
            "Check constraint violation",
            "violates check constraint"
        },
        sqlalchemy = "`nullable=False`, `UniqueConstraint`, `Index`, `CheckConstraint`, `comment`, `server_default`")
class ConstraintsTest {

    @RegisterExtension
    static final LessonUnit jpa = LessonUnit.of("offers");

    @Nested
    class The_table {

        @Test
        void has_an_index_and_a_unique_constraint_by_the_names_of_the_mapping() {
            assertThat(ddl())
                    .containsOnlyOnce("create index offer_by_title on offer (title)")
                    .containsOnlyOnce("offer_once unique (shop, title)")
                    .containsOnlyOnce("code varchar(10) unique");
        }

        @Test
        void has_the_checks_of_the_mapping_on_Hibernate_alone() {
            boolean made = jpa.expect(
                    schema("@Column(check) and @Table(check) become constraints")
                            .write("the check in a columnDefinition, or in a migration")
                            .follows("Column Annotation", HIBERNATE),
                    on(HIBERNATE, true),
                    on(ECLIPSELINK, false));

            assertThat(ddl().contains("copies < 1000")).isEqualTo(made);
            assertThat(ddl().contains("price > 0")).isEqualTo(made);
        }

        @Test
        void has_a_comment_in_its_catalogue_or_only_in_the_statement_that_made_it() {
            String comment = jpa.expect(
                    schema("@Table(comment) becomes")
                            .write("comment on table in a migration")
                            .follows("Table Annotation", HIBERNATE),
                    on(HIBERNATE, "comment on table offer is 'what is sold where'"),
                    on(ECLIPSELINK, "/* what is sold where */ create table offer"));

            assertThat(ddl()).contains(comment);
        }

        @Test
        void allows_null_in_a_wrapper_and_on_EclipseLink_in_an_int_and_a_required_attribute() {
            Map<String, String> nullable = jpa.rows("""
                    select lower(column_name), is_nullable from information_schema.columns
                    where table_schema = current_schema and lower(table_name) = 'offer'
                    """).rows().stream()
                    .collect(Collectors.toMap(column -> column.get(0), column -> column.get(1)));

            assertThat(nullable)
                    .containsEntry("id", "NO")
                    .containsEntry("title", "NO")
                    .containsEntry("reserved", "YES");
            String primitive = jpa.expect(
                    schema("column of an int is nullable")
                            .write("@Column(nullable = false), at an attribute of a primitive type, too")
                            .leftOpen("Basic Annotation"),
                    on(HIBERNATE, "NO"),
                    on(ECLIPSELINK, "YES"));
            String required = jpa.expect(
                    schema("column of a @Basic(optional = false) is nullable")
                            .write("@Column(nullable = false)")
                            .leftOpen("Basic Annotation"),
                    on(HIBERNATE, "NO"),
                    on(ECLIPSELINK, "YES"));
            assertThat(nullable).containsEntry("copies", primitive).containsEntry("shop", required);
        }

        /** The statements that make the tables, each in lower case and with single blanks. */
        private static String ddl() {
            SchemaManager schema = jpa.factory().getSchemaManager();
            schema.drop(true);
            List<String> made = jpa.sqlOf(() -> schema.create(true)).statements(SqlStatement.Kind.DDL).stream()
                    .map(statement -> statement
                            .text()
                            .toLowerCase(Locale.ROOT)
                            .replaceAll("\\s+", " ")
                            .strip())
                    .toList();
            jpa.show("statements", made);
            return String.join("\n", made);
        }
    }

    @Nested
    class A_row_that_breaks_a_rule {

        @BeforeEach
        void stored() {
            jpa.given(em -> em.persist(new Offer(1, "Emma", "Highbury")));
        }

        @Test
        void is_refused_for_a_null_in_a_column_that_is_not_nullable() {
            assertThatThrownBy(() -> store(new Offer(2, null, "Highbury"))).isInstanceOf(PersistenceException.class);
        }

        @Test
        void is_stored_on_EclipseLink_for_a_null_in_an_attribute_that_is_not_optional() {
            boolean refused = jpa.expect(
                    data("null in a @Basic(optional = false) is refused")
                            .write("@Column(nullable = false): refused on both")
                            .leftOpen("Basic Annotation"),
                    on(HIBERNATE, true),
                    on(ECLIPSELINK, false));

            assertThat(isRefused(() -> store(new Offer(2, "Emma", null)))).isEqualTo(refused);
            assertThat(jpa.sql()).hasInserts(refused ? 0 : 1);
        }

        @Test
        void is_refused_for_a_value_that_another_row_has_where_it_is_unique() {
            assertThatThrownBy(() -> store(new Offer(2, "Persuasion", "Highbury").coded("A-1")))
                    .isInstanceOf(PersistenceException.class);
            assertThatThrownBy(() -> store(new Offer(3, "Emma", "Highbury"))).isInstanceOf(PersistenceException.class);
        }

        @Test
        void is_refused_by_a_check_of_the_mapping_on_Hibernate_alone() {
            boolean refused = jpa.expect(
                    data("a row that breaks a @Column(check) is refused")
                            .write("the check in a columnDefinition, or in a migration: refused on both")
                            .follows("Column Annotation", HIBERNATE),
                    on(HIBERNATE, true),
                    on(ECLIPSELINK, false));

            assertThat(isRefused(() -> store(new Offer(2, "Persuasion", "Bath").costs("-1"))))
                    .isEqualTo(refused);
        }

        @Test
        void is_refused_everywhere_by_a_check_in_a_column_definition() {
            assertThatThrownBy(() -> store(new Offer(2, "Persuasion", "Bath").lessPercent(100)))
                    .isInstanceOf(PersistenceException.class);
        }
    }

    @Nested
    class A_default_of_the_column {

        @Test
        void is_not_used_for_an_attribute_that_is_null() {
            store(new Offer(1, "Emma", "Highbury"));

            assertThat(jpa.show("table offer", jpa.rows("select title, state from offer"))
                            .rows())
                    .containsExactly(List.of("Emma", "null"));
            jpa.note(
                    "JPA sends each column, so null is a value that was given. Let a field begin with its default instead.");
        }
    }

    private static void store(Offer offer) {
        jpa.runInTransaction(em -> em.persist(offer));
    }
}
