package io.github.jpabyexample.models.ids;

import static io.github.jpabyexample.lesson.Level.WORKING;
import static io.github.jpabyexample.lesson.On.on;
import static io.github.jpabyexample.lesson.observation.Difference.cost;
import static io.github.jpabyexample.lesson.observation.Difference.schema;
import static io.github.jpabyexample.testing.Stack.ECLIPSELINK;
import static io.github.jpabyexample.testing.Stack.H2;
import static io.github.jpabyexample.testing.Stack.HIBERNATE;
import static io.github.jpabyexample.testing.Stack.POSTGRESQL;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.jpabyexample.lesson.Lesson;
import io.github.jpabyexample.lesson.LessonUnit;
import io.github.jpabyexample.testing.sql.SqlLog;
import io.github.jpabyexample.testing.sql.SqlStatement.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * "Sequence not found", or ids that begin at 1 again, after another provider or a mapping without names.
 *
 * <p>Choose: a {@code @SequenceGenerator} with a name, a sequenceName and an allocationSize, for each entity; a table
 * generator nowhere, if the database has sequences.
 *
 * <p>Try: leave the sequenceName out.
 */
@Lesson(
        value =
                "Ids come from a sequence, from a table or from nowhere, in blocks of a size that the mapping sets; what it does not name, the provider does.",
        level = WORKING,
        terms = {
            "GenerationType.AUTO",
            "@SequenceGenerator",
            "@TableGenerator",
            "generator name",
            "default sequence name"
        },
        sqlalchemy = "`Identity`, `Sequence`, `default=uuid4`")
class GeneratorsTest {

    @RegisterExtension
    static final LessonUnit jpa = LessonUnit.of("numbered");

    @Nested
    class Without_a_name {

        @Test
        void auto_is_a_sequence_of_the_table_or_one_table_for_all() {
            SqlLog sent = stored(Numbered.ByAuto::new, 60);

            String source = jpa.expect(
                    schema("GenerationType.AUTO takes ids of type Long from")
                            .write("@SequenceGenerator with a name and a sequenceName")
                            .leftOpen("GeneratedValue Annotation"),
                    on(HIBERNATE, "by_auto_seq"),
                    on(ECLIPSELINK, "update sequence set seq_count"));
            assertThat(sent).mentions(source);
        }

        @Test
        void each_entity_has_a_sequence_of_its_own_or_shares_one() {
            String sequence = jpa.expect(
                    schema("GenerationType.SEQUENCE without a generator uses the sequence")
                            .write("@SequenceGenerator with a name and a sequenceName")
                            .leftOpen("SequenceGenerator Annotation"),
                    on(HIBERNATE, "by_sequence_seq"),
                    on(ECLIPSELINK, "seq_gen_sequence"));
            assertThat(sequences()).containsEntry(sequence, "50");
        }

        @Test
        void a_generator_names_its_sequence_after_the_table_or_the_entity() {
            String sequence = jpa.expect(
                    schema("@SequenceGenerator without a name uses the sequence")
                            .write("sequenceName in each @SequenceGenerator")
                            .leftOpen("SequenceGenerator Annotation"),
                    on(HIBERNATE, "by_fives_seq"),
                    on(ECLIPSELINK, "byfives"));
            assertThat(sequences()).containsEntry(sequence, "5");
        }
    }

    @Nested
    class A_block_of_five_ids {

        @Test
        void is_one_call_of_the_sequence() {
            SqlLog sent = stored(Numbered.ByFives::new, 50);

            assertThat(sent.statements(Kind.SEQUENCE)).hasSizeBetween(10, 11);
            assertThat(sent).insertsInto("by_fives", 50);
        }
    }

    @Nested
    class A_table_of_ids {

        @Test
        void costs_a_select_and_an_update_for_each_block() {
            SqlLog sent = stored(Numbered.ByTable::new, 100);

            assertThat(sent.statements(Kind.SELECT)).hasSizeBetween(2, 3).hasSameSizeAs(sent.statements(Kind.UPDATE));
            assertThat(sent).insertsInto("by_table", 100);
        }
    }

    @Nested
    class A_uuid_as_text {

        @Test
        void is_made_up_or_asked_of_the_database_one_by_one() {
            SqlLog sent = stored(Numbered.ByUuidText::new, 10);

            int selects = jpa.expect(
                    cost("selects for ten ids of GenerationType.UUID")
                            .write("UUID.randomUUID() in the constructor, without @GeneratedValue")
                            .leftOpen("GeneratedValue Annotation"),
                    on(HIBERNATE, 0),
                    on(ECLIPSELINK, H2, 0),
                    on(ECLIPSELINK, POSTGRESQL, 10));
            assertThat(sent).hasSelects(selects).insertsInto("by_uuid_text", 10);
        }
    }

    private static SqlLog stored(Supplier<? extends Numbered.Entry> maker, int times) {
        jpa.runInTransaction(em -> {
            List<Object> ids = new ArrayList<>();
            for (int i = 0; i < times; i++) {
                Numbered.Entry entry = maker.get();
                em.persist(entry);
                ids.add(entry.id());
            }
            assertThat(ids).doesNotContainNull().doesNotHaveDuplicates();
        });
        return jpa.sql();
    }

    private static Map<String, String> sequences() {
        return jpa
                .rows(
                        "select sequence_name, increment from information_schema.sequences where sequence_schema = current_schema")
                .rows()
                .stream()
                .collect(Collectors.toMap(row -> row.get(0).toLowerCase(Locale.ROOT), row -> row.get(1)));
    }
}
