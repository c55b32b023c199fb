package io.github.jpabyexample.lesson.observation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** The titles of the sections of Jakarta Persistence 3.2: unlike their numbers, they stay from version to version. */
final class Sections {

    static final String FILE = "sections.txt";

    static final Set<String> TITLES = read();

    private Sections() {}

    private static Set<String> read() {
        try (var in = Objects.requireNonNull(Sections.class.getResourceAsStream(FILE), FILE);
                var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines().collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + FILE, e);
        }
    }
}
