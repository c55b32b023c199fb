package io.github.jpabyexample.tour;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The chapters and their lessons in learning order, as {@code lessons.txt} has them.
 *
 * <pre>{@code
 * # a comment
 * chapter models | My first classes in the database
 * lesson io.github.jpabyexample.models.FirstEntityTest
 *
 * chapter models | Again                 // IllegalArgumentException: line 5: chapter 'models' is there already
 * }</pre>
 *
 * @param chapters in learning order
 */
public record Manifest(List<Chapter> chapters) {

    private static final String RESOURCE = "lessons.txt";

    /** Copies the list, so that the record stays as it is. */
    public Manifest {
        chapters = List.copyOf(chapters);
    }

    /**
     * A chapter.
     *
     * @param name the name of its module, e.g. {@code models}
     * @param title for readers
     * @param lessons the class names of its lessons, in learning order; none where it has still to be written
     */
    public record Chapter(String name, String title, List<String> lessons) {

        /** Copies the list, so that the record stays as it is. */
        public Chapter {
            lessons = List.copyOf(lessons);
        }
    }

    /**
     * Reads the manifest of the tour.
     *
     * @return the chapters and lessons; whether the lessons exist isn't looked at
     * @throws IllegalArgumentException if a line cannot be read, with its number
     */
    public static Manifest onClassPath() {
        try (var in = Manifest.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("The tour has no " + RESOURCE + " on its class path");
            }
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + RESOURCE, e);
        }
    }

    static Manifest parse(String text) {
        List<Chapter> chapters = new ArrayList<>();
        Set<String> known = new HashSet<>();
        int number = 0;
        for (String line : text.lines().map(String::strip).toList()) {
            number++;
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            String[] words = line.split("\\s+", 2);
            String rest = words.length > 1 ? words[1] : "";
            if (!known.add(line.split("\\|", 2)[0].strip())) {
                throw refused(number, line.split("\\|", 2)[0].strip() + " is there already");
            }
            if (words[0].equals("chapter")) {
                chapters.add(chapter(number, rest));
            } else if (words[0].equals("lesson") && !rest.isEmpty()) {
                if (chapters.isEmpty()) {
                    throw refused(number, "a lesson stands before the first chapter");
                }
                Chapter last = chapters.remove(chapters.size() - 1);
                List<String> lessons = new ArrayList<>(last.lessons());
                lessons.add(rest);
                chapters.add(new Chapter(last.name(), last.title(), lessons));
            } else {
                throw refused(number, "'" + line + "' is neither 'chapter <name> | <title>' nor 'lesson <class>'");
            }
        }
        return new Manifest(chapters);
    }

    private static Chapter chapter(int number, String rest) {
        String[] parts = rest.split("\\|", 2);
        if (parts.length < 2 || parts[0].isBlank() || parts[1].isBlank()) {
            throw refused(number, "a chapter is written 'chapter <name> | <title>'");
        }
        return new Chapter(parts[0].strip(), parts[1].strip(), List.of());
    }

    private static IllegalArgumentException refused(int number, String why) {
        return new IllegalArgumentException(RESOURCE + ", line " + number + ": " + why);
    }
}
