package io.github.jpabyexample.comparison;

import io.github.jpabyexample.comparison.LearningOrder.Chapter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The program that the build runs after the lessons, when these ran on all stacks.
 *
 * <pre>{@code
 * Comparison.main(new String[] {"<root folder>", "<run>", "true"});    // writes docs/provider-differences.md
 * Comparison.main(new String[] {"<root folder>", "<run>", "false"});   // IllegalStateException:
 *                                                                      // docs/provider-differences.md is stale …
 * }</pre>
 */
public final class Comparison {

    static final String WRITE = "mvn verify -Pall-stacks -Dcomparison.write";
    static final String PAGE = "docs/provider-differences.md";
    static final String FRESH = "comparison/target/provider-differences.md";

    private Comparison() {}

    /**
     * Makes the page, and writes it or compares it with the one that is there.
     *
     * @param args the root folder of the project, the run of the observations to read, and {@code true} to write
     * @throws IOException if a file cannot be read or written
     * @throws IllegalStateException if the page is stale, or if the observations are not those of one complete run in which
     *     all lessons held; the message says what to do
     */
    public static void main(String[] args) throws IOException {
        Path root = Path.of(args[0]).normalize();
        String text = text(root, args[1]);
        if (Boolean.parseBoolean(args[2])) {
            write(root.resolve(PAGE), text);
        } else {
            check(root, text);
        }
    }

    private static String text(Path root, String run) throws IOException {
        Map<Chapter, List<LessonOnAllStacks>> chapters = new LinkedHashMap<>();
        for (Chapter chapter : LearningOrder.in(root).chapters()) {
            chapters.put(
                    chapter,
                    chapter.lessons().stream()
                            .map(lesson -> LessonOnAllStacks.read(root, lesson, run))
                            .toList());
        }
        return Page.of(chapters).text();
    }

    private static void check(Path root, String text) throws IOException {
        Path page = root.resolve(PAGE);
        String present = Files.exists(page) ? Files.readString(page) : "";
        if (!present.equals(text)) {
            write(root.resolve(FRESH), text);
            throw new IllegalStateException(PAGE + " is stale: " + firstDifference(present, text)
                    + "\nRenew it by: " + WRITE
                    + "\nor copy " + FRESH + ", which this build has just made.");
        }
    }

    private static String firstDifference(String present, String text) {
        List<String> old = present.lines().toList();
        List<String> made = text.lines().toList();
        int line = IntStream.range(0, Math.min(old.size(), made.size()))
                .filter(index -> !old.get(index).equals(made.get(index)))
                .findFirst()
                .orElse(Math.min(old.size(), made.size()));
        return "line %d is\n  %s\nbut should be\n  %s"
                .formatted(
                        line + 1,
                        line < old.size() ? old.get(line) : "(no more)",
                        line < made.size() ? made.get(line) : "(no more)");
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
