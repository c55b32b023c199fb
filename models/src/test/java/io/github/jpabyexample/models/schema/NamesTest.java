package io.github.jpabyexample.models.schema;

import static io.github.jpabyexample.lesson.Level.BASIC;
import static io.github.jpabyexample.lesson.On.on;
import static io.github.jpabyexample.lesson.observation.Difference.schema;
import static io.github.jpabyexample.testing.Stack.ECLIPSELINK;
import static io.github.jpabyexample.testing.Stack.H2;
import static io.github.jpabyexample.testing.Stack.HIBERNATE;
import static io.github.jpabyexample.testing.Stack.POSTGRESQL;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.jpabyexample.lesson.Lesson;
import io.github.jpabyexample.lesson.LessonUnit;
import io.github.jpabyexample.testing.sql.SqlRecorder;
import jakarta.persistence.Persistence;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A class {@code ShopVisit} has a table {@code shopvisit}, {@code firstName} is the column {@code firstname}, and a foreign
 * key has a hash for a name: what the mapping doesn't name is named for you, and hand-written SQL has to guess.
 *
 * <p>Choose: names of your own in {@code @Table}, {@code @Column} and {@code @ForeignKey} wherever somebody else reads the
 * tables; the defaults for tables that your program alone sees. In SQL of your own, name the columns of each insert.
 *
 * <p>Try: give {@code firstName} a {@code @Column(name = "first_name")}.
 */
@Lesson(
        value =
                "Tables and columns get the names of their classes and attributes everywhere; the names of keys, the order and some keys are the provider's.",
        level = BASIC,
        terms = {
            "default table name",
            "default column name",
            "naming strategy",
            "snake_case",
            "foreign key name",
            "join table",
            "column order",
            "generated DDL"
        },
        entities = {ShopVisit.class, ShopVisit.Period.class, ShopVisit.Visitor.class},
        sqlalchemy = "`__tablename__`, `naming_convention`, `CreateTable`")
class NamesTest {

    @RegisterExtension
    static final LessonUnit jpa = LessonUnit.of("shop-visits");

    @Nested
    class Tables_and_columns {

        @Test
        void are_named_after_entities_and_attributes() {
            assertThat(columnsOf("visitor")).containsExactly("id", "firstname");
            assertThat(columnsOf("shopvisit"))
                    .containsExactlyInAnyOrder("id", "aim", "zeal", "start", "finish", "guide_id", "madeby_id");
            assertThat(columnsOf("shopvisit_visitor")).containsExactlyInAnyOrder("shopvisit_id", "friends_id");
            jpa.note(
                    "An attribute firstName has the column firstname: only a name of your own, first_name, can be read.");
        }

        @Test
        void are_folded_to_the_letters_of_the_database() {
            String folded = jpa.expect(
                    schema("table of a class ShopVisit")
                            .write("names without quotes in all SQL, and lower(table_name) in a query on the catalogue")
                            .leftOpen("Naming of Database Objects"),
                    on(H2, "SHOPVISIT"),
                    on(POSTGRESQL, "shopvisit"));

            assertThat(catalogue(
                            "select table_name from information_schema.tables where table_schema = current_schema"))
                    .contains(folded);
        }

        @Test
        void are_written_in_sql_as_in_java_or_in_capitals() {
            jpa.runInTransaction(em -> em.persist(new ShopVisit.Visitor(1, "Emma")));

            String insert = jpa.expect(
                    schema("SQL for an entity Visitor with firstName")
                            .write(
                                    "@Table(name = …) and @Column(name = …): both send a name that you give as it is written")
                            .leftOpen("Naming of Database Objects"),
                    on(HIBERNATE, "insert into Visitor (firstName,id)"),
                    on(ECLIPSELINK, "INSERT INTO VISITOR (ID, FIRSTNAME)"));
            assertThat(jpa.sql().statements().get(0).text()).startsWith(insert);
        }

