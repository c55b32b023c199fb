package io.github.jpabyexample.checks;

import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

import com.tngtech.archunit.core.domain.JavaClasses;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** How all code is written. Each rule lists what breaks it. */
final class HouseStyle {

    // A class named Manager alone is one of a domain, and a nested class of a lesson is a sentence with underscores.
    private static final Pattern EMPTY_NAME =
            Pattern.compile("[A-Za-z0-9]*(Util|Utils|Helper|Helpers)|[A-Za-z0-9]+Managers?|Abstract[A-Za-z0-9]*Tests?");

    private HouseStyle() {}

    static List<String> packagesNotNullMarked(Repository repository) {
        return repository.modules().stream()
                .flatMap(module -> module.mainSources().stream())
                .map(Path::getParent)
                .distinct()
                .filter(folder -> !isNullMarked(folder.resolve("package-info.java")))
                .map(folder -> repository.shown(folder)
                        + " is not null-marked, so NullAway passes it over: put @NullMarked on its package-info.java")
                .toList();
    }

    private static boolean isNullMarked(Path packageInfo) {
        return Files.exists(packageInfo)
                && JavaSource.parse(Repository.read(packageInfo))
                        .getPackageDeclaration()
                        .filter(declaration -> declaration.isAnnotationPresent("NullMarked"))
                        .isPresent();
    }

    static List<String> emptyNames(Repository repository) {
        return repository.modules().stream()
                .flatMap(module -> Stream.of(module.main(), module.tests()))
                .flatMap(JavaClasses::stream)
                .filter(type -> EMPTY_NAME.matcher(type.getSimpleName()).matches())
                .map(type -> type.getName() + " " + type.getSourceCodeLocation()
                        + " says how it is used and not what it is: name it for what it stands for")
                .toList();
    }

    static List<String> prints(Repository repository) {
        return repository.modules().stream()
                .filter(module -> !module.name().equals("tour"))
                .flatMap(module -> Stream.of(module.main(), module.tests()))
                .flatMap(classes -> Architecture.broken(
                        NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS,
                        classes,
                        "only the tour prints: assert it, show it with LessonUnit.show, or log it"))
                .toList();
    }
}
