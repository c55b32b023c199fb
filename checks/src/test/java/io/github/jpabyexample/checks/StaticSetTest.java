package io.github.jpabyexample.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.io.TempDirFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Builds that must fail, each for one fault, and the words in which they say so under {@code -q}. */
@Tag("strict")
@Execution(ExecutionMode.CONCURRENT)
class StaticSetTest {

    private static final Path ROOT = Repository.here().root();
    private static final String REACTOR = """
            <modelVersion>4.0.0</modelVersion>
            <groupId>planted</groupId>
            <artifactId>reactor</artifactId>
            <version>1</version>
            <packaging>pom</packaging>
            """;

    @Nested
    class An_unknown_provider_and_an_unknown_database {

        @Test
        void are_refused_and_the_known_ones_are_named() {
            var build = MavenRun.of(ROOT, "validate", "-pl", ".", "-Djpa.provider=eclipslink", "-Djpa.database=h3");

            assertThat(build.failed()).isTrue();
            assertThat(build.output())
                    .contains("jpa.provider is 'eclipslink'. Choose one of: hibernate|eclipselink for -Djpa.provider")
                    .contains("jpa.database is 'h3'. Choose one of:", "h2|postgresql for -Djpa.database.");
        }
    }

    @Nested
    class A_misspelt_profile_or_package_of_lessons {

        @Test
        void is_refused_in_place_of_running_the_default() {
            var profile = MavenRun.of(ROOT, "validate", "-pl", ".", "-Peclipslink");
            var lessons = MavenRun.of(ROOT, "validate", "-pl", ".", "-Dlessons=crdu");

            assertThat(profile.failed()).isTrue();
            assertThat(profile.output()).contains("The requested profile doesn't exist: eclipslink");
            assertThat(lessons.failed()).isTrue();
            assertThat(lessons.output()).contains("lessons is 'crdu', but no module has tests in such a package");
        }
    }

    @Nested
    class All_stacks_of_one_module {

        @Test
        void are_refused_where_they_would_run_nothing_and_the_command_is_named() {
            var build = MavenRun.of(ROOT, "validate", "-Pall-stacks", "-pl", "crud", "-am");

            assertThat(build.failed()).isTrue();
            assertThat(build.output()).contains("For one of them: mvn verify -Pall-stacks -Dlessons=crud");
        }
    }

    @Nested
    class All_stacks_and_a_choice_of_one {

        @Test
        void are_refused_together() {
            var build = MavenRun.of(ROOT, "validate", "-pl", ".", "-Pall-stacks", "-Djpa.provider=hibernate");

            assertThat(build.failed()).isTrue();
            assertThat(build.output())
                    .contains("jpa.provider is 'hibernate'. -Pall-stacks runs every provider on every database")
                    .contains("leave out the choice of one, or leave out -Pall-stacks");
        }
    }

    @Nested
    class A_lesson_module_that_hands_on_a_provider {

        @TempDir(factory = BelowTheRoot.class)
        Path folder;

        @Test
        void is_refused_and_the_scope_is_advised() {
            // Our modules are in no repository, so the planted one stands in one reactor with them.
            Planted.in(folder)
                    .root(REACTOR)
                    .existing("../../..")
                    .module(
                            "leaking",
                            child("leaking", "jpa-by-example-lesson-module", "build/lessons/pom.xml")
                                    + dependencies(dependency("org.hibernate.orm", "hibernate-core")))
                    .reactor();

            var build = MavenRun.of(folder, "validate", "-pl", "leaking", "-am");

            assertThat(build.failed()).isTrue();
            assertThat(build.output())
                    .contains("on project leaking", "org.hibernate.orm:hibernate-core")
                    .contains("Who imports this module must get neither a provider, nor our entities, nor our fixture")
                    .contains("give that dependency the scope test");
        }
    }

    @Nested
    class Modules_with_one_fault_each {

        @TempDir(factory = BelowTheRoot.class)
        static Path folder;

        private static MavenRun build;

