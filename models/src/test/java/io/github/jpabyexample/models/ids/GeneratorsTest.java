package io.github.jpabyexample.models.ids;

import static io.github.jpabyexample.lesson.Level.WORKING;
import static io.github.jpabyexample.lesson.On.on;
import static io.github.jpabyexample.lesson.observation.Difference.cost;
import static io.github.jpabyexample.testing.Stack.ECLIPSELINK;
import static io.github.jpabyexample.testing.Stack.H2;
import static io.github.jpabyexample.testing.Stack.HIBERNATE;
import static io.github.jpabyexample.testing.Stack.POSTGRESQL;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.jpabyexample.lesson.Lesson;
import io.github.jpabyexample.lesson.LessonUnit;
import io.github.jpabyexample.lesson.observation.Difference;
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
 * You write {@code @GeneratedValue} and nothing else, and another provider looks for a sequence, or a table, that your
 * schema does not have. What the mapping does not name, each provider names in its own way.
 *
 * <p>Choose: {@code SEQUENCE} with a generator whose sequence has a name, and the block's size in the mapping. No
 * {@code AUTO} in a schema that must last. {@code TABLE} only where the database has no sequences. A UUID that the object
 * makes itself costs nothing.
 *
 * <p>Try: set {@code allocationSize = 1} for {@code ByFives}.
 */
@Lesson(
        value =
                "Ids come from a sequence, from a table or from nowhere, in blocks of a size that the mapping sets; what it does not name, the provider does.",
        level = WORKING,
        terms = {
            "GenerationType.AUTO",
            "GenerationType.SEQUENCE",
            "GenerationType.TABLE",
            "GenerationType.UUID",
            "allocationSize",
            "SEQ_GEN",
            "hibernate_sequence"
        },
        entities = {
            Numbered.ByAuto.class,
            Numbered.BySequence.class,
            Numbered.ByFives.class,
            Numbered.ByTable.class,
            Numbered.ByUuidText.class,
            Numbered.ByOwnUuid.class
        },
        sqlalchemy = "`Identity`, `Sequence`, `default=uuid4`")
class GeneratorsTest {

    @RegisterExtension
    static final LessonUnit jpa = LessonUnit.of("numbered");

    private static final String NAMED =
            "strategy = SEQUENCE, generator = \"x\", and @SequenceGenerator(name = \"x\", sequenceName = \"x\")";

    @Nested
    class Without_a_name {

        @Test
        void auto_is_a_sequence_of_the_table_or_one_table_for_all() {
            SqlLog sent = stored(Numbered.ByAuto::new, 60);

            String source = jpa.expect(
                    Difference.schema("GenerationType.AUTO takes ids of type Long from")
                            .write(NAMED)
                            .leftOpen("GeneratedValue Annotation"),
                    on(HIBERNATE, "by_auto_seq"),
                    on(ECLIPSELINK, "update sequence set seq_count"));
            assertThat(sent).mentions(source);
        }

        @Test
        void each_entity_has_a_sequence_of_its_own_or_shares_one() {
            String sequence = jpa.expect(
                    Difference.schema("GenerationType.SEQUENCE without a generator uses the sequence")
                            .write(NAMED)
                            .leftOpen("GeneratedValue Annotation"),
                    on(HIBERNATE, "by_sequence_seq"),
                    on(ECLIPSELINK, "seq_gen_sequence"));
            assertThat(sequences()).containsEntry(sequence, "50");
        }

        @Test
        void a_generator_names_its_sequence_after_the_table_or_the_entity() {
            String sequence = jpa.expect(
                    Difference.schema("@SequenceGenerator without a name uses the sequence")
                            .write(NAMED)
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
        void is_made_in_memory_but_for_EclipseLink_on_postgresql_which_asks_one_by_one() {
            SqlLog sent = stored(Numbered.ByUuidText::new, 10);

            int selects = jpa.expect(
                    cost("selects for ten ids of GenerationType.UUID")
                            .write("UUID.randomUUID() in the entity's field, and no @GeneratedValue")
                            .leftOpen("GeneratedValue Annotation"),
                    on(HIBERNATE, 0),
                    on(ECLIPSELINK, H2, 0),
                    on(ECLIPSELINK, POSTGRESQL, 10));
            assertThat(sent).hasSelects(selects).insertsInto("by_uuid_text", 10);
        }
    }

    @Nested
    class A_uuid_that_the_object_makes {

        @Test
        void costs_nothing_but_the_insert() {
            SqlLog sent = stored(Numbered.ByOwnUuid::new, 10);

            assertThat(sent).hasSelects(0).insertsInto("by_own_uuid", 10);
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
