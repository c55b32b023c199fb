package io.github.jpabyexample.checks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What {@code mvn package -Prelease} makes of a copy of the sources that stands elsewhere, laid out as a repository.
 *
 * @param repository with our artifacts alone; the builds of users then keep there what they download
 */
record Published(Path repository) {

    private static final Repository HERE = Repository.here();
    private static final List<String> NOT_PUBLISHED = HERE.modules().stream()
            .filter(module -> Poms.isKept(module.pom()))
            .map(ModuleFolder::name)
            .toList();
    private static final String GROUP = "io/github/jpabyexample";

    static Published in(Path folder) {
        Path sources = folder.resolve("sources");
        HERE.files(HERE.root(), "")
                .forEach(file -> copy(file, sources.resolve(HERE.root().relativize(file))));
        MavenRun build = MavenRun.of(
                sources,
                "package",
                "-Prelease",
                "-Dmaven.test.skip",
                "-T",
                "2",
                "-am",
                "-pl",
                jars().map(ModuleFolder::name).collect(Collectors.joining(",")));
        if (build.failed()) {
            throw new IllegalStateException(build.output());
        }
        var published = new Published(folder.resolve("repository"));
        var built = new Repository(sources);
        published.take(sources, built.pom());
        built.modules().stream()
                .filter(module -> !NOT_PUBLISHED.contains(module.name()))
                .forEach(module -> published.take(module.folder(), module.pom()));
        return published;
    }

    private void take(Path folder, XmlFile pom) {
        String artifact = pom.text("/project/artifactId");
        Path target = folder(artifact);
        String name = artifact + "-" + version();
        copy(pom.path(), target.resolve(name + ".pom"));
        if (Poms.isPublishedJar(pom)) {
            jars(folder.resolve("target"), name).forEach(jar -> copy(jar, target.resolve(jar.getFileName())));
        }
    }

    private static List<Path> jars(Path folder, String name) {
        try (var jars = Files.newDirectoryStream(folder, name + "*.jar")) {
            List<Path> found = new ArrayList<>();
            jars.forEach(found::add);
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copy(Path file, Path target) {
        try {
            Files.createDirectories(target.getParent());
            Files.copy(file, target);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String version() {
        return Poms.version(HERE);
    }

    /** {@return the modules whose jars are published} */
    static Stream<ModuleFolder> jars() {
        return HERE.modules().stream().filter(module -> Poms.isPublishedJar(module.pom()));
    }

    /** {@return the jar of a module} */
    Path jar(ModuleFolder module) {
        String artifact = artifact(module);
        return folder(artifact).resolve(artifact + "-" + version() + ".jar");
    }

    /** {@return how the names of the files of a module go on after its name and version} */
    List<String> endings(ModuleFolder module) {
        String artifact = artifact(module);
        return HERE.files(folder(artifact), "").stream()
                .map(file -> file.getFileName().toString().substring((artifact + "-" + version()).length()))
                .toList();
    }

    Stream<XmlFile> poms() {
        return HERE.files(repository.resolve(GROUP), ".pom").stream().map(XmlFile::read);
    }

    private Path folder(String artifact) {
        return repository.resolve(GROUP).resolve(artifact).resolve(version());
    }

    private static String artifact(ModuleFolder module) {
        return module.pom().text("/project/artifactId");
    }
}
