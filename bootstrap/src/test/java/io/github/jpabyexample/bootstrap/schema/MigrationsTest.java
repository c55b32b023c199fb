package io.github.jpabyexample.bootstrap.schema;

import static io.github.jpabyexample.lesson.Level.WORKING;
import static io.github.jpabyexample.lesson.On.on;
import static io.github.jpabyexample.lesson.observation.Difference.exception;
import static io.github.jpabyexample.testing.Stack.ECLIPSELINK;
import static io.github.jpabyexample.testing.Stack.HIBERNATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jpabyexample.bootstrap.Bootstrap;
import io.github.jpabyexample.bootstrap.Connections;
import io.github.jpabyexample.bootstrap.PoolSettings;
import io.github.jpabyexample.bootstrap.SchemaAction;
import io.github.jpabyexample.bootstrap.UnitSettings;
import io.github.jpabyexample.bootstrap.guestbook.EmptyDatabase;
import io.github.jpabyexample.bootstrap.guestbook.Guest;
import io.github.jpabyexample.bootstrap.guestbook.Visit;
import io.github.jpabyexample.lesson.Lesson;
import io.github.jpabyexample.lesson.LessonUnit;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Flyway makes the tables, not the provider, and the first insert says "is setup incorrectly. Its increment does not match
 * its pre-allocation size"; or two programs insert one id twice.
 *
 * <p>Choose: migrations for a database that outlives the test, {@code SchemaAction.VALIDATE} at the start, and sequences
 * that start with the allocation size and step by it.
 *
 * <p>Try: let {@code guest_seq} start with 100 and step by 50.
 */
@Lesson(
        value =
                "In production migrations make the tables and the unit only compares them; the same sequences then serve every provider.",
        level = WORKING,
        terms = {
            "Flyway",
            "Liquibase",
            "database migration",
            "sequence",
            "allocationSize",
            "SequenceGenerator",
            "schema validation",
            "pre-allocation"
        },
        messages = {"Its increment does not match its pre-allocation size"},
        sqlalchemy = "Alembic")
class MigrationsTest {

    private static final int INSERTS = Boolean.getBoolean("jpabyexample.long") ? 10_000 : 1_000;

    @RegisterExtension
    static final LessonUnit jpa = LessonUnit.of("guestbook", "pooled", Bootstrap::pooled);

    private final EmptyDatabase database = new EmptyDatabase();

    @AfterEach
    void close() {
        database.close();
    }

    private UnitSettings settings(String unit) {
        return UnitSettings.named(unit)
                .withConnections(new Connections.Pooled(database.dataSource()))
                .withPool(PoolSettings.ofSize(2))
                .withSchema(SchemaAction.VALIDATE);
    }

    private int migrate(String target) {
        return Flyway.configure()
                .dataSource(database.dataSource())
                .locations("classpath:migrations/guestbook")
                .target(target)
                .load()
                .migrate()
                .migrationsExecuted;
    }

    @Nested
    class Tables_made_by_migrations {

        @Test
        void fit_the_entities_on_every_provider_and_database() {
            assertThat(migrate("latest")).isEqualTo(2);
            assertThat(migrate("latest")).isZero();

            try (EntityManagerFactory factory = Bootstrap.open(settings("visits"))) {
                factory.runInTransaction(em -> {
                    var emma = new Guest("Emma");
                    em.persist(emma);
                    em.persist(new Visit(emma, LocalDate.of(2026, 5, 1)));
                });
            }
            assertThat(database.column("select name from guest join visit on guest.id = guest_id"))
                    .containsExactly("Emma");
        }

        @Test
        void stop_the_start_where_a_migration_has_not_run() {
            migrate("1");

            assertThatThrownBy(() -> Bootstrap.open(settings("visits")))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("visit");
        }
    }

    @Nested
    class A_sequence_that_starts_with_50_and_steps_by_50 {

        @BeforeEach
        void migrated() {
            migrate("latest");
        }

        @Test
        void hands_out_1_2_3_on_every_provider() {
            List<Long> ids;
            try (EntityManagerFactory factory = Bootstrap.open(settings("guestbook"))) {
                ids = factory.callInTransaction(em -> guests(em, 120));
            }

            assertThat(ids)
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, 120).boxed().toList());
        }

        @Test
        void never_hands_out_one_twice_to_two_programs_that_take_turns() {
            assertThat(problems(INSERTS)).isEmpty();
        }
    }

    @Nested
    class A_sequence_that_starts_with_1 {

        @BeforeEach
        void migrated() {
            migrate("1");
            database.execute("drop sequence guest_seq", "create sequence guest_seq start with 1 increment by 50");
        }

        @Test
        void does_for_one_provider_and_is_refused_by_the_other() {
            assertThat(problems(INSERTS).isEmpty() ? "ids" : "refused")
                    .isEqualTo(jpa.expect(
                            exception("a sequence that starts with 1 and steps by 50")
                                    .write("start with 50 increment by 50, which hands out 1, 2, 3 on both")
                                    .leftOpen("SequenceGenerator Annotation"),
                            on(HIBERNATE, "ids"),
                            on(ECLIPSELINK, "refused")));
            jpa.note("EclipseLink takes the number for the last of a block of 50, which would begin at -48.");
        }
    }

    @Nested
    class A_sequence_that_steps_by_1 {

        @BeforeEach
        void migrated() {
            migrate("1");
            database.execute("drop sequence guest_seq", "create sequence guest_seq start with 50 increment by 1");
        }

        @Test
        void is_found_out_on_every_provider() {
            assertThat(problems(200)).isNotEmpty();
        }
    }

    /** Two factories over one schema insert in turns; what is wrong with the ids, or what kept them from it. */
    private List<String> problems(int inserts) {
        List<Long> ids = new ArrayList<>();
        UnitSettings settings = settings("guestbook").withSchema(SchemaAction.NONE);
        try (EntityManagerFactory one = Bootstrap.open(settings);
                EntityManagerFactory other = Bootstrap.open(settings)) {
            for (int i = 0; ids.size() < inserts; i++) {
                ids.addAll((i % 2 == 0 ? one : other).callInTransaction(em -> guests(em, 10)));
            }
        } catch (RuntimeException e) {
            return List.of(String.valueOf(e.getMessage()));
        }
        List<String> problems = new ArrayList<>();
        if (ids.stream().distinct().count() < ids.size()) {
            problems.add("an id twice");
        }
        if (ids.stream().anyMatch(id -> id < 1)) {
            problems.add("an id below 1");
        }
        return problems;
    }

    private static List<Long> guests(EntityManager em, int count) {
        List<Guest> guests =
                IntStream.range(0, count).mapToObj(i -> new Guest("Guest " + i)).toList();
        guests.forEach(em::persist);
        return guests.stream().map(Guest::id).toList();
    }
}
