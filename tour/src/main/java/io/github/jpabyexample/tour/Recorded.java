package io.github.jpabyexample.tour;

import io.github.jpabyexample.course.LessonRef;
import io.github.jpabyexample.lesson.observation.Observation;
import io.github.jpabyexample.lesson.observation.Observation.Claim;
import io.github.jpabyexample.lesson.observation.Observation.Sql;
import io.github.jpabyexample.testing.Stack;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What other providers did on the same database when the build last ran their stacks.
 *
 * @param observations the folder in which the build keeps what lessons did
 */
record Recorded(Path observations) {

    /** {@return those in the folder that the build named, or in this one, in which there are none} */
    static Recorded ofBuild() {
        return new Recorded(Path.of(System.getProperty("tour.recorded", ".")));
    }

    /**
     * Finds what others did for a claim.
     *
     * @param lesson the lesson
     * @param here on what it ran now
     * @param claim as it was seen now
     * @return one sentence or more for each other provider, by its name; empty where nothing is recorded
     */
    Map<String, List<String>> elsewhere(LessonRef lesson, Stack here, Claim claim) {
        Map<String, List<String>> found = new TreeMap<>();
        try (DirectoryStream<Path> stacks = Files.newDirectoryStream(observations, "*-" + here.database())) {
            for (Path stack : stacks) {
                String name = stack.getFileName().toString();
                if (!name.equals(here.name())) {
                    read(lesson.observation(observations, name))
                            .ifPresent(observation -> observation.claims().stream()
                                    .filter(claim::isOrRunsIn)
                                    .forEach(each ->
                                            found.put(observation.stack().providerVersion(), sentences(each))));
                }
            }
        } catch (IOException e) {
            // There is no such folder yet.
            return Map.of();
        }
        return found;
    }

    private static Optional<Observation> read(Path file) {
        try {
            return Optional.of(Observation.read(file));
        } catch (IOException e) {
            // Nothing is recorded, or not in the format of this version.
            return Optional.empty();
        }
    }

    private static List<String> sentences(Claim claim) {
        List<String> sentences = new ArrayList<>();
        sentences.add(
                switch (claim.outcome()) {
                    case HELD -> "held; " + statements(claim.sql());
                    case FAILED -> "did not hold: " + claim.reason();
                    case SKIPPED -> "skipped: " + claim.reason();
                });
        claim.expectations().forEach(expected -> sentences.add(expected.topic() + ": " + expected.here()));
        return sentences;
    }

    private static String statements(List<Sql> sql) {
        Map<String, Long> kinds = sql.stream()
                .collect(Collectors.groupingBy(
                        each -> each.kind().toLowerCase(Locale.ROOT), TreeMap::new, Collectors.counting()));
        String counts = kinds.entrySet().stream()
                .map(kind -> kind.getValue() + " × " + kind.getKey())
                .collect(Collectors.joining(", "));
        int batch = sql.stream().map(Sql::batch).max(Comparator.naturalOrder()).orElse(1);
        return "sent " + (counts.isEmpty() ? "nothing" : counts) + (batch > 1 ? ", in batches of up to " + batch : "");
    }
}
