package io.github.jpabyexample.models.ids;

import static io.github.jpabyexample.lesson.Level.EXPERT;
import static io.github.jpabyexample.lesson.On.on;
import static io.github.jpabyexample.lesson.observation.Difference.answer;
import static io.github.jpabyexample.lesson.observation.Difference.exception;
import static io.github.jpabyexample.models.types.Attempt.isRefused;
import static io.github.jpabyexample.testing.Stack.ECLIPSELINK;
import static io.github.jpabyexample.testing.Stack.HIBERNATE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.jpabyexample.lesson.Lesson;
import io.github.jpabyexample.lesson.LessonUnit;
import io.github.jpabyexample.lesson.observation.Difference;
import io.github.jpabyexample.testing.sql.SqlRecorder;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * EclipseLink says of a sequence that Hibernate made: "Its increment does not match its pre-allocation size". Or the newest
 * row has not the highest id. A sequence in blocks means something only together with the {@code allocationSize} of the
 * mappings.
 *
 * <p>Choose: make the sequence yourself, with START and INCREMENT both as large as {@code allocationSize}: each provider
 * reads that alike. Never order by the id to get an order of time: keep the time in a column of its own.
 *
 * <p>Try: let one of the two programs read the sequence with an {@code allocationSize} of 10.
 */
@Lesson(
        value =
                "A sequence that every program can use starts where its first block ends, and the ids of two programs tell no order of time.",
        level = EXPERT,
        terms = {
            "sequence",
            "allocationSize",
            "INCREMENT BY",
            "START WITH",
            "pooled optimizer",
            "order of ids",
            "cluster"
        },
        messages = {"Its increment does not match its pre-allocation size"},
        sqlalchemy = "`Sequence(\"s\", start=5, increment=5)`")
class SharedSequenceTest {

    @RegisterExtension
    static final LessonUnit jpa = LessonUnit.of("named-fives");

    /** All of them count anew. */
    @BeforeEach
    void made() {
        jpa.factory().getSchemaManager().drop(true);
        jpa.factory().getSchemaManager().create(true);
    }

    @Nested
    class A_sequence_in_blocks_of_five {

        @Test
        void is_made_to_start_at_the_first_number_of_its_block_or_at_the_last() {
            String start = jpa.expect(
                    Difference.schema("start of a sequence with allocationSize = 5")
                            .write("create sequence … start with 5 increment by 5, in a script of your own")
                            .leftOpen("SequenceGenerator Annotation"),
                    on(HIBERNATE, "1"),
                    on(ECLIPSELINK, "5"));

            var sequence = jpa.rows("""
                    select start_value, increment from information_schema.sequences
                    where lower(sequence_name) = 'named_fives' and sequence_schema = current_schema
                    """);
            assertThat(sequence.rows()).containsExactly(List.of(start, "5"));
        }

        @Test
        void is_understood_everywhere_when_it_starts_at_the_last() throws SQLException {
            sequenceStartingAt(5);

            try (EntityManagerFactory program = program()) {
                assertThat(Stream.generate(() -> idFrom(program)).limit(7)).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L);
            }
        }

        @Test
        void is_refused_by_EclipseLink_when_it_starts_at_the_first() throws SQLException {
            sequenceStartingAt(1);
            boolean refused = jpa.expect(
                    exception("a sequence START 1 INCREMENT 5 for allocationSize = 5 is refused")
                            .write("create sequence … start with 5 increment by 5")
                            .leftOpen("SequenceGenerator Annotation"),
                    on(HIBERNATE, false),
                    on(ECLIPSELINK, true));

            try (EntityManagerFactory program = program()) {
                assertThat(isRefused(() -> idFrom(program))).isEqualTo(refused);
                assertThat(idFrom(program)).isEqualTo(2L);
            }
            jpa.note("EclipseLink refuses it once: its second try gets the next block, from 2 to 6, without a word.");
        }

        private static void sequenceStartingAt(int number) throws SQLException {
            try (var connection = jpa.dataSource().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("drop sequence named_fives");
                statement.execute("create sequence named_fives start with " + number + " increment by 5");
            }
        }
    }

    @Nested
    class Two_programs_on_one_sequence {

        @Test
        void get_ids_that_differ_and_are_in_no_order_of_time() {
            try (EntityManagerFactory one = program();
                    EntityManagerFactory other = program()) {
                List<Long> ids = Stream.of(one, other, one, other, one)
                        .map(SharedSequenceTest::idFrom)
                        .toList();

                String order = jpa.expect(
                        answer("ids of five rows, stored in turn by two programs with allocationSize = 5")
                                .write("a column for the time, where rows have an order: ids have none on either")
                                .leftOpen("SequenceGenerator Annotation"),
                        on(HIBERNATE, "[1, 2, 7, 3, 8]"),
                        on(ECLIPSELINK, "[1, 6, 2, 7, 3]"));
                assertThat(ids).hasToString(order);
            }
        }
    }

    private static Long idFrom(EntityManagerFactory program) {
        return program.callInTransaction(em -> {
            var entry = new Numbered.ByNamedFives();
            em.persist(entry);
            return entry.id();
        });
    }

    // With a DataSource of its own: EclipseLink takes two factories of one unit and one DataSource for the same.
    private static EntityManagerFactory program() {
        var connections = SqlRecorder.around(jpa.dataSource()).dataSource();
        return Persistence.createEntityManagerFactory(
                "named-fives", Map.of("jakarta.persistence.nonJtaDataSource", connections));
    }
}
