package io.github.jpabyexample.models.values;

import static io.github.jpabyexample.lesson.Level.BASIC;
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
import io.github.jpabyexample.lesson.observation.Difference;
import io.github.jpabyexample.testing.sql.SqlStatement;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Somebody puts a constant between two others, and since then half of the rows mean something else. Or the new constant
 * cannot be stored at all, because the column knows the old ones only.
 *
 * <p>Choose: {@code @Enumerated(STRING)} as a rule; {@code @EnumeratedValue} where the column has codes, or the
 * constants may get other names. A position is right only where nobody ever puts a constant before another.
 *
 * <p>Try: put {@code BOARD} after {@code SOFT} in {@code BindingLater.Cover}.
 */
@Lesson(
        value =
                "An enum stored by its position means another constant as soon as one is put before it: store its name or a code.",
        level = BASIC,
        terms = {"enum", "@Enumerated", "ordinal", "EnumType.STRING", "@EnumeratedValue", "check constraint"},
        entities = {Binding.class, BindingLater.class, PlainlyCoded.class},
        messages = {
            "@EnumeratedValue for EnumType.ORDINAL must be placed on a field",
            "Value not permitted for column",
            "violates check constraint"
        },
        sqlalchemy = "`Enum(Cover)`, `Enum(values_callable=…)`")
class EnumsTest {

    @RegisterExtension
    static final LessonUnit jpa = LessonUnit.of("bindings");

    @BeforeEach
    void stored() {
        jpa.given(em -> {
            em.persist(new Binding(1, Binding.Cover.HARD));
            em.persist(new Binding(2, Binding.Cover.SOFT));
        });
    }

    @Nested
    class An_enum {

        @Test
        void is_a_position_a_name_or_a_code() {
            var rows = jpa.show("table binding", jpa.rows("select position, named, coded from binding order by id"));

            assertThat(rows.rows()).containsExactly(List.of("0", "HARD", "H"), List.of("1", "SOFT", "S"));
        }

        @Test
        void has_a_column_for_its_constants_only_on_Hibernate_and_for_any_value_on_EclipseLink() {
            String table = ddl();

            String position = jpa.expect(
                    column("position"),
                    on(HIBERNATE, H2, "tinyint check ((position between 0 and 1))"),
                    on(HIBERNATE, POSTGRESQL, "smallint check ((position between 0 and 1))"),
                    on(ECLIPSELINK, "integer"));
            String named = jpa.expect(
                    column("name"),
                    on(HIBERNATE, H2, "enum ('hard','soft')"),
                    on(HIBERNATE, POSTGRESQL, "varchar(255) check ((named in ('hard','soft')))"),
                    on(ECLIPSELINK, H2, "varchar"),
                    on(ECLIPSELINK, POSTGRESQL, "varchar(255)"));
            String coded = jpa.expect(
                    column("@EnumeratedValue"),
                    on(HIBERNATE, "varchar(255) check ((coded in ('s','h')))"),
                    on(ECLIPSELINK, H2, "varchar"),
                    on(ECLIPSELINK, POSTGRESQL, "varchar(255)"));
            assertThat(table)
                    .contains("position " + position)
                    .contains("named " + named)
                    .contains("coded " + coded);
        }

        @Test
        void is_a_parameter_of_a_query_however_it_is_stored() {
            assertThat(idsWhere("b.position = :cover", Binding.Cover.SOFT)).containsExactly(2);
            assertThat(idsWhere("b.named = :cover", Binding.Cover.SOFT)).containsExactly(2);
            assertThat(idsWhere("b.coded = :cover", Binding.CodedCover.SOFT)).containsExactly(2);
        }

        @Test
        void is_one_parameter_for_two_ways_of_storing_it_on_EclipseLink_but_not_on_Hibernate() {
            boolean refused = jpa.expect(
                    exception("one parameter for an enum by position and by name is refused")
                            .write("a parameter for each, with the same value")
                            .follows("Named Parameters", ECLIPSELINK),
                    on(HIBERNATE, true),
                    on(ECLIPSELINK, false));

            assertThat(isRefused(() -> idsWhere("b.position = :cover and b.named = :cover", Binding.Cover.SOFT)))
                    .isEqualTo(refused);
        }

        @Test
        void by_a_text_as_its_code_says_so_or_Hibernate_does_not_start() {
            boolean refused = jpa.expect(
                    exception("@EnumeratedValue of a String without @Enumerated(STRING) is refused")
                            .write("@Enumerated(STRING) at the attribute too, as Binding.coded has it")
                            .follows("Enumerated Annotation", ECLIPSELINK),
                    on(HIBERNATE, true),
                    on(ECLIPSELINK, false));

            assertThat(isRefused(() -> open("plainly-coded").close())).isEqualTo(refused);
        }

        private static Difference column(String how) {
            return schema("column of an enum by " + how)
                    .write("nothing makes it the same: write the schema yourself, in a script")
                    .leftOpen("Enumerated, MapKeyEnumerated");
        }

        private static String ddl() {
            jpa.factory().getSchemaManager().drop(true);
            return jpa.sqlOf(() -> jpa.factory().getSchemaManager().create(true))
                    .statements(SqlStatement.Kind.DDL)
                    .get(0)
                    .text()
                    .toLowerCase(Locale.ROOT);
        }

        private static List<Integer> idsWhere(String condition, Object cover) {
            return jpa.callInTransaction(
                    em -> em.createQuery("select b.id from Binding b where " + condition, Integer.class)
                            .setParameter("cover", cover)
                            .getResultList());
        }
    }

    @Nested
    class A_constant_put_between_two_others {

        @Test
        void takes_the_rows_of_its_neighbour_where_positions_are_stored() {
            BindingLater soft;
            try (EntityManagerFactory later = open("bindings-later")) {
                soft = later.callInTransaction(em -> em.find(BindingLater.class, 2));
            }

            assertThat(soft.position()).isEqualTo(BindingLater.Cover.BOARD);
            assertThat(soft.named()).isEqualTo(BindingLater.Cover.SOFT);
            assertThat(soft.coded()).isEqualTo(BindingLater.CodedCover.PAPER);
            jpa.note(
                    "Yesterday's soft cover is board now, and no error tells. The name is right, and so is the renamed code.");
        }

        @Test
        void is_refused_by_the_columns_that_Hibernate_made_for_the_old_constants() {
            boolean refused = jpa.expect(
                    exception("a new constant is refused until the table is altered")
                            .write("alter table in the script that comes with the constant")
                            .leftOpen("Enumerated, MapKeyEnumerated"),
                    on(HIBERNATE, true),
                    on(ECLIPSELINK, false));

            try (EntityManagerFactory later = open("bindings-later")) {
                assertThat(isRefused(() -> later.runInTransaction(
                                em -> em.persist(new BindingLater(3, BindingLater.Cover.BOARD)))))
                        .isEqualTo(refused);
            }
        }
    }

    /** Another unit on the same database, as the next version of a program opens it. */
    private static EntityManagerFactory open(String unit) {
        return Persistence.createEntityManagerFactory(
                unit, Map.of("jakarta.persistence.nonJtaDataSource", jpa.dataSource()));
    }
}
