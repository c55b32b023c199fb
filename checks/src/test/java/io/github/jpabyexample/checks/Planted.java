package io.github.jpabyexample.checks;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.nodeTypes.NodeWithName;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.tools.ToolProvider;

/**
 * A small repository that a test writes, with one fault in it: what shows that a check can be red.
 *
 * <pre>{@code
 * Repository planted = Planted.in(folder).main("crud", "package …; class Units { … }").repository();
 * }</pre>
 */
final class Planted {

    private final Path root;
    private final Set<String> modules = new LinkedHashSet<>();
    private String rootPom = "";

    private Planted(Path root) {
        this.root = root;
    }

    static Planted in(Path root) {
        return new Planted(root);
    }

    Planted file(String name, String text) {
        Path file = root.resolve(name);
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        return this;
    }

    Planted main(String module, String source) {
        return module(module).file(module + "/src/main/java/" + fileName(source), source);
    }

    Planted test(String module, String source) {
        return module(module).file(module + "/src/test/java/" + fileName(source), source);
    }

    /** A module of lessons, or of a provider by its name. */
    Planted module(String name) {
        String parent = name.startsWith("providers/") ? "jpa-by-example" : "jpa-by-example-lesson-module";
        return modules.contains(name)
                ? this
                : module(name, "<parent><artifactId>%s</artifactId></parent>".formatted(parent));
    }

    Planted module(String name, String pom) {
        return existing(name).file(name + "/pom.xml", "<project>" + pom + "</project>");
    }

    /** Takes a module into the reactor that stands somewhere already. */
    Planted existing(String module) {
        modules.add(module);
        return this;
    }

    Planted existing(List<String> names) {
        modules.addAll(names);
        return this;
    }

    Planted root(String pom) {
        rootPom = pom;
        return this;
    }

    /** Writes the root POM. */
    Planted reactor() {
        return file(
                "pom.xml",
                modules.stream()
                        .map("<module>%s</module>"::formatted)
                        .collect(Collectors.joining("", "<project>" + rootPom + "<modules>", "</modules></project>")));
    }

    /** Compiles the modules, in the order in which they were named. */
    Repository repository() {
        reactor();
        Repository repository = new Repository(root);
        List<String> classPath = new ArrayList<>(List.of(System.getProperty("java.class.path")));
        for (ModuleFolder module : repository.modules()) {
            classPath.add(module.mainClasses().toString());
            compile(module.mainSources(), module.mainClasses(), classPath);
            compile(module.testSources(), module.testClasses(), classPath);
        }
        return repository;
    }

    private static void compile(List<Path> sources, Path classes, List<String> classPath) {
        if (sources.isEmpty()) {
            return;
        }
        List<String> arguments = new ArrayList<>(List.of("-proc:none", "-d", classes.toString()));
        arguments.addAll(List.of("-classpath", String.join(File.pathSeparator, classPath)));
        sources.forEach(source -> arguments.add(source.toString()));
        var errors = new ByteArrayOutputStream();
        int status = ToolProvider.getSystemJavaCompiler().run(null, null, errors, arguments.toArray(String[]::new));
        if (status != 0) {
            throw new IllegalArgumentException(errors.toString(StandardCharsets.UTF_8));
        }
    }

    private static String fileName(String source) {
        CompilationUnit unit = JavaSource.parse(source);
        String folder = unit.getPackageDeclaration()
                .map(NodeWithName::getNameAsString)
                .orElseThrow()
                .replace('.', '/');
        String type =
                unit.getTypes().getFirst().map(TypeDeclaration::getNameAsString).orElse("package-info");
        return folder + "/" + type + ".java";
    }
}
