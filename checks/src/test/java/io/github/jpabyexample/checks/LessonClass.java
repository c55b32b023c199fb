package io.github.jpabyexample.checks;

import com.tngtech.archunit.core.domain.JavaClass;
import io.github.jpabyexample.course.LessonRef;
import io.github.jpabyexample.lesson.Lesson;
import java.nio.file.Path;
import java.util.List;

/** A top-level test class that teaches, with its nested classes. */
record LessonClass(ModuleFolder module, JavaClass type) {

    static List<LessonClass> of(Repository repository) {
        return repository.modules().stream()
                .filter(ModuleFolder::isTaught)
                .flatMap(module -> module.tests().stream()
                        .filter(type -> type.isTopLevelClass() && type.isAnnotatedWith(Lesson.class))
                        .map(type -> new LessonClass(module, type)))
                .sorted((one, other) -> one.name().compareTo(other.name()))
                .toList();
    }

    String name() {
        return type.getName();
    }

    Path source() {
        return module.folder().resolve(new LessonRef(module.name(), name()).source());
    }

    List<JavaClass> classes() {
        return module.tests().stream().filter(this::owns).toList();
    }

    boolean owns(JavaClass other) {
        return other.getName().equals(name()) || other.getName().startsWith(name() + "$");
    }
}
