package io.github.jpabyexample.lesson;

import static io.github.jpabyexample.lesson.Level.WORKING;
import static io.github.jpabyexample.lesson.On.on;
import static io.github.jpabyexample.lesson.observation.Difference.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.github.jpabyexample.lesson.kitchen.Cup;
import io.github.jpabyexample.lesson.observation.Observation;
import io.github.jpabyexample.lesson.observation.Observation.Claim;
import io.github.jpabyexample.lesson.observation.Observation.Outcome;
import io.github.jpabyexample.testing.Rows;
import io.github.jpabyexample.testing.Stack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LessonTest {

    @TempDir
    Path observations;

    private final Properties before = (Properties) System.getProperties().clone();

    @BeforeEach
    void kept_apart() {
        System.setProperty("observations.directory", observations.toString());
        System.clearProperty("stack.all");
    }

    @AfterEach
    void as_before() {
        System.setProperties(before);
    }

    @Lesson(value = "Cups break.", level = WORKING)
    static class CupsLesson {

        @RegisterExtension
        static final LessonUnit jpa = LessonUnit.of("kitchen");

        @RegisterExtension
        static final LessonUnit cached = LessonUnit.of("kitchen").with("jakarta.persistence.sharedCache.mode", "ALL");

        @Nested
        class A_stored_cup {

            @Nested
            class With_a_handle {

                @Test
                void is_read_in_one_select() {
                    jpa.given(em -> em.persist(new Cup("herbs")));
                    jpa.runInTransaction(em -> em.createQuery("select c from Cup c where c.name = :name", Cup.class)
                            .setParameter("name", "herbs")
                            .getSingleResult());
                    jpa.show("cups", jpa.rows("select name from cup"));
                    cached.show("numbers", List.of(1, 2));
                    jpa.note("  The handle\n breaks first. ");
                    int value = jpa.expect(
                            answer("a difference").write("nothing").unspecified(),
                            on(Stack.HIBERNATE, 1),
                            on(Stack.ECLIPSELINK, 2));
                    assertThat(value).isPositive();
                }
            }

            @Test
            void is_not_what_it_seems() {
                assertThat(jpa.sql()).hasSelects(1);
            }
        }

        @Test
        void depends_on_the_weather() {
            Assumptions.assumeTrue(false, "it rains");
        }

        @Test
        @Disabled("not yet")
        void is_not_tried() {}

        @ParameterizedTest
        @ValueSource(ints = 7)
        void holds_for_each(int number) {
            assertThat(number).isEqualTo(7);
        }
    }

    private static EngineExecutionResults run(Class<?> lesson) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(lesson))
                .execute();
    }

    private Observation observed(Class<?> lesson) throws IOException {
        return Observation.read(
                Observation.fileIn(observations, CupsLesson.jpa.stack().name(), lesson.getName()));
    }

    private static Claim claim(Observation observation, String method) {
        return observation.claims().stream()
                .filter(claim -> claim.method().equals(method))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_lesson_leaves_an_observation_of_what_it_claimed() throws IOException {
        run(CupsLesson.class)
                .testEvents()
                .assertStatistics(
                        tests -> tests.succeeded(2).failed(1).aborted(1).skipped(1));

        var observation = observed(CupsLesson.class);
        assertThat(observation.proves()).isEqualTo("Cups break.");
        assertThat(observation.stack()).isEqualTo(CupsLesson.jpa.stack());
        assertThat(observation.run()).isNotBlank();
        assertThat(observation.claims()).hasSize(5);
        assertThat(claim(observation, "is_read_in_one_select")).satisfies(claim -> {
            assertThat(claim.states()).containsExactly("A stored cup", "With a handle");
            assertThat(claim.sentence()).isEqualTo("is read in one select");
            assertThat(claim.outcome()).isEqualTo(Outcome.HELD);
            assertThat(claim.reason()).isNull();
            assertThat(claim.micros()).isPositive();
            assertThat(claim.sql()).singleElement().satisfies(sql -> {
                assertThat(sql.kind()).isEqualTo("SELECT");
                assertThat(sql.parameters()).containsExactly(List.of("'herbs'"));
                assertThat(sql.rows()).isEqualTo(1);
                assertThat(sql.failure()).isNull();
            });
            assertThat(claim.shown())
                    .containsExactlyInAnyOrder(
                            new Observation.Shown("cups", new Rows(List.of("name"), List.of(List.of("herbs")))),
                            new Observation.Shown("numbers", Rows.of(List.of(1, 2))));
            assertThat(claim.notes()).containsExactly("The handle breaks first.");
            assertThat(claim.expectations()).singleElement().satisfies(expected -> {
                assertThat(expected.values()).isEqualTo(Map.of("hibernate", "1", "eclipselink", "2"));
                assertThat(expected.here()).isIn("1", "2");
            });
        });
    }

    @Test
    void what_does_not_hold_or_was_not_tried_has_a_reason() throws IOException {
        run(CupsLesson.class);

        var observation = observed(CupsLesson.class);
        assertThat(claim(observation, "is_not_what_it_seems")).satisfies(claim -> {
            assertThat(claim.outcome()).isEqualTo(Outcome.FAILED);
            assertThat(claim.reason()).contains("Expected 1 select, but none was sent");
            assertThat(claim.states()).containsExactly("A stored cup");
        });
        assertThat(claim(observation, "depends_on_the_weather").outcome()).isEqualTo(Outcome.SKIPPED);
        assertThat(claim(observation, "depends_on_the_weather").reason()).contains("it rains");
        assertThat(claim(observation, "is_not_tried").outcome()).isEqualTo(Outcome.SKIPPED);
        assertThat(claim(observation, "is_not_tried").reason()).contains("not yet");
        assertThat(claim(observation, "holds_for_each").sentence())
                .startsWith("holds for each")
                .contains("7");
    }

    @Test
    void an_earlier_observation_is_replaced_and_those_of_other_lessons_stay() throws IOException {
        Path other = Files.writeString(
                Files.createDirectories(
                                observations.resolve(CupsLesson.jpa.stack().name()))
                        .resolve("other.json"),
                "{}");

        run(CupsLesson.class);
        run(CupsLesson.class);

        assertThat(other).exists();
        assertThat(observed(CupsLesson.class).claims()).hasSize(5);
    }

    @Test
    void a_claim_keeps_the_id_by_which_JUnit_knows_it() throws IOException {
        var ids = run(CupsLesson.class).testEvents().stream()
                .map(event -> event.getTestDescriptor().getUniqueId().toString())
                .filter(id -> !id.contains("dynamic"))
                .distinct()
                .toList();

        assertThat(observed(CupsLesson.class).claims()).extracting(Claim::id).containsExactlyInAnyOrderElementsOf(ids);
    }
}
