package io.github.jpabyexample.bootstrap.schema;

import static io.github.jpabyexample.lesson.Level.WORKING;
import static io.github.jpabyexample.lesson.On.on;
import static io.github.jpabyexample.lesson.observation.Difference.exception;
import static io.github.jpabyexample.testing.Stack.ECLIPSELINK;
import static io.github.jpabyexample.testing.Stack.HIBERNATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.jpabyexample.bootstrap.Bootstrap;
import io.github.jpabyexample.bootstrap.Connections;
import io.github.jpabyexample.bootstrap.SchemaAction;
import io.github.jpabyexample.bootstrap.SettingsException;
import io.github.jpabyexample.bootstrap.UnitSettings;
import io.github.jpabyexample.bootstrap.guestbook.EmptyDatabase;
import io.github.jpabyexample.bootstrap.guestbook.Guest;
import io.github.jpabyexample.lesson.Lesson;
import io.github.jpabyexample.lesson.LessonUnit;
import io.github.jpabyexample.lesson.observation.Difference;
import jakarta.persistence.Persistence;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The load script ran, and a row is missing, without an error. Or the create script has another name than the property says,
 * and one provider starts with no tables at all.
 *
 * <p>Choose: scripts for a test or a demonstration, a statement on each line, run by the property for the action or by
 * {@code Bootstrap}, which refuses a script that is missing.
 *
 * <p>Try: write Harriet's insert in {@code load-guestbook.sql} on one line.
 */
@Lesson(
        value =
                "Standard properties name scripts that make tables and fill them, a statement on each line; SchemaManager may not run them.",
        level = WORKING,
        terms = {
            "SQL script",
            "import.sql",
            "load script",
            "create script",
            "initial data",
            "schema generation",
            "sql-load-script-source"
        },
        messages = {"but must be a resource on the class path"},
        entities = {Guest.class},
        sqlalchemy = "`connection.execute(text(script))`")
class ScriptsTest {

    private static final String CREATE = "schema-generation.create-script-source";
    private static final String SOURCE = "schema-generation.create-source";
    private static final String ACTION = "schema-generation.database.action";
    private static final String LOAD = "sql-load-script-source";

    @RegisterExtension
    static final LessonUnit jpa = LessonUnit.of("guestbook", "pooled", Bootstrap::pooled);

    private final EmptyDatabase database = new EmptyDatabase();

    @AfterEach
    void close() {
        database.close();
    }

    @Nested
    class The_property_for_the_action {

        @Test
        void runs_a_script_in_place_of_the_mappings() {
            open(database.properties(ACTION, "create", SOURCE, "script", CREATE, "sql/create-guestbook.sql"));

            assertThat(database.columns("guest")).containsExactly("id", "name", "remark");
        }

        @Test
        void fills_the_tables_that_it_made() {
            open(database.properties(ACTION, "create", LOAD, "sql/load-guestbook.sql"));

            assertThat(database.column("select name from guest order by name")).containsExactly("Emma", "Jane");
            jpa.note(
                    "Harriet is missing: her insert has two lines, and each line is a statement. It failed in silence.");
        }

        @Test
        void complains_of_a_script_that_is_missing_or_starts_without_tables() {
            Throwable refused = catchThrowable(
                    () -> open(database.properties(ACTION, "create", SOURCE, "script", CREATE, "sql/missing.sql")));

            assertThat(refused != null)
                    .isEqualTo(jpa.expect(
                            exception("a script that does not exist is an error")
                                    .write("let Bootstrap open the unit: it refuses a script that is missing")
                                    .leftOpen("Schema Generation"),
                            on(HIBERNATE, false),
                            on(ECLIPSELINK, true)));
            assertThat(database.tables()).isEmpty();
        }

        private static void open(Map<String, Object> properties) {
            try (var factory = Persistence.createEntityManagerFactory("guestbook", properties)) {
                factory.createEntityManager().close();
            }
        }
    }

    @Nested
    class SchemaManager_create {

        @Test
        void runs_the_scripts_or_does_not() {
            Map<String, Object> properties = database.properties(
                    SOURCE, "script", CREATE, "sql/create-guestbook.sql", LOAD, "sql/load-guestbook.sql");
            try (var factory = Persistence.createEntityManagerFactory("guestbook", properties)) {
                factory.getSchemaManager().create(true);
            }

            assertThat(database.columns("guest").contains("remark") + ", "
                            + database.column("select count(*) from guest").get(0) + " rows")
                    .isEqualTo(jpa.expect(
                            Difference.schema("SchemaManager.create runs the unit's scripts")
                                    .write(
                                            "jakarta.persistence.schema-generation.database.action=create runs them on both")
                                    .follows("SchemaManager Interface", HIBERNATE),
                            on(HIBERNATE, "true, 2 rows"),
                            on(ECLIPSELINK, "false, 0 rows")));
        }
    }

    @Nested
    class Opening_by_bootstrap {

        private final UnitSettings settings = UnitSettings.named("guestbook")
                .withConnections(new Connections.Pooled(database.dataSource()))
                .withSchema(SchemaAction.CREATE);

        @Test
        void runs_them_on_each_provider() {
            Bootstrap.open(settings.withProperty("jakarta.persistence." + SOURCE, "script")
                            .withProperty("jakarta.persistence." + CREATE, "sql/create-guestbook.sql")
                            .withProperty("jakarta.persistence." + LOAD, "sql/load-guestbook.sql"))
                    .close();

            assertThat(database.columns("guest")).containsExactly("id", "name", "remark");
            assertThat(database.column("select name from guest order by name")).containsExactly("Emma", "Jane");
        }

        @Test
        void refuses_one_that_is_missing() {
            assertThatThrownBy(() ->
                            Bootstrap.open(settings.withProperty("jakarta.persistence." + LOAD, "sql/missing.sql")))
                    .isInstanceOf(SettingsException.class)
                    .hasMessageContaining("'sql/missing.sql', but must be a resource on the class path");
        }
    }
}
