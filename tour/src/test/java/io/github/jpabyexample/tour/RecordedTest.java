package io.github.jpabyexample.tour;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jpabyexample.course.LessonRef;
import io.github.jpabyexample.lesson.observation.Difference;
import io.github.jpabyexample.lesson.observation.Observation;
import io.github.jpabyexample.lesson.observation.Observation.Claim;
import io.github.jpabyexample.lesson.observation.Observation.Expectation;
import io.github.jpabyexample.lesson.observation.Observation.Outcome;
import io.github.jpabyexample.lesson.observation.Observation.Sql;
import io.github.jpabyexample.testing.Stack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RecordedTest {

    private static final Stack HERE = new Stack("one", "h2", "One 1", "H2", "17", false);
    private static final Stack THERE = new Stack("two", "h2", "Two 2", "H2", "17", false);
    private static final Stack ON_ANOTHER_DATABASE = new Stack("two", "postgresql", "Two 2", "PostgreSQL", "17", false);
    private static final LessonRef LESSON = new LessonRef("crud", "a.LessonTest");
    private static final Claim CLAIM = claim("holds", List.of(), List.of());

    @TempDir
    Path folder;

    @Test
    void tells_the_statements_by_kind_and_the_differences_of_other_providers_on_the_same_database() throws IOException {
        record(HERE, CLAIM);
        record(ON_ANOTHER_DATABASE, CLAIM);
        record(
                THERE,
                claim("other", List.of(), List.of()),
                claim(
                        "holds",
                        List.of(sql("SELECT", 1), sql("INSERT", 50), sql("SELECT", 1)),
                        List.of(new Expectation(Difference.cost("selects"), Map.of("one", "1", "two", "2"), "2"))));

        assertThat(new Recorded(folder).elsewhere(LESSON, HERE, CLAIM))
                .isEqualTo(Map.of(
                        "Two 2", List.of("held; sent 1 × insert, 2 × select, in batches of up to 50", "selects: 2")));
    }

    @Test
    void tells_nothing_where_nothing_or_something_unreadable_is_recorded() throws IOException {
        var recorded = new Recorded(folder);
        assertThat(recorded.elsewhere(LESSON, HERE, CLAIM)).isEmpty();

        record(THERE, CLAIM);
        Files.writeString(Observation.fileIn(folder, THERE.name(), "a.LessonTest"), "{");
        assertThat(recorded.elsewhere(LESSON, HERE, CLAIM)).isEmpty();
    }

    @Test
    void tells_what_one_provider_did_though_that_of_another_is_unreadable() throws IOException {
        var broken = new Stack("three", "h2", "Three 3", "H2", "17", false);
        record(THERE, CLAIM);
        record(broken, CLAIM);
        Files.writeString(Observation.fileIn(folder, broken.name(), "a.LessonTest"), "{");

        assertThat(new Recorded(folder).elsewhere(LESSON, HERE, CLAIM)).containsOnlyKeys("Two 2");
    }

    @Test
    void tells_of_one_run_of_a_method_that_the_method_was_skipped_as_a_whole() throws IOException {
        record(THERE, claim("[test-template:holds(int)]", "holds", Outcome.SKIPPED, "only on one: so it is"));

        String run = "[test-template:holds(int)]/[test-template-invocation:#1]";
        assertThat(new Recorded(folder).elsewhere(LESSON, HERE, claim(run, "holds [1]", Outcome.HELD, null)))
                .isEqualTo(Map.of("Two 2", List.of("skipped: only on one: so it is")));
    }

    private void record(Stack stack, Claim... claims) throws IOException {
        new Observation(Observation.FORMAT, "run", "a.LessonTest", "All is well.", stack, List.of(), List.of(claims))
                .writeTo(folder);
    }

    private static Claim claim(String method, List<Sql> sql, List<Expectation> expectations) {
        return new Claim(
                "[method:" + method + "()]",
                method,
                List.of("A state"),
                method,
                Outcome.HELD,
                null,
                1,
                sql,
                List.of(),
                List.of(),
                expectations);
    }

    private static Claim claim(String id, String sentence, Outcome outcome, @Nullable String reason) {
        return new Claim(
                id,
                "holds",
                List.of("A state"),
                sentence,
                outcome,
                reason,
                1,
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    private static Sql sql(String kind, int batch) {
        return new Sql("", kind, List.of(), batch, 1, 1, null);
    }
}
