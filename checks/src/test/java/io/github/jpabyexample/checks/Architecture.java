package io.github.jpabyexample.checks;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.github.javaparser.ast.expr.LiteralStringValueExpr;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which code may know of which. Each rule lists what breaks it. */
final class Architecture {

    private static final int PUBLIC_TYPES = 6;
    private static final List<Provider> PROVIDERS = Provider.known();
    private static final Pattern PROVIDER_NAME =
            Pattern.compile(PROVIDERS.stream().map(Provider::name).collect(Collectors.joining("|", "\\b(", ")\\.\\w")));

    private Architecture() {}

    static List<String> providerClasses(Repository repository) {
        ArchRule plain = noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(PROVIDERS.stream()
                        .map(provider -> provider.packages() + "..")
                        .toArray(String[]::new));
        return outsideProviders(repository)
                .flatMap(module -> Stream.concat(
                        broken(
                                plain,
                                module.main(),
                                "only providers/ may name a provider: say it in plain jakarta.persistence"),
                        PROVIDERS.stream().flatMap(provider -> outsideChapter(provider, module))))
                .toList();
    }

    private static Stream<String> outsideChapter(Provider provider, ModuleFolder module) {
        ArchRule rule = noClasses()
                .that()
                .resideOutsideOfPackage("io.github.jpabyexample.*." + provider.name())
                .should()
                .dependOnClassesThat()
                .resideInAPackage(provider.packages() + "..");
        return broken(
                rule,
                module.tests(),
                "only lessons in a package '" + provider.name()
                        + "' may: say it in plain jakarta.persistence, or move it there");
    }

    static List<String> providerNames(Repository repository) {
        return outsideProviders(repository)
                .flatMap(module -> module.mainSources().stream())
                .flatMap(source -> providerNames(source)
                        .map(literal -> "%s:%d names a provider in %s: make it a key in each provider.properties"
                                .formatted(
                                        repository.shown(source),
                                        literal.getBegin().orElseThrow().line,
                                        literal)))
                .toList();
    }

    private static Stream<LiteralStringValueExpr> providerNames(Path source) {
        return JavaSource.parse(Repository.read(source)).findAll(LiteralStringValueExpr.class).stream()
                .filter(literal -> PROVIDER_NAME.matcher(literal.getValue()).find());
    }

    static List<String> entitiesAndFixture(Repository repository) {
        ArchRule rule = noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.github.jpabyexample.models..",
                        "io.github.jpabyexample.testing..",
                        "io.github.jpabyexample.lesson..");
        return repository.conceptModules().stream()
                .flatMap(module -> broken(
                        rule,
                        module.main(),
                        "who imports " + module.name()
                                + " gets neither our entities nor our fixture: take the entity's class as a parameter"))
                .toList();
    }

    static List<String> publicTypes(Repository repository) {
        return repository.conceptModules().stream()
                .filter(module -> publicTypesOf(module).size() > PUBLIC_TYPES)
                .map(module -> "%s has %d public types, and %d are the limit: make some package-private of %s"
                        .formatted(
                                module.name(),
                                publicTypesOf(module).size(),
                                PUBLIC_TYPES,
                                String.join(", ", publicTypesOf(module))))
                .toList();
    }

    private static List<String> publicTypesOf(ModuleFolder module) {
        return module.main().stream()
                .filter(type -> type.isTopLevelClass() && type.getModifiers().contains(JavaModifier.PUBLIC))
                .filter(type -> !type.isAssignableTo(Throwable.class))
                .map(JavaClass::getSimpleName)
                .sorted()
                .toList();
    }

    private static Stream<ModuleFolder> outsideProviders(Repository repository) {
        return repository.modules().stream().filter(module -> !module.mayNameProviders());
    }

    static Stream<String> broken(ArchRule rule, JavaClasses classes, String advice) {
        return rule.allowEmptyShould(true).evaluate(classes).getFailureReport().getDetails().stream()
                .map(detail -> detail + ": " + advice);
    }
}
