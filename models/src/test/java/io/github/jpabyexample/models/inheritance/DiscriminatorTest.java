package io.github.jpabyexample.models.inheritance;

import static io.github.jpabyexample.lesson.Level.WORKING;
import static io.github.jpabyexample.lesson.On.on;
import static io.github.jpabyexample.lesson.observation.Difference.cost;
import static io.github.jpabyexample.lesson.observation.Difference.exception;
import static io.github.jpabyexample.lesson.observation.Difference.schema;
import static io.github.jpabyexample.testing.Stack.ECLIPSELINK;
import static io.github.jpabyexample.testing.Stack.HIBERNATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.jpabyexample.lesson.Lesson;
import io.github.jpabyexample.lesson.LessonUnit;
import io.github.jpabyexample.models.inheritance.Furniture.Lamp;
import io.github.jpabyexample.models.inheritance.Furniture.Shelf;
import io.github.jpabyexample.models.inheritance.Vouchers.GiftVoucher;
import io.github.jpabyexample.models.inheritance.Vouchers.PressVoucher;
import io.github.jpabyexample.models.inheritance.Vouchers.Voucher;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * {@code Missing class for indicator field value [3]}: one row whose number stands for no class breaks each query that meets
 * it, long after it was written. Or the root of a joined hierarchy has a column {@code dtype} that nobody asked for.
 *
 * <p>Choose: {@code @DiscriminatorColumn} with a name on the root of each hierarchy in one table or in joined tables. Let
 * its {@code columnDefinition}, or a migration, say that it is not null and which values it may have.
 *
 * <p>Try: put a {@code @DiscriminatorColumn(name = "kind")} on {@code Furniture}.
 */
@Lesson(
        value =
                "The discriminator is a column like others: name it, and let the database refuse what no class stands for.",
        level = WORKING,
        terms = {
            "discriminator column",
            "discriminator value",
            "DTYPE",
            "joined subclass",
            "single table",
            "unknown subclass",
            "check constraint",
            "polymorphic query"
        },
        messages = {"Missing class for indicator field value"},
        sqlalchemy = "`polymorphic_identity`")
class DiscriminatorTest {

    @RegisterExtension
    static final LessonUnit jpa = LessonUnit.of("furniture");

    @Nested
    class A_joined_hierarchy_that_names_none {

        @BeforeEach
        void stored() {
            jpa.given(em -> {
                em.persist(new Furniture("counter"));
                em.persist(new Lamp("reading lamp", 40));
                em.persist(new Shelf("poetry", 6));
            });
        }

        @Test
        void has_one_all_the_same_on_EclipseLink() {
            List<String> expected = jpa.expect(
                    schema("columns of a joined root table that names no discriminator")
                            .write("@DiscriminatorColumn(name = \"kind\") on the root: both have that column")
                            .leftOpen("DiscriminatorColumn Annotation")
                            .because("hibernate.discriminator.implicit_for_joined, false by default"),
                    on(HIBERNATE, List.of("id", "name")),
                    on(ECLIPSELINK, List.of("dtype", "id", "name")));

            assertThat(columns("furniture")).extracting(row -> row.get(0)).isEqualTo(expected);
        }

        @Test
        void is_told_apart_by_its_joins_or_by_that_column() {
            jpa.runInTransaction(
                    em -> assertThat(em.createQuery("select f from Furniture f order by f.name", Furniture.class)
                                    .getResultList())
                            .hasExactlyElementsOfTypes(Furniture.class, Shelf.class, Lamp.class));

            String told = jpa.expect(
                    cost("how a joined subclass is told apart without a named discriminator")
                            .write("@DiscriminatorColumn(name = \"kind\") on the root: both read that column")
                            .leftOpen("DiscriminatorColumn Annotation"),
                    on(HIBERNATE, "case when"),
                    on(ECLIPSELINK, "DTYPE"));
            assertThat(jpa.sql()).mentions(told);
        }
    }

    @Nested
    class A_single_table_with_numbers_for_its_kinds {

        @BeforeEach
        void stored() {
            jpa.given(em -> {
                em.persist(new GiftVoucher("G-1"));
                em.persist(new PressVoucher("P-1"));
            });
        }

        @Test
        void stores_the_number_of_the_class() {
            assertThat(jpa.show("table voucher", jpa.rows("select code, kind from voucher order by code"))
                            .rows())
                    .containsExactly(List.of("G-1", "1"), List.of("P-1", "2"));
            jpa.runInTransaction(
                    em -> assertThat(em.find(Voucher.class, "P-1")).isExactlyInstanceOf(PressVoucher.class));
        }

        @Test
        void may_leave_the_number_out_on_EclipseLink() {
            String nullable = jpa.expect(
                    schema("a discriminator column may be null")
                            .write("@DiscriminatorColumn(columnDefinition = \"integer not null\")")
                            .leftOpen("DiscriminatorColumn Annotation"),
                    on(HIBERNATE, "NO"),
                    on(ECLIPSELINK, "YES"));

            assertThat(columns("voucher")).contains(List.of("kind", nullable));
        }

        @Test
        void gets_a_row_of_no_known_kind_on_EclipseLink_which_adds_no_check() {
            Throwable refused = catchThrowable(() -> jpa.runInTransaction(em -> insertOfKind3(em)));

            String who = jpa.expect(
                    exception("who refuses a row with an unknown discriminator")
                            .write(
                                    "@DiscriminatorColumn(columnDefinition = \"integer not null check (kind in (1, 2))\")")
                            .leftOpen("DiscriminatorColumn Annotation"),
                    on(HIBERNATE, "the database"),
                    on(ECLIPSELINK, "nobody before it is read"));
            assertThat(refused == null ? "nobody before it is read" : "the database")
                    .isEqualTo(who);
            if (refused == null) {
                assertThatThrownBy(() -> jpa.callInTransaction(em -> em.find(Voucher.class, "X-1")))
                        .isInstanceOf(RuntimeException.class)
                        .hasMessageContaining("indicator field value [3]");
            }
            jpa.note(
                    "So write the check into your own DDL: a row that no class can read breaks each query that meets it.");
        }

        private static void insertOfKind3(EntityManager em) {
            em.createNativeQuery("insert into voucher (code, kind) values ('X-1', 3)")
                    .executeUpdate();
        }
    }

    private static List<List<String>> columns(String table) {
        return jpa.rows("""
                        select lower(column_name), is_nullable from information_schema.columns
                        where table_schema = current_schema and lower(table_name) = '%s' order by 1
                        """.formatted(table)).rows();
    }
}
