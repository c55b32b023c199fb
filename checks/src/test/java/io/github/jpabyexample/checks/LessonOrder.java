package io.github.jpabyexample.checks;

import io.github.jpabyexample.course.Course;
import io.github.jpabyexample.course.LessonRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The course against the lessons that are there. */
final class LessonOrder {

    private LessonOrder() {}

    static List<String> violations(Repository repository, Course course) {
        Map<String, LessonClass> unlisted =
                LessonClass.of(repository).stream().collect(Collectors.toMap(LessonClass::name, Function.identity()));
        List<String> violations = new ArrayList<>();
        for (LessonRef lesson : course.lessons()) {
            LessonClass found = unlisted.remove(lesson.className());
            if (found == null) {
                violations.add("%s names %s, which is no lesson of any module: mend the name, or delete the line"
                        .formatted(Course.FILE, lesson.className()));
            } else if (!found.module().name().equals(lesson.module())) {
                violations.add("%s puts %s into the module '%s', but it stands in '%s': move one of them"
                        .formatted(
                                Course.FILE,
                                lesson.className(),
                                lesson.module(),
                                found.module().name()));
            }
        }
        unlisted.values().stream()
                .map(lesson -> "%s does not name %s, so no reader finds it: add it to a chapter of the module '%s'"
                        .formatted(Course.FILE, lesson.name(), lesson.module().name()))
                .sorted()
                .forEach(violations::add);
        return violations;
    }
}
