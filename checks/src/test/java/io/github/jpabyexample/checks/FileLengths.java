package io.github.jpabyexample.checks;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The length of what is read in one go. */
final class FileLengths {

    private static final int MAIN = 250;
    private static final int LESSON = 200;

    private FileLengths() {}

    static List<String> violations(Repository repository) {
        Stream<String> main = repository.modules().stream()
                .flatMap(module -> module.mainSources().stream())
                .filter(source -> lines(source) > MAIN)
                .map(source -> tooLong(repository, source, MAIN, "move a responsibility into a class of its own"));
        Stream<String> lessons = LessonClass.of(repository).stream()
                .map(LessonClass::source)
                .filter(source -> lines(source) > LESSON)
                .map(source -> tooLong(repository, source, LESSON, "make two lessons of it"));
        return Stream.concat(main, lessons).toList();
    }

    private static String tooLong(Repository repository, Path source, int limit, String advice) {
        return "%s has %d lines without its imports, and %d are the limit: %s"
                .formatted(repository.shown(source), lines(source), limit, advice);
    }

    // Nobody reads the imports.
    private static long lines(Path source) {
        return Repository.read(source)
                .lines()
                .filter(line -> !line.startsWith("import "))
                .count();
    }
}
