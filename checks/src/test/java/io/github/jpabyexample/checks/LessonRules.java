package io.github.jpabyexample.checks;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.properties.CanBeAnnotated;
import io.github.jpabyexample.lesson.Lesson;
import io.github.jpabyexample.lesson.LessonUnit;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Disabled;
import org.junit.platform.commons.annotation.Testable;

/** What makes a test a lesson. Each rule lists what breaks it. */
final class LessonRules {

    private static final Pattern PROVIDER = Pattern.compile(Provider.known().stream()
            .map(provider -> Pattern.quote(provider.packages()))
            .collect(Collectors.joining("|", "\\b(", ")\\.")));

    private LessonRules() {}

    static List<String> claimsWithoutAssertion(Repository repository) {
        return LessonClass.of(repository).stream()
                .flatMap(lesson -> lesson.classes().stream()
                        .flatMap(part -> part.getMethods().stream())
                        .filter(method -> method.isMetaAnnotatedWith(Testable.class))
                        .filter(method -> !asserts(method, lesson)))
                .map(method -> at(method) + " asserts nothing, so it cannot fail: assert what its name claims")
                .toList();
    }

    /** Follows the calls within the lesson; ArchUnit counts those in a lambda as made where it is written. */
    private static boolean asserts(JavaMethod claim, LessonClass lesson) {
        Deque<JavaCodeUnit> open = new ArrayDeque<>(List.of(claim));
        Set<JavaCodeUnit> seen = new HashSet<>(open);
        while (!open.isEmpty()) {
            for (JavaAccess<?> access : open.pop().getAccessesFromSelf()) {
                if (isAssertion(access.getTarget())) {
                    return true;
                }
                if (access.getTarget() instanceof CodeUnitAccessTarget called && lesson.owns(access.getTargetOwner())) {
                    called.resolveMember().filter(seen::add).ifPresent(open::push);
                }
            }
        }
        return false;
    }

    /** By assertThat alone, or by catchThrowable, nothing is asserted yet. */
    private static boolean isAssertion(AccessTarget target) {
        JavaClass owner = target.getOwner();
        if (owner.getSimpleName().endsWith("Assert")) {
            return !Set.of("as", "describedAs").contains(target.getName());
        }
        return owner.getName().equals(Assertions.class.getName())
                || (owner.getPackageName().startsWith("org.assertj.core.api")
                        && (target.getName().equals("assertThatThrownBy")
                                || target.getName().equals("fail")));
    }

    static List<String> disabled(Repository repository) {
        return LessonClass.of(repository).stream()
                .flatMap(lesson -> lesson.classes().stream())
                .flatMap(part -> Stream.concat(
                        isDisabled(part) ? Stream.of(at(part)) : Stream.empty(),
                        part.getMethods().stream()
                                .filter(LessonRules::isDisabled)
                                .map(LessonRules::at)))
                .map(where -> where + " is @Disabled, so it teaches what nobody has seen run:"
                        + " mend it, delete it, or give @OnlyOn with its reason")
                .toList();
    }

    private static boolean isDisabled(CanBeAnnotated element) {
        return element.isAnnotatedWith(Disabled.class);
    }

    static List<String> testsThatShouldTeach(Repository repository) {
        return repository.conceptModules().stream()
                .flatMap(module -> module.tests().stream()
                        .filter(type ->
                                type.isTopLevelClass() && type.getSimpleName().endsWith("Test"))
                        .filter(type -> !type.isAnnotatedWith(Lesson.class))
                        .filter(type -> !type.getPackageName().endsWith(".toolkit"))
                        .filter(type -> usesTheFixture(new LessonClass(module, type))))
                .map(type -> at(type)
                        + " opens a LessonUnit and is no lesson, so no reader finds it: annotate it with @Lesson, or"
                        + " move it to the package 'toolkit', if it is a test of our own API")
                .toList();
    }

    private static boolean usesTheFixture(LessonClass test) {
        return test.classes().stream()
                .flatMap(part -> part.getDirectDependenciesFromSelf().stream())
                .anyMatch(dependency -> dependency.getTargetClass().getName().equals(LessonUnit.class.getName()));
    }

    /** A lesson is loaded with the other provider too, to say why it is skipped there. */
    static List<String> boundToAProvider(Repository repository) {
        return LessonClass.of(repository).stream()
                .flatMap(lesson -> lesson.classes().stream()
                        .filter(LessonRules::usesAProvider)
                        .flatMap(part -> signatures(lesson.module(), part)
                                .filter(PROVIDER.asPredicate())
                                .map(signature -> at(part) + " cannot be loaded where its provider is not, for '"
                                        + signature + "': name a provider's class inside of methods alone, and let no"
                                        + " lambda take one or use one from outside")))
                .toList();
    }

    private static boolean usesAProvider(JavaClass part) {
        return part.getDirectDependenciesFromSelf().stream()
                .anyMatch(dependency ->
                        PROVIDER.matcher(dependency.getTargetClass().getName()).find());
    }

    /** With those of the methods that the compiler makes of lambdas. */
    private static Stream<String> signatures(ModuleFolder module, JavaClass part) {
        var listed = new StringWriter();
        ToolProvider.findFirst("javap")
                .orElseThrow()
                .run(
                        new PrintWriter(listed),
                        new PrintWriter(listed),
                        "-p",
                        "-cp",
                        module.testClasses().toString(),
                        part.getName());
        return listed.toString().lines().map(String::strip);
    }

    private static String at(JavaMethod method) {
        return method.getFullName() + " " + method.getSourceCodeLocation();
    }

    private static String at(JavaClass type) {
        return type.getName() + " " + type.getSourceCodeLocation();
    }
}
