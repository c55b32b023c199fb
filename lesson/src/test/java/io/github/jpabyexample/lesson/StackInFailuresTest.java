package io.github.jpabyexample.lesson;

import static io.github.jpabyexample.lesson.Level.WORKING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class StackInFailuresTest {

    private static final String HERE =
            "[lesson, " + LessonUnit.of("kitchen").stack().name() + "] ";

    private final Properties before = (Properties) System.getProperties().clone();

    @Lesson(value = "It fails.", level = WORKING)
    static class FailingLesson {

        @Test
        void equal() {
            Assertions.assertEquals(1, 2);
        }

        @Test
        void described() {
            assertThat("a").contains("b");
        }

        @Test
        void thrown() {
            throw new IllegalStateException("boom");
        }

        @Test
        void aborted() {
            Assumptions.abort("it rains");
        }

        @Nested
        class A_state_that_cannot_be {

            @BeforeEach
            void stored() {
                throw new IllegalStateException("no rows");
            }

            @Test
            void never() {}
        }
    }

    private static Map<String, Throwable> failures() {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(FailingLesson.class))
                .execute()
                .testEvents()
                .finished()
                .stream()
                .collect(Collectors.toMap(
                        event -> event.getTestDescriptor().getDisplayName(),
                        event -> event.getRequiredPayload(TestExecutionResult.class)
                                .getThrowable()
                                .orElseThrow()));
    }

    @AfterEach
    void as_before() {
        System.setProperties(before);
    }

    @Test
    void a_failure_names_its_stack_when_one_build_runs_all() {
        System.setProperty("stack.all", "true");

        var failures = failures();

        assertThat(failures.get("equal"))
                .hasMessage(HERE + "expected: <1> but was: <2>")
                .isInstanceOfSatisfying(AssertionFailedError.class, error -> {
                    assertThat(error.getExpected().getValue()).isEqualTo(1);
                    assertThat(error.getActual().getValue()).isEqualTo(2);
                })
                .satisfies(error -> assertThat(error.getStackTrace())
                        .extracting(StackTraceElement::getMethodName)
                        .contains("equal"));
        assertThat(failures.get("described"))
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith(HERE + "Expecting actual:");
        assertThat(failures.get("thrown"))
                .hasMessage(HERE + "java.lang.IllegalStateException: boom")
                .hasCauseInstanceOf(IllegalStateException.class);
        assertThat(failures.get("never")).hasMessage(HERE + "java.lang.IllegalStateException: no rows");
        assertThat(failures.get("aborted")).isInstanceOf(TestAbortedException.class);
    }

    @Test
    void a_failure_is_left_as_it_is_when_there_is_one_stack() {
        System.setProperty("stack.all", "false");

        var failures = failures();

        assertThat(failures.get("equal")).hasMessage("expected: <1> but was: <2>");
        assertThat(failures.get("thrown"))
                .isExactlyInstanceOf(IllegalStateException.class)
                .hasMessage("boom");
    }
}
