package io.github.jpabyexample.course.pages;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A page that is made, not written by hand, and checked in.
 *
 * <pre>{@code
 * var page = new MadePage(root, "docs/index.md", text);
 * page.staleness();   // Optional[docs/index.md is stale: line 7 is …]
 * page.write();
 * page.staleness();   // Optional.empty
 * }</pre>
 *
 * @param root the folder of the project
 * @param name of the file, from there on
 * @param text what should be in it
 */
public record MadePage(Path root, String name, String text) {

    /**
     * Writes it.
     *
     * @throws IOException if the file cannot be written
     */
    public void write() throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    /**
     * Compares it with the file that is there; the way in which its lines end does not count.
     *
     * @return the first difference, in words; none where the file is as it should be
     * @throws IOException if the file is there and cannot be read
     */
    public Optional<String> staleness() throws IOException {
        Path file = root.resolve(name);
        List<String> old = Files.exists(file) ? Files.readString(file).lines().toList() : List.of();
        List<String> made = text.lines().toList();
        if (old.equals(made)) {
            return Optional.empty();
        }
        int line = IntStream.range(0, Math.min(old.size(), made.size()))
                .filter(index -> !old.get(index).equals(made.get(index)))
                .findFirst()
                .orElse(Math.min(old.size(), made.size()));
        return Optional.of("%s is stale: line %d is\n  %s\nbut should be\n  %s"
                .formatted(name, line + 1, lineOf(old, line), lineOf(made, line)));
    }

    private static String lineOf(List<String> lines, int index) {
        return index < lines.size() ? lines.get(index) : "(no more)";
    }
}