        @Test
        void stand_in_an_order_that_the_mapping_does_not_give() {
            String order = jpa.expect(
                    schema("order of columns: aim, zeal; period with start, finish; madeBy, guide")
                            .write("a migration that makes the table; and in SQL the names of the columns, no select *")
                            .leftOpen("Object/Relational Metadata Used in Schema Generation"),
                    on(HIBERNATE, "[id, aim, start, finish, zeal, guide_id, madeby_id]"),
                    on(ECLIPSELINK, "[id, aim, zeal, finish, start, madeby_id, guide_id]"));

            assertThat(columnsOf("shopvisit")).hasToString(order);
            jpa.note("So no SQL says insert without the names of its columns, and no script select *.");
        }

        private static List<String> columnsOf(String table) {
            return catalogue("""
                    select lower(column_name) from information_schema.columns
                    where table_schema = current_schema and lower(table_name) = '%s'
                    order by ordinal_position
                    """.formatted(table));
        }
    }

    @Nested
    class Keys {

        @Test
        void of_references_have_a_name_that_can_be_read_or_a_hash() {
            List<String> names = constraints("FOREIGN KEY", "shopvisit");

            String pattern = jpa.expect(
                    schema("name of the foreign key of ShopVisit.madeBy matches")
                            .write("@JoinColumn(foreignKey = @ForeignKey(name = \"fk_visit_made_by\"))")
                            .leftOpen("ForeignKey Annotation"),
                    on(HIBERNATE, "fk[a-z0-9]{25}"),
                    on(ECLIPSELINK, "fk_shopvisit_madeby_id"));
            assertThat(names).hasSize(2).anyMatch(name -> name.matches(pattern));
        }

        @Test
        void make_the_rows_of_a_join_table_unique_or_do_not() {
            int keys = jpa.expect(
                    schema("primary keys of the join table of a List")
                            .write("a Set: its join table has a primary key on both")
                            .leftOpen("JoinTable Annotation"),
                    on(HIBERNATE, 0),
                    on(ECLIPSELINK, 1));

            assertThat(constraints("PRIMARY KEY", "shopvisit_visitor")).hasSize(keys);
        }

        @Test
        void make_a_one_to_one_reference_unique_or_do_not() {
            int unique = jpa.expect(
                    schema("unique constraints on the column of a @OneToOne")
                            .write("@JoinColumn(unique = true) beside @OneToOne")
                            .follows("Unidirectional OneToOne Relationships", HIBERNATE),
                    on(HIBERNATE, 1),
                    on(ECLIPSELINK, 0));

            assertThat(constraints("UNIQUE", "shopvisit")).hasSize(unique);
        }

        private static List<String> constraints(String type, String table) {
            return catalogue("""
                    select lower(constraint_name) from information_schema.table_constraints
                    where constraint_schema = current_schema and constraint_type = '%s' and lower(table_name) = '%s'
                    """.formatted(type, table));
        }
    }

    @Nested
    class A_script {

        @Test
        void has_statements_that_end_with_a_semicolon_or_with_the_line() {
            var script = new StringWriter();

            Persistence.generateSchema(
                    "shop-visits",
                    Map.of(
                            // EclipseLink would take a unit that is open on the same DataSource for this one, and write
                            // nothing.
                            "jakarta.persistence.nonJtaDataSource",
                            SqlRecorder.around(jpa.dataSource()).dataSource(),
                            "jakarta.persistence.schema-generation.scripts.action",
                            "create",
                            "jakarta.persistence.schema-generation.scripts.create-target",
                            script));

            List<String> lines = script.toString().lines().toList();
            jpa.show("script", lines);
            boolean semicolons = jpa.expect(
                    schema("statements of a create script end with a semicolon")
                            .write("eclipselink.ddlgen-terminate-statements = true, which Hibernate ignores")
                            .leftOpen("Schema Generation")
                            .because("eclipselink.ddlgen-terminate-statements, false by default"),
                    on(HIBERNATE, true),
                    on(ECLIPSELINK, false));
            assertThat(lines).hasSize(7).allMatch(line -> line.strip().endsWith(";") == semicolons);
        }
    }

    private static List<String> catalogue(String query) {
        return jpa.rows(query).rows().stream().map(row -> row.get(0)).toList();
    }
}
