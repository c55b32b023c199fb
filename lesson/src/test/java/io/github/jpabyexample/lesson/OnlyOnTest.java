package io.github.jpabyexample.lesson;

import static io.github.jpabyexample.lesson.Level.WORKING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.testkit.engine.EventConditions.event;
import static org.junit.platform.testkit.engine.EventConditions.finishedWithFailure;
import static org.junit.platform.testkit.engine.EventConditions.skippedWithReason;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.message;

import io.github.jpabyexample.lesson.observation.Observation;
import io.github.jpabyexample.lesson.observation.Observation.Claim;
import io.github.jpabyexample.lesson.observation.Observation.Outcome;
import io.github.jpabyexample.testing.Stack;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class OnlyOnTest {

    private static final LessonUnit KITCHEN = LessonUnit.of("kitchen");

    @TempDir
    Path observations;

    private final Properties before = (Properties) System.getProperties().clone();

    @BeforeEach
    void kept_apart() {
        System.setProperty("observations.directory", observations.toString());
    }

    @AfterEach
    void as_before() {
        System.setProperties(before);
    }

    @Lesson(value = "Some claims are true only somewhere.", level = WORKING)
    static class SomewhereLesson {

        @RegisterExtension
        static final LessonUnit jpa = KITCHEN;

        @Test
        @OnlyOn(value = "oracle", because = "no other database has such a thing")
        void is_skipped() {}

        @Test
        @OnlyOn(value = Stack.HIBERNATE, because = "the other has no such thing")
        void runs_on_hibernate() {}

        @Test
        @OnlyOn(value = Stack.ECLIPSELINK, because = "the other has no such thing")
        void runs_on_eclipselink() {}

        @Nested
        @OnlyOn(value = "oracle", because = "no other database has such a state")
        class A_rare_state {

            @Nested
            class And_a_rarer_one {

                @Test
                void is_skipped_with_its_class() {}
            }
        }
    }

    @Lesson(value = "All of it is true only elsewhere.", level = WORKING)
    @OnlyOn(
            value = {Stack.HIBERNATE, "oracle"},
            because = "no other database can do it")
    static class ElsewhereLesson {

        @RegisterExtension
        static final LessonUnit jpa = LessonUnit.of("a unit that nobody can open");

        @Test
        void is_skipped_with_its_lesson() {}
    }

    static class WithoutReason {

        @Test
        @OnlyOn(value = "oracle", because = " ")
        void fails() {}
    }

    private static EngineExecutionResults run(Class<?> lesson) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(lesson))
                .execute();
    }

    private Claim claim(Class<?> lesson, String method) throws IOException {
        var file = Observation.fileIn(observations, KITCHEN.stack().name(), lesson.getName());
        return Observation.read(file).claims().stream()
                .filter(claim -> claim.method().equals(method))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_claim_runs_on_its_stacks_and_is_skipped_with_its_reason_elsewhere() throws IOException {
        var results = run(SomewhereLesson.class);

        results.testEvents()
                .assertStatistics(tests -> tests.succeeded(1).skipped(2).failed(0));
        results.testEvents()
                .assertThatEvents()
                .haveExactly(1, event(skippedWithReason("only on oracle: no other database has such a thing")));
        assertThat(claim(SomewhereLesson.class, "is_skipped")).satisfies(claim -> {
            assertThat(claim.outcome()).isEqualTo(Outcome.SKIPPED);
            assertThat(claim.reason()).contains("only on oracle: no other database has such a thing");
        });
        assertThat(claim(SomewhereLesson.class, "runs_on_" + KITCHEN.stack().provider())
                        .outcome())
                .isEqualTo(Outcome.HELD);
    }

    @Test
    void a_state_that_is_skipped_has_its_claims_in_the_observation() throws IOException {
        run(SomewhereLesson.class);

        assertThat(claim(SomewhereLesson.class, "is_skipped_with_its_class")).satisfies(claim -> {
            assertThat(claim.outcome()).isEqualTo(Outcome.SKIPPED);
            assertThat(claim.states()).containsExactly("A rare state", "And a rarer one");
            assertThat(claim.sentence()).isEqualTo("is skipped with its class");
            assertThat(claim.reason()).isEqualTo("only on oracle: no other database has such a state");
        });
    }

    @Test
    void a_lesson_that_is_skipped_opens_nothing_and_is_observed() throws IOException {
        var run = run(ElsewhereLesson.class);
        run.containerEvents()
                .assertThatEvents()
                .haveExactly(1, event(skippedWithReason("only on hibernate and oracle: no other database can do it")));

        assertThat(claim(ElsewhereLesson.class, "is_skipped_with_its_lesson").reason())
                .isEqualTo("only on hibernate and oracle: no other database can do it");
        assertThat(claim(ElsewhereLesson.class, "is_skipped_with_its_lesson").id())
                .isEqualTo("[engine:junit-jupiter]/[class:%s]/[method:is_skipped_with_its_lesson()]"
                        .formatted(ElsewhereLesson.class.getName()));
    }

    @Test
    void an_empty_reason_is_refused() {
        run(WithoutReason.class)
                .testEvents()
                .assertThatEvents()
                .haveExactly(
                        1,
                        event(finishedWithFailure(
                                message(text -> text.contains("needs a reason that a reader understands")))));
    }
}
