package io.github.jpabyexample.tour;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The shortest way through all chapters, as {@code story.txt} has it: some lessons, and of each the one claim that
 * matters most.
 *
 * @param steps in this order
 */
record Story(List<Step> steps) {

    private static final String RESOURCE = "story.txt";

    /** One claim: the class of its lesson, and its method. */
    record Step(String lesson, String method) {}

    static Story onClassPath() {
        try (var in = Story.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("The tour has no " + RESOURCE + " on its class path");
            }
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + RESOURCE, e);
        }
    }

    static Story parse(String text) {
        return new Story(text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .map(Story::step)
                .toList());
    }

    private static Step step(String line) {
        String[] parts = line.split("#", 2);
        if (parts.length != 2) {
            throw new IllegalArgumentException(RESOURCE + ": '" + line + "' is not '<class>#<method>'");
        }
        return new Step(parts[0], parts[1]);
    }
}
