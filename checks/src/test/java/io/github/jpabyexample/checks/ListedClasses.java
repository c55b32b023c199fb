package io.github.jpabyexample.checks;

import com.tngtech.archunit.core.domain.JavaClass;
import jakarta.persistence.Converter;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.MappedSuperclass;
import java.lang.annotation.Annotation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The mapped classes against those that a {@code persistence.xml} lists: EclipseLink weaves no others, and an
 * association that is not woven is eager without a word. What is unlisted on purpose stands in {@code
 * META-INF/unlisted-classes.txt} of the tests, with a reason.
 */
final class ListedClasses {

    private static final List<Class<? extends Annotation>> MAPPED =
            List.of(Entity.class, Embeddable.class, MappedSuperclass.class, Converter.class);

    private ListedClasses() {}

    static List<String> violations(Repository repository) {
        Set<String> existing = repository.modules().stream()
                .flatMap(ListedClasses::classes)
                .map(JavaClass::getName)
                .collect(Collectors.toSet());
        List<String> violations = new ArrayList<>();
        for (ModuleFolder module : repository.modules()) {
            Set<String> listed = new HashSet<>();
            for (XmlFile file : persistenceFiles(module)) {
                List<String> names = file.texts("//class");
                listed.addAll(names);
                names.stream()
                        .filter(name -> !existing.contains(name))
                        .map(name ->
                                "%s lists %s, which does not exist: delete the line, or mend the name ($ before a nested class)"
                                        .formatted(repository.shown(file.path()), name))
                        .forEach(violations::add);
            }
            Set<String> onPurpose = unlistedOnPurpose(module, listed, existing, violations);
            classes(module)
                    .filter(type -> MAPPED.stream().anyMatch(type::isAnnotatedWith))
                    .filter(type -> !listed.contains(type.getName()))
                    .filter(type -> !onPurpose.contains(type.getName()))
                    .map(type ->
                            "%s %s is in no persistence.xml of %s, so EclipseLink does not weave it: add <class>%s</class>"
                                    .formatted(
                                            type.getName(),
                                            type.getSourceCodeLocation(),
                                            module.name(),
                                            type.getName()))
                    .forEach(violations::add);
        }
        return violations;
    }

    /** The tour has the units of all modules on one class path, and EclipseLink's agent ends a JVM that sees a name twice. */
    static List<String> unitsOfOneName(Repository repository) {
        Map<String, String> first = new HashMap<>();
        List<String> violations = new ArrayList<>();
        for (ModuleFolder module : repository.modules()) {
            for (XmlFile file : persistenceFiles(module)) {
                for (String unit : file.texts("//persistence-unit/@name")) {
                    String other = first.putIfAbsent(unit, repository.shown(file.path()));
                    if (other != null) {
                        violations.add("%s has a unit '%s', as has %s: give it another name"
                                .formatted(repository.shown(file.path()), unit, other));
                    }
                }
            }
        }
        return violations;
    }

    /** Those of which {@code unlisted-classes.txt} says why; a line is {@code class: reason}. */
    private static Set<String> unlistedOnPurpose(
            ModuleFolder module, Set<String> listed, Set<String> existing, List<String> violations) {
        Path file = module.folder().resolve("src/test/resources/META-INF/unlisted-classes.txt");
        Set<String> names = new HashSet<>();
        if (!Files.exists(file)) {
            return names;
        }
        for (String line : Repository.read(file).lines().toList()) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            String[] parts = line.split(":", 2);
            String name = parts[0].strip();
            String wrong = parts.length < 2 || parts[1].isBlank()
                    ? "gives no reason: write it after a colon"
                    : listed.contains(name)
                            ? "is in a persistence.xml after all: delete the line"
                            : existing.contains(name) ? "" : "does not exist: delete the line, or mend the name";
            if (!wrong.isEmpty()) {
                violations.add(
                        "%s names %s, which %s".formatted(module.repository().shown(file), name, wrong));
            }
            names.add(name);
        }
        return names;
    }

    private static Stream<JavaClass> classes(ModuleFolder module) {
        return Stream.concat(module.main().stream(), module.tests().stream());
    }

    private static List<XmlFile> persistenceFiles(ModuleFolder module) {
        return Stream.of("main", "test")
                .map(part -> module.folder().resolve("src/" + part + "/resources/META-INF/persistence.xml"))
                .filter(Files::exists)
                .map(XmlFile::read)
                .toList();
    }
}
