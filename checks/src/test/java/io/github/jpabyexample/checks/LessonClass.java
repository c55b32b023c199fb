package io.github.jpabyexample.checks;

import com.tngtech.archunit.core.domain.JavaClass;
import io.github.jpabyexample.lesson.Lesson;
import io.github.jpabyexample.lesson.LessonUnit;
import io.github.jpabyexample.lesson.OnlyOn;
import io.github.jpabyexample.testing.JpaFixture;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** A top-level test class that teaches, with its nested classes. */
record LessonClass(ModuleFolder module, JavaClass type) {

    private static final Set<String> FIXTURES = Set.of(JpaFixture.class.getName(), LessonUnit.class.getName());

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

    /** The sentence that it proves. */
    String proves() {
        return type.getAnnotationOfType(Lesson.class).value();
    }

    Path source() {
        return module.folder().resolve("src/test/java/" + name().replace('.', '/') + ".java");
    }

    List<JavaClass> classes() {
        return module.tests().stream().filter(this::owns).toList();
    }

    boolean owns(JavaClass other) {
        return other.getName().equals(name()) || other.getName().startsWith(name() + "$");
    }

    /** The providers or databases on which alone it runs; empty where it runs on all. */
    List<String> only() {
        return type.isAnnotatedWith(OnlyOn.class)
                ? List.of(type.getAnnotationOfType(OnlyOn.class).value())
                : List.of();
    }

    /** Whether it expects something else of another stack. */
    boolean differs() {
        return classes().stream()
                .flatMap(part -> part.getMethodCallsFromSelf().stream())
                .anyMatch(call -> call.getName().equals("expect")
                        && FIXTURES.contains(call.getTargetOwner().getName()));
    }
}
