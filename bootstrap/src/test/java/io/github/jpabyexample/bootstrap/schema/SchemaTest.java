package io.github.jpabyexample.bootstrap.schema;

import static io.github.jpabyexample.lesson.Level.BASIC;
import static io.github.jpabyexample.lesson.On.on;
import static io.github.jpabyexample.lesson.observation.Difference.exception;
import static io.github.jpabyexample.testing.Stack.ECLIPSELINK;
import static io.github.jpabyexample.testing.Stack.HIBERNATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.jpabyexample.bootstrap.Bootstrap;
import io.github.jpabyexample.bootstrap.guestbook.EmptyDatabase;
import io.github.jpabyexample.bootstrap.guestbook.Guest;
import io.github.jpabyexample.bootstrap.guestbook.Visit;
import io.github.jpabyexample.lesson.Lesson;
import io.github.jpabyexample.lesson.LessonUnit;
import io.github.jpabyexample.lesson.observation.Difference;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import jakarta.persistence.SchemaManager;
import jakarta.persistence.SchemaValidationException;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Who makes the tables? And why does a program start though a column is missing? With {@code database.action=validate} one
 * provider refuses such tables, and the other does not look.
 *
 * <p>Choose: {@code create(true)} in tests and while you learn. {@code validate()} where others make the tables; its
 * {@code getFailures()} say what is wrong.
 *
 * <p>Try: make {@code guest} with {@code name varchar(50) not null}, and validate it.
 */
@Lesson(
        value =
                "SchemaManager makes, compares, empties and removes the tables of a unit; the older property does not compare on each provider.",
        level = BASIC,
        terms = {"schema generation", "SchemaManager", "create tables", "validate schema", "truncate", "hbm2ddl.auto"},
        messages = {"Schema validation failed", "Schema validation: missing column", "has missing columns"},
        sqlalchemy = "`Base.metadata.create_all(engine)`")
class SchemaTest {

    @RegisterExtension
    static final LessonUnit jpa = LessonUnit.of("guestbook", "pooled", Bootstrap::pooled);

    private final EmptyDatabase database = new EmptyDatabase();

    @AfterEach
    void close() {
        database.close();
    }

    private EntityManagerFactory visits() {
        return Persistence.createEntityManagerFactory("visits", database.properties());
    }

    @Nested
    class A_database_without_tables {

        @Test
        void gets_them_by_create() {
            try (EntityManagerFactory factory = visits()) {
                factory.getSchemaManager().create(true);
            }

            assertThat(database.tables()).containsExactly("guest", "visit");
            assertThat(database.columns("visit")).containsExactly("guest_id", "id", "visited_on");
        }

        @Test
        void gets_them_or_not_if_create_is_told_to_leave_schemas_alone() {
            try (EntityManagerFactory factory = visits()) {
                factory.getSchemaManager().create(false);
            }

            assertThat(database.tables().size())
                    .isEqualTo(jpa.expect(
                            Difference.schema("tables that SchemaManager.create(false) makes for 2 entities")
                                    .write("create(true)")
                                    .follows("SchemaManager Interface", HIBERNATE),
                            on(HIBERNATE, 2),
                            on(ECLIPSELINK, 0)));
            jpa.note("The flag is about schemas, not about tables. So pass true.");
        }

        @Test
        void is_not_valid() {
            try (EntityManagerFactory factory = visits()) {
                assertThatThrownBy(factory.getSchemaManager()::validate).isInstanceOf(SchemaValidationException.class);
            }
        }
    }

    @Nested
    class A_database_with_tables {

        private EntityManagerFactory factory;
        private SchemaManager schema;

        @BeforeEach
        void created() {
            factory = visits();
            schema = factory.getSchemaManager();
            schema.create(true);
            factory.runInTransaction(em -> {
                var emma = new Guest("Emma");
                em.persist(emma);
                em.persist(new Visit(emma, LocalDate.of(2026, 5, 1)));
            });
        }

        @AfterEach
        void close() {
            factory.close();
        }

        @Test
        void is_valid() {
            assertThat(catchThrowable(schema::validate)).isNull();
        }

        @Test
        void keeps_its_rows_when_it_is_created_again() {
            schema.create(true);

            assertThat(database.column("select count(*) from visit")).containsExactly("1");
        }

        @Test
        void is_emptied_by_truncate_rows_that_refer_to_others_too() {
            schema.truncate();

            assertThat(database.column("select count(*) from visit")).containsExactly("0");
            assertThat(database.column("select count(*) from guest")).containsExactly("0");
        }

        @Test
        void loses_its_tables_by_drop_and_keeps_what_is_not_the_units() {
            database.execute("create table other (id bigint)");

            schema.drop(true);

            assertThat(database.tables()).containsExactly("other");
        }
    }

    @Nested
    class Tables_that_do_not_fit {

        @Test
        void are_noticed_by_the_property_or_not() {
            database.execute("create table guest (id bigint primary key)");
            var properties = database.properties("schema-generation.database.action", "validate");

            assertThat(catchThrowable(() -> open(properties)) != null)
                    .isEqualTo(jpa.expect(
                            exception("schema-generation.database.action=validate notices a missing column")
                                    .write("getSchemaManager().validate(), or SchemaAction.VALIDATE")
                                    .leftOpen("Schema Generation"),
                            on(HIBERNATE, true),
                            on(ECLIPSELINK, false)));
        }

        @Test
        void are_noticed_by_validate_which_names_a_missing_column_or_its_table() {
            database.execute("create table guest (id bigint primary key)");

            SchemaValidationException failure = failure();

            assertThat(failure).isNotNull();
            assertThat(failure.getFailures()).hasSize(1);
            assertThat(failure.getFailures()[0].getMessage())
                    .contains(jpa.expect(
                            exception("what a failed validation says of a missing column")
                                    .write("getFailures(), which name the table on both")
                                    .leftOpen("SchemaManager Interface"),
                            on(HIBERNATE, "missing column [name] in table [guest]"),
                            on(ECLIPSELINK, "The guest table has missing columns")));
            jpa.note("EclipseLink's own message is 'Schema validation failed': read getFailures().");
        }

        @Test
        void may_have_a_column_more_for_one_provider_and_a_wrong_type_for_the_other() {
            database.execute(
                    "create sequence guest_seq start with 50 increment by 50",
                    "create table guest (id bigint primary key, name varchar(100) not null, remark varchar(9))");
            boolean surplusRefused = failure() != null;
            database.execute("drop table guest", "create table guest (id bigint primary key, name integer)");
            boolean typeRefused = failure() != null;

            assertThat((surplusRefused ? "a column more" : "") + (typeRefused ? "a wrong type" : ""))
                    .isEqualTo(jpa.expect(
                            exception("what validate() refuses besides missing columns")
                                    .write("nothing makes it the same: map each column, and test each type")
                                    .leftOpen("SchemaManager Interface"),
                            on(HIBERNATE, "a wrong type"),
                            on(ECLIPSELINK, "a column more")));
        }

        private SchemaValidationException failure() {
            try (EntityManagerFactory factory =
                    Persistence.createEntityManagerFactory("guestbook", database.properties())) {
                factory.getSchemaManager().validate();
                return null;
            } catch (SchemaValidationException e) {
                return e;
            }
        }

        private static void open(Map<String, Object> properties) {
            try (var factory = Persistence.createEntityManagerFactory("guestbook", properties)) {
                factory.createEntityManager().close();
            }
        }
    }
}
