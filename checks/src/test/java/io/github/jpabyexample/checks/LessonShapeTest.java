package io.github.jpabyexample.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LessonShapeTest {

    private static final String WHOLE = """
            /**
             * Your log shows it.
             *
             * <p>Choose: one.
             *
             * <p>Try: two.
             */
            @Lesson(value = "One.", level = Level.BASIC, terms = "lost update")
            """;

    private final Repository project = Repository.here();

    @TempDir
    Path folder;

    @Test
    void each_lesson_has_a_head() {
        assertThat(LessonShape.incompleteHeads(project)).isEmpty();
    }

    @Test
    void a_head_that_is_incomplete_or_too_long_is_found() {
        assertThat(LessonShape.incompleteHeads(planted(WHOLE, ""))).isEmpty();
        assertThat(LessonShape.incompleteHeads(planted(WHOLE.replace("Choose:", "Chose:"), "")))
                .singleElement()
                .asString()
                .contains("planted.PlantedTest lacks a paragraph 'Choose: …'");
        assertThat(LessonShape.incompleteHeads(
                        planted(WHOLE.replace("Try: two.", "Try: two." + "\n * more".repeat(6)), "")))
                .containsExactly("planted.PlantedTest has 9 lines above it, but may have 8");
    }

    @Test
    void each_lesson_is_found_by_terms() {
        assertThat(LessonShape.withoutTerms(project)).isEmpty();
    }

    @Test
    void a_lesson_without_terms_is_found() {
        assertThat(LessonShape.withoutTerms(planted(WHOLE, ""))).isEmpty();
        assertThat(LessonShape.withoutTerms(planted(WHOLE.replace(", terms = \"lost update\"", ""), "")))
                .singleElement()
                .asString()
                .startsWith("planted.PlantedTest has no terms");
    }

    @Test
    void each_claim_shows_the_call_that_it_is_about() {
        assertThat(LessonShape.claimsThatHideTheirCall(project, Set.of("crud", "relationships", "queries", "async")))
                .isEmpty();
    }

    @Test
    void a_claim_that_hides_its_call_is_found() {
        var body = """
                @Test void hides() { Elsewhere.find(); }
                @Test void calls() { jpa.runInTransaction(em -> {}); }
                @Test void calls_in_a_helper() { helper(); }
                static void helper() { em.persist(1); }
                """;

        assertThat(LessonShape.claimsThatHideTheirCall(planted(WHOLE, body.replace(".find", ".seek")), Set.of("crud")))
                .containsExactly(
                        "planted.PlantedTest#hides shows no call of Jakarta Persistence, nor of the toolkit: call it"
                                + " in the claim, or in a helper of the same file");
    }

    private Repository planted(String head, String body) {
        var source = """
                package planted;
                import io.github.jpabyexample.lesson.*;
                import jakarta.persistence.EntityManager;
                import org.junit.jupiter.api.*;
                %s class PlantedTest {
                    static LessonUnit jpa;
                    static EntityManager em;
                    static class Elsewhere { static void seek() {} }
                    %s
                }
                """;
        return Planted.in(folder).test("crud", source.formatted(head, body)).repository();
    }
}
