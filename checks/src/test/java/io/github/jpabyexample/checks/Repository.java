package io.github.jpabyexample.checks;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static java.nio.file.FileVisitResult.CONTINUE;
import static java.nio.file.FileVisitResult.SKIP_SUBTREE;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The folders that a check reads: those of this project, or those that a test has {@link Planted}. */
final class Repository {

    private static final Repository HERE = new Repository(rootOf(Path.of("").toAbsolutePath()));

    private final Path root;
    private final Map<Path, JavaClasses> byFolder = new ConcurrentHashMap<>();
    private JavaClasses classes;

    Repository(Path root) {
        this.root = root;
    }

    static Repository here() {
        return HERE;
    }

    private static Path rootOf(Path folder) {
        return Files.exists(folder.resolve("checks/pom.xml")) ? folder : rootOf(folder.getParent());
    }

    Path root() {
        return root;
    }

    XmlFile pom() {
        return XmlFile.read(root.resolve("pom.xml"));
    }

    List<ModuleFolder> modules() {
        return pom().texts("/project/modules/module").stream()
                .map(name -> new ModuleFolder(this, name))
                .toList();
    }

    List<ModuleFolder> conceptModules() {
        return modules().stream().filter(ModuleFolder::isConcept).toList();
    }

    /** The compiled classes below a folder, which know those of all other modules. */
    JavaClasses classesIn(Path folder) {
        return byFolder.computeIfAbsent(
                folder,
                key -> classes()
                        .that(describe(
                                "are in " + shown(folder),
                                type -> type.getSource()
                                        .filter(source ->
                                                Path.of(source.getUri()).startsWith(folder))
                                        .isPresent())));
    }

    private synchronized JavaClasses classes() {
        if (classes == null) {
            List<Path> folders = new ArrayList<>();
            for (ModuleFolder module : modules()) {
                addCompiled(folders, module.mainSources(), module.mainClasses());
                addCompiled(folders, module.testSources(), module.testClasses());
            }
            classes = new ClassFileImporter().importPaths(folders);
        }
        return classes;
    }

    private void addCompiled(List<Path> folders, List<Path> sources, Path compiled) {
        if (Files.exists(compiled)) {
            folders.add(compiled);
        } else if (!sources.isEmpty()) {
            throw new IllegalStateException(
                    shown(compiled) + " is missing, so nothing can be said of it: run mvn verify -pl checks -am");
        }
    }

    /** The files below a folder whose names end so, what a build has made left out. */
    List<Path> files(Path folder, String ending) {
        List<Path> found = new ArrayList<>();
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path entered, BasicFileAttributes attributes) {
                    String name = entered.getFileName().toString();
                    return name.equals("target") || name.equals(".git") ? SKIP_SUBTREE : CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (file.toString().endsWith(ending)) {
                        found.add(file);
                    }
                    return CONTINUE;
                }
            });
        } catch (NoSuchFileException none) {
            return List.of();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return found.stream().sorted().toList();
    }

    /** As a reader of the repository writes the path. */
    String shown(Path path) {
        return root.relativize(path).toString().replace('\\', '/');
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
