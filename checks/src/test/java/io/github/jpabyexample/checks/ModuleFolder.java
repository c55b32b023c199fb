package io.github.jpabyexample.checks;

import com.tngtech.archunit.core.domain.JavaClasses;
import java.nio.file.Path;
import java.util.List;

/**
 * One module of the repository.
 *
 * @param name as the root POM has it, e.g. {@code providers/hibernate}
 */
record ModuleFolder(Repository repository, String name) {

    Path folder() {
        return repository.root().resolve(name);
    }

    XmlFile pom() {
        return XmlFile.read(folder().resolve("pom.xml"));
    }

    boolean isTaught() {
        return pom().text("/project/parent/artifactId").equals("jpa-by-example-lesson-module");
    }

    /** Whether users import its main code as the toolkit of one concept. */
    boolean isConcept() {
        return isTaught() && !name.equals("models");
    }

    /** Benchmarks measure what only one provider has. */
    boolean mayNameProviders() {
        return name.startsWith("providers/") || name.equals("benchmarks");
    }

    JavaClasses main() {
        return repository.classesIn(mainClasses());
    }

    JavaClasses tests() {
        return repository.classesIn(testClasses());
    }

    List<Path> mainSources() {
        return repository.files(folder().resolve("src/main/java"), ".java");
    }

    List<Path> testSources() {
        return repository.files(folder().resolve("src/test/java"), ".java");
    }

    Path mainClasses() {
        return folder().resolve("target/classes");
    }

    Path testClasses() {
        return folder().resolve("target/test-classes");
    }
}
