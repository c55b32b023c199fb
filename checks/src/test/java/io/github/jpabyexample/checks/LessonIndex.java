package io.github.jpabyexample.checks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The tables of lessons in the READMEs and the tour's manifest, against the lessons. */
final class LessonIndex {

    static final String MANIFEST = "tour/src/main/resources/io/github/jpabyexample/tour/lessons.txt";

    private LessonIndex() {}

    static List<String> readmes(Repository repository) {
        Map<ModuleFolder, List<LessonClass>> lessons =
                LessonClass.of(repository).stream().collect(Collectors.groupingBy(LessonClass::module));
        List<String> violations = new ArrayList<>();
        for (ModuleFolder module : repository.modules()) {
            violations.addAll(readme(module, lessons.getOrDefault(module, List.of())));
        }
        return violations;
    }

    private static List<String> readme(ModuleFolder module, List<LessonClass> lessons) {
        Path file = module.folder().resolve("README.md");
        List<LessonRow> rows = LessonRow.of(file);
        Map<Path, LessonClass> unlisted =
                lessons.stream().collect(Collectors.toMap(LessonClass::source, Function.identity()));
        List<String> violations = new ArrayList<>();
        for (LessonRow row : rows) {
            String where = module.repository().shown(file) + ":" + row.line();
            LessonClass lesson = unlisted.remove(row.source());
            if (lesson == null) {
                violations.add(where + " links to no lesson, or to one that has a row already: " + row.text());
            } else {
                row.disagreements(lesson).forEach(text -> violations.add(where + " " + text));
            }
        }
        unlisted.values().stream()
                .sorted((one, other) -> one.name().compareTo(other.name()))
                .map(lesson -> "%s has no row for %s: add\n%s\nto a table headed\n%s"
                        .formatted(
                                module.repository().shown(file),
                                lesson.name(),
                                LessonRow.due(lesson),
                                LessonRow.HEADER))
                .forEach(violations::add);
        return violations;
    }

    static List<String> manifest(Repository repository) {
        Path file = repository.root().resolve(MANIFEST);
        if (!Files.exists(file)) {
            return List.of(MANIFEST + " is missing, so the tour knows no lessons: write it");
        }
        Map<String, LessonClass> unlisted =
                LessonClass.of(repository).stream().collect(Collectors.toMap(LessonClass::name, Function.identity()));
        List<String> violations = new ArrayList<>();
        String chapter = "";
        int number = 0;
        for (String line : Repository.read(file).lines().toList()) {
            String where = MANIFEST + ":" + ++number;
            String[] words = line.strip().split("\\s+", 2);
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            if (words[0].equals("chapter") && line.contains("|")) {
                chapter = words[1].split("\\|")[0].strip();
            } else if (words[0].equals("lesson") && words.length == 2) {
                LessonClass lesson = unlisted.remove(words[1]);
                if (lesson == null) {
                    violations.add(where + " names no lesson, or one that is named already: " + words[1]);
                } else if (!lesson.module().name().equals(chapter)) {
                    violations.add("%s puts %s into the chapter '%s': move it to the chapter '%s'"
                            .formatted(where, words[1], chapter, lesson.module().name()));
                }
            } else {
                violations.add(where + " is neither 'chapter <module> | <title>' nor 'lesson <class>': " + line);
            }
        }
        unlisted.values().stream()
                .map(lesson -> "%s does not name %s, so the tour never shows it: add 'lesson %s' to the chapter '%s'"
                        .formatted(
                                MANIFEST,
                                lesson.name(),
                                lesson.name(),
                                lesson.module().name()))
                .sorted()
                .forEach(violations::add);
        return violations;
    }
}
