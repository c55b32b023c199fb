package io.github.jpabyexample.checks;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The POMs against each other. Each rule lists what breaks it. */
final class Poms {

    private static final List<String> OF_MAVEN = Stream.of(
                    "clean", "resources", "compiler", "surefire", "jar", "install", "deploy", "site")
            .map("org.apache.maven.plugins:maven-%s-plugin"::formatted)
            .toList();
    private static final String OURS = "${project.version}";

    private Poms() {}

    static List<String> bom(Repository repository) {
        Set<String> published = repository.modules().stream()
                .map(ModuleFolder::pom)
                .filter(Poms::isPublishedJar)
                .map(pom -> pom.text("/project/artifactId"))
                .collect(Collectors.toSet());
        var bom = new ModuleFolder(repository, "bom").pom();
        List<String> listed = bom.texts("/project/dependencyManagement/dependencies/dependency/artifactId");
        List<String> violations = new ArrayList<>();
        published.stream()
                .filter(artifact -> !listed.contains(artifact))
                .map(artifact -> "bom/pom.xml does not list " + artifact
                        + ", which is published: add it, or skip maven-deploy-plugin in its POM")
                .forEach(violations::add);
        listed.stream()
                .filter(artifact -> !published.contains(artifact))
                .map(artifact -> "bom/pom.xml lists " + artifact + ", which is not published: delete it")
                .forEach(violations::add);
        return violations;
    }

    static boolean isPublishedJar(XmlFile pom) {
        return !pom.text("/project/packaging").equals("pom") && !isKept(pom);
    }

    /** Whether a module is never published. */
    static boolean isKept(XmlFile pom) {
        return pom.text("//plugin[artifactId='maven-deploy-plugin']/configuration/skip")
                .equals("true");
    }

    static List<String> versions(Repository repository) {
        String version = version(repository);
        return poms(repository)
                .flatMap(pom -> pom.texts("/project/parent/version | /project/version").stream()
                        .filter(other -> !other.equals(version))
                        .map(other -> "%s says version %s, but the bill of materials says %s: make them equal"
                                .formatted(repository.shown(pom.path()), other, version)))
                .toList();
    }

    /** As the bill of materials has it, which has no parent to take it from. */
    static String version(Repository repository) {
        return new ModuleFolder(repository, "bom").pom().text("/project/version");
    }

    static List<String> unpinnedPlugins(Repository repository) {
        Set<String> pinned = new HashSet<>();
        poms(repository)
                .flatMap(pom -> pom.parts("/project/build/pluginManagement//plugin[version]").stream())
                .forEach(plugin -> pinned.add(pluginName(plugin)));
        Stream<String> ofMaven = OF_MAVEN.stream()
                .filter(Predicate.not(pinned::contains))
                .map(plugin -> "build/pom.xml takes %s as Maven's own version has it: pin it in <pluginManagement>"
                        .formatted(plugin));
        Stream<String> declared = poms(repository)
                .flatMap(pom -> pom.parts("//plugin[not(version)]").stream())
                .filter(plugin -> !pinned.contains(pluginName(plugin)))
                .map(plugin -> "%s uses %s without a version: pin it in <pluginManagement> of build/pom.xml"
                        .formatted(repository.shown(plugin.path()), pluginName(plugin)));
        return Stream.concat(ofMaven, declared).toList();
    }

    private static String pluginName(XmlFile plugin) {
        String group = plugin.text("groupId");
        return (group.isEmpty() ? "org.apache.maven.plugins" : group) + ":" + plugin.text("artifactId");
    }

    static List<String> scatteredVersions(Repository repository) {
        return repository.modules().stream()
                .filter(module -> !module.name().equals("build"))
                .map(ModuleFolder::pom)
                .flatMap(pom -> pom.parts("//dependency[version]").stream())
                .filter(dependency -> !dependency.text("version").equals(OURS))
                .map(dependency -> "%s gives %s the version %s: manage it in build/pom.xml, where all versions stand"
                        .formatted(
                                repository.shown(dependency.path()),
                                dependency.text("artifactId"),
                                dependency.text("version")))
                .toList();
    }

    private static Stream<XmlFile> poms(Repository repository) {
        return Stream.concat(
                Stream.of(repository.pom()), repository.modules().stream().map(ModuleFolder::pom));
    }
}
