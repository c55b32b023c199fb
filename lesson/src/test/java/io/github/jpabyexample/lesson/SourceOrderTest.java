package io.github.jpabyexample.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.testkit.engine.EngineTestKit;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SourceOrderTest {

    @Test
    void claims_and_states_run_as_they_are_written() {
        assertThat(order(UnsortedLesson.class))
                .containsExactly("z is first", "a is second", "b is third", "m first", "k second", "c third");
    }

    private static List<String> order(Class<?> lesson) {
        return EngineTestKit.engine("junit-jupiter")
                .enableImplicitConfigurationParameters(true)
                .selectors(selectClass(lesson))
                .execute()
                .testEvents()
                .started()
                .map(event -> event.getTestDescriptor())
                .map(TestDescriptor::getDisplayName)
                .toList();
    }
}