        // One reactor, since the start of Maven and of Error Prone is what takes the time.
        @BeforeAll
        static void are_built_all() {
            Planted.in(folder)
                    .root(REACTOR)
                    .module("faultless", child("faultless"))
                    .main("faultless", "package planted;\n\nclass Faultless {}\n")
                    .module("misused", child("misused"))
                    .main("misused", "package planted; class Misused { void f(String s) { s.strip(); } }")
                    .module("nullable", child("nullable") + dependencies(dependency("org.jspecify", "jspecify")))
                    .main("nullable", "@org.jspecify.annotations.NullMarked package planted;")
                    .main("nullable", "package planted; class Nullable { Object f() { return null; } }")
                    .module("raw", child("raw"))
                    .main("raw", "package planted; class Raw { java.util.List f() { return null; } }")
                    .module("misdocumented", child("misdocumented"))
                    .main("misdocumented", "package planted; /** {@link Nowhere} */ public class Misdocumented {}")
                    .module("unformatted", child("unformatted"))
                    .main("unformatted", "package planted; class Unformatted {}")
                    .module(
                            "divergent",
                            child("divergent")
                                    + dependencies(
                                            dependency("org.junit.jupiter", "junit-jupiter-api"),
                                            dependency("org.opentest4j", "opentest4j", "1.2.0")))
                    .reactor();
            build = MavenRun.of(folder, "verify", "-Pstrict", "--fail-at-end");
        }

        @Test
        void fail_but_not_the_one_without_a_fault() {
            assertThat(build.failed()).isTrue();
            assertThat(build.output()).doesNotContain("on project faultless");
        }

        @Test
        void fail_for_a_finding_of_Error_Prone() {
            assertThat(build.output())
                    .contains("on project misused", "Misused.java:[1,", "[ReturnValueIgnored]", "errorprone.info");
        }

        @Test
        void fail_for_a_finding_of_NullAway() {
            assertThat(build.output())
                    .contains("on project nullable", "Nullable.java:[1,", "[NullAway] returning @Nullable");
        }

        @Test
        void fail_for_a_warning_of_the_compiler() {
            assertThat(build.output())
                    .contains("on project raw", "Raw.java:[1,", "found raw type: java.util.List", "-Werror");
        }

        @Test
        void fail_for_an_error_in_Javadoc() {
            assertThat(build.output())
                    .contains("on project misdocumented", "Misdocumented.java:[1,", "reference not found");
        }

        @Test
        void fail_for_a_file_out_of_format() {
            assertThat(build.output()).contains("on project unformatted", "Unformatted.java", "spotless:apply");
        }

        @Test
        void fail_for_two_versions_of_one_dependency() {
            assertThat(build.output())
                    .contains("on project divergent", "org.opentest4j:opentest4j:jar:1.2.0", "convergence");
        }
    }

    private static String child(String artifact) {
        return child(artifact, "jpa-by-example-build", "build/pom.xml");
    }

    private static String child(String artifact, String parent, String pom) {
        return """
                <modelVersion>4.0.0</modelVersion>
                <parent>
                  <groupId>io.github.jpabyexample</groupId>
                  <artifactId>%s</artifactId>
                  <version>%s</version>
                  <relativePath>../../../../%s</relativePath>
                </parent>
                <artifactId>%s</artifactId>
                """.formatted(parent, Poms.version(Repository.here()), pom, artifact);
    }

    private static String dependencies(String... all) {
        return "<dependencies>" + String.join("", all) + "</dependencies>";
    }

    private static String dependency(String group, String artifact, String... version) {
        return "<dependency><groupId>%s</groupId><artifactId>%s</artifactId><version>%s</version></dependency>"
                .formatted(group, artifact, String.join("", version))
                .replace("<version></version>", "");
    }

    /** Below the root folder, so that a planted build has the {@code .mvn} folder of this one. */
    static final class BelowTheRoot implements TempDirFactory {
        @Override
        public Path createTempDirectory(AnnotatedElementContext element, ExtensionContext context) throws IOException {
            return Files.createTempDirectory(Files.createDirectories(ROOT.resolve("checks/target")), "planted");
        }
    }
}
