package io.github.jpabyexample.comparison;

import static io.github.jpabyexample.comparison.PlantedRun.ECLIPSELINK_H2;
import static io.github.jpabyexample.comparison.PlantedRun.HIBERNATE_H2;
import static io.github.jpabyexample.comparison.PlantedRun.STACKS;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.jpabyexample.testing.Stack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Observations with one fault: none of them becomes a page, and each error says what to do. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class UnfitRunTest {

    private static final String RUN_ALL = ". Run all lessons on all stacks in one build: mvn verify -Pall-stacks";

    @TempDir
    Path root;

    PlantedRun run;

    @BeforeEach
    void all_lessons_ran_on_all_stacks() throws IOException {
        run = new PlantedRun(root);
    }

    @Test
    void a_stack_is_missing() throws IOException {
        Files.delete(run.observation(ECLIPSELINK_H2));

        refused("CupTest left no observation on eclipselink-h2" + RUN_ALL);
    }

    @Test
    void one_stack_stands_in_the_place_of_another() throws IOException {
        Files.copy(run.observation(HIBERNATE_H2), run.observation(ECLIPSELINK_H2), REPLACE_EXISTING);

        refused("CupTest left no observation on eclipselink-h2, but one of hibernate-h2 in its place" + RUN_ALL);
    }

    @Test
    void a_stack_is_of_another_run() throws IOException {
        run.change(ECLIPSELINK_H2, "today", "yesterday");

        refused("CupTest on eclipselink-h2 is of another run than this build, yesterday instead of today" + RUN_ALL);
    }

    @Test
    void all_stacks_are_of_another_run() throws IOException {
        for (Stack stack : STACKS) {
            run.change(stack, "today", "yesterday");
        }

        refused("CupTest on hibernate-h2 is of another run than this build, yesterday instead of today" + RUN_ALL);
    }

    @Test
    void a_claim_did_not_hold() throws IOException {
        run.change(ECLIPSELINK_H2, "HELD", "FAILED")
                .change(ECLIPSELINK_H2, "\"reason\" : null", "\"reason\" : \"cold\"");

        refused("CupTest on eclipselink-h2 did not hold, in 'keeps tea': cold" + RUN_ALL);
    }

    @Test
    void the_format_is_unknown() throws IOException {
        run.change(ECLIPSELINK_H2, "\"format\" : 3", "\"format\" : 1");

        refused(run.observation(ECLIPSELINK_H2)
                + " has format 1, but this version reads format 3: run the lessons again" + RUN_ALL);
    }

    @Test
    void a_file_is_cut_off() throws IOException {
        Files.writeString(run.observation(ECLIPSELINK_H2), "{ \"format\" : 3, ");

        assertThatIllegalStateException()
                .isThrownBy(run::writePage)
                .withMessageStartingWith(run.observation(ECLIPSELINK_H2) + " holds no observation: ")
                .withMessageEndingWith(RUN_ALL);
    }

    @Test
    void another_value_held_than_was_stated() throws IOException {
        run.change(ECLIPSELINK_H2, "\"here\" : \"false\"", "\"here\" : \"true\"");

        refused("CupTest on eclipselink-h2 states {eclipselink=true, eclipselink-h2=false, hibernate=true} for"
                + " 'tea stays hot', but says that true held" + RUN_ALL);
    }

    @Test
    void a_topic_has_other_values_on_another_stack() throws IOException {
        run.change(ECLIPSELINK_H2, "\"hibernate\" : \"1\"", "\"hibernate\" : \"2\"");

        refused("CupTest states {eclipselink=2 | 3, hibernate=1} for 'Cup.pieces' on hibernate-h2, but"
                + " {eclipselink=2 | 3, hibernate=2} on eclipselink-h2: give all values on every stack,"
                + " and each comparison a topic, a kind and advice of its own");
    }

    @Test
    void a_topic_stands_for_two_comparisons() throws IOException {
        for (Stack stack : STACKS) {
            run.change(stack, "Cup.pieces", "tea stays hot");
        }

        refused("CupTest states {eclipselink=true, eclipselink-h2=false, hibernate=true} for 'tea stays hot' on"
                + " hibernate-h2, but {eclipselink=2 | 3, hibernate=1} on hibernate-h2: give all values on every stack,"
                + " and each comparison a topic, a kind and advice of its own");
    }

    @Test
    void a_topic_is_not_on_every_stack() throws IOException {
        run.change(ECLIPSELINK_H2, "Cup.pieces", "Cup.shards");

        refused(
                "CupTest compares 'Cup.pieces' on hibernate-h2, but not on eclipselink-h2: call expect(…) on every stack");
    }

    private void refused(String message) {
        assertThatIllegalStateException().isThrownBy(run::writePage).withMessage(message);
        assertThat(run.page()).doesNotExist();
    }
}
