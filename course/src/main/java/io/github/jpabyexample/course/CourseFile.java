package io.github.jpabyexample.course;

import io.github.jpabyexample.course.LearningPath.Step;
import java.io.InputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** {@code course.yaml} as it is written. */
record CourseFile(List<Module> modules, List<Path> paths) {

    record Module(String module, String title, List<Part> chapters) {}

    record Part(String name, String title, List<String> lessons) {}

    record Path(String name, String title, List<String> steps) {}

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(
                    DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES,
                    DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
                    DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    static Course read(InputStream in) {
        return course(() -> YAML.readValue(in, CourseFile.class));
    }

    static Course parse(String text) {
        return course(() -> YAML.readValue(text, CourseFile.class));
    }

    private interface Reading {
        CourseFile read();
    }

    private static Course course(Reading reading) {
        try {
            return reading.read().course();
        } catch (JacksonException e) {
            throw new IllegalArgumentException(Course.FILE + place(e) + ": " + e.getOriginalMessage(), e);
        }
    }

    // The parser knows the line of what is malformed, the mapper the path to what does not fit.
    private static String place(JacksonException e) {
        String path = e.getPath().stream()
                .map(step -> step.getPropertyName() == null ? "[" + step.getIndex() + "]" : step.getPropertyName())
                .collect(Collectors.joining("."));
        int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
        return (line > 0 ? ", line " + line : "") + (path.isEmpty() ? "" : ", at " + path);
    }

    private Course course() {
        refuseTwice("module", modules.stream().map(Module::module).toList());
        refuseTwice("path", paths.stream().map(Path::name).toList());
        List<CourseModule> taught = modules.stream()
                .map(module -> new CourseModule(module.module(), module.title(), chapters(module)))
                .toList();
        List<LessonRef> lessons =
                taught.stream().flatMap(module -> module.lessons().stream()).toList();
        refuseTwice("lesson", lessons.stream().map(LessonRef::className).toList());
        refuseTwice(
                "short name",
                lessons.stream()
                        .map(LessonRef::shortName)
                        .map(name -> name.toLowerCase(Locale.ROOT))
                        .toList());
        return new Course(
                taught,
                paths.stream()
                        .map(path -> new LearningPath(
                                path.name(),
                                path.title(),
                                path.steps().stream()
                                        .map(step -> step(path, step, lessons))
                                        .toList()))
                        .toList());
    }

    private static List<Chapter> chapters(Module module) {
        refuseTwice(
                "chapter of " + module.module(),
                module.chapters().stream().map(Part::name).toList());
        return module.chapters().stream()
                .map(part -> new Chapter(
                        part.name(),
                        part.title(),
                        part.lessons().stream()
                                .map(lesson -> LessonRef.in(module.module(), lesson))
                                .toList()))
                .toList();
    }

    private static Step step(Path path, String step, List<LessonRef> lessons) {
        String[] parts = step.split("#", 2);
        LessonRef found = lessons.stream()
                .filter(lesson -> lesson.className().equals(LessonRef.PACKAGE + parts[0]))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(Course.FILE + ": the path '" + path.name()
                        + "' has the step '" + step + "', but no module has the lesson '" + parts[0] + "'"));
        return new Step(found, Optional.of(parts).filter(all -> all.length > 1).map(all -> all[1]));
    }

    private static void refuseTwice(String what, List<String> names) {
        Set<String> seen = new HashSet<>();
        names.stream().filter(name -> !seen.add(name)).findFirst().ifPresent(twice -> {
            throw new IllegalArgumentException(Course.FILE + ": the " + what + " '" + twice + "' stands there twice");
        });
    }
}
