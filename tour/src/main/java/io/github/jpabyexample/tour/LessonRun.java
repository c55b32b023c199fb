package io.github.jpabyexample.tour;

import io.github.jpabyexample.course.source.LessonSource.Member;
import io.github.jpabyexample.lesson.observation.Observation;
import io.github.jpabyexample.lesson.observation.Observation.Expectation;
import io.github.jpabyexample.lesson.observation.Observation.Outcome;
import io.github.jpabyexample.lesson.observation.Observation.Table;
import io.github.jpabyexample.testing.Stack;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One run of a lesson: all that a reader may be shown, and nothing of how.
 *
 * @param name what a user calls the lesson
 * @param proves its sentence
 * @param introduction what comes before its claims
 * @param stack on what it ran, or null where it did not come so far
 * @param claims in the order of the source
 * @param breaks why some of its claims could not be tried; empty in a sound lesson
 */
record LessonRun(
        String name,
        String proves,
        Introduction introduction,
        @Nullable Stack stack,
        List<Claim> claims,
        List<String> breaks) {

    /**
     * What comes before the claims of a lesson.
     *
     * @param place for whom it is, and which lessons stand before and after it in the course
     * @param head the problem, when to use what, and what to try, a paragraph each
     * @param mappings the mapped fields of its entities
     * @param tables that its claims used, as the provider made them
     */
    record Introduction(String place, List<String> head, List<String> mappings, List<Table> tables) {}

    /**
     * One claim.
     *
     * @param sentence its states and the claim
     * @param givens how its states come about, from the outside
     * @param source the body of the test method
     * @param helpers what this body and the states use of the rest of the lesson
     * @param outcome whether it held
     * @param reason why it did not hold, or was skipped; else null
     * @param seen what it sent, showed, said and expected, or null where it was not tried
     */
    record Claim(
            String sentence,
            List<Given> givens,
            String source,
            List<Member> helpers,
            Outcome outcome,
            @Nullable String reason,
            Observation.@Nullable Claim seen) {

        /** {@return whether it held, and why it did not} */
        String verdict() {
            String why = Objects.requireNonNullElse(reason, "no reason");
            return switch (outcome) {
                case HELD -> "✔ held";
                case FAILED -> "✘ did not hold: " + why;
                case SKIPPED -> "– skipped: " + why;
            };
        }
    }

    /**
     * How a state comes about before each of its claims.
     *
     * @param state the name of its class, by which a view can tell whether it has shown this one
     * @param source its fields and set-up methods
     */
    record Given(String state, String source) {}

    /** {@return the same run with no claims but those of one method, of which there must be one} */
    LessonRun only(String method) {
        List<Claim> chosen = claims.stream()
                .filter(claim -> claim.seen() != null && claim.seen().method().equals(method))
                .toList();
        List<String> why = chosen.isEmpty() && breaks.isEmpty() ? List.of("it has no claim " + method) : breaks;
        return new LessonRun(name, proves, introduction, stack, chosen, why);
    }

    /** {@return the name of the database, as far as it is known} */
    String database() {
        return stack == null ? "" : stack.database();
    }

    /** {@return what differs between stacks, in words} */
    static String difference(Expectation expected) {
        String values = expected.values().entrySet().stream()
                .map(value -> value.getKey() + " " + value.getValue())
                .collect(Collectors.joining(", "));
        return expected.topic() + ": here " + expected.here() + "; " + values
                + expected.difference().sentences().stream()
                        .map(sentence -> ". " + sentence)
                        .collect(Collectors.joining());
    }

    long count(Outcome outcome) {
        return claims.stream().filter(claim -> claim.outcome() == outcome).count();
    }

    /** {@return what did not hold, a sentence each} */
    Stream<String> failures() {
        return Stream.concat(
                claims.stream()
                        .filter(claim -> claim.outcome() == Outcome.FAILED)
                        .map(Claim::sentence),
                breaks.stream()
                        .map(reason ->
                                "broke off: " + reason.lines().findFirst().orElse("")));
    }
}
