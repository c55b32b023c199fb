package io.github.jpabyexample.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("strict")
class PomsTest {

    private final Repository project = Repository.here();

    @TempDir
    Path folder;

    @Nested
    class The_bill_of_materials {

        @Test
        void lists_what_is_published() {
            assertThat(Poms.bom(project)).isEmpty();
        }

        @Test
        void is_found_when_it_lists_more_or_less() {
            var planted = Planted.in(folder)
                    .module("lessons", "<artifactId>lessons</artifactId><packaging>pom</packaging>")
                    .module("crud", "<artifactId>crud</artifactId>")
                    .module("queries", "<artifactId>queries</artifactId>")
                    .module(
                            "tour",
                            "<artifactId>tour</artifactId>"
                                    + plugin("maven-deploy-plugin", "<configuration><skip>true</skip></configuration>"))
                    .module("bom", "<packaging>pom</packaging>" + managed("crud", "tour"));

            assertThat(Poms.bom(planted.repository()))
                    .satisfiesExactly(
                            line -> assertThat(line).contains("does not list queries", "add it, or skip"),
                            line -> assertThat(line).contains("lists tour, which is not published"));
        }

        private String managed(String... artifacts) {
            return Stream.of(artifacts)
                    .map("<dependency><artifactId>%s</artifactId></dependency>"::formatted)
                    .collect(Collectors.joining(
                            "", "<dependencyManagement><dependencies>", "</dependencies></dependencyManagement>"));
        }
    }

    @Nested
    class The_version {

        @Test
        void is_the_same_everywhere() {
            assertThat(Poms.versions(project)).isEmpty();
        }

        @Test
        void is_found_when_a_parent_or_the_bill_of_materials_has_another() {
            var planted = Planted.in(folder)
                    .root("<parent><version>4</version></parent>")
                    .module("crud", "<parent><version>1</version></parent>")
                    .module("queries", "<parent><version>2</version></parent>")
                    .module("bom", "<version>2</version>");

            assertThat(Poms.versions(planted.repository()))
                    .satisfiesExactly(
                            line -> assertThat(line).startsWith("pom.xml says version 4"),
                            line -> assertThat(line)
                                    .contains("crud/pom.xml says version 1, but the bill of materials says 2"));
        }
    }

    @Nested
    class A_plugin {

        @Test
        void has_a_pinned_version() {
            assertThat(Poms.unpinnedPlugins(project)).isEmpty();
        }

        @Test
        void is_found_when_no_version_is_pinned() {
            var planted = Planted.in(folder)
                    .root("<build><pluginManagement>" + plugins("maven-jar-plugin", "<version>1</version>")
                            + "</pluginManagement></build>")
                    .module("crud", plugin("maven-jar-plugin", ""))
                    .module("tour", plugin("maven-exec-plugin", ""));

            assertThat(Poms.unpinnedPlugins(planted.repository()))
                    .anyMatch(
                            line -> line.startsWith("build/pom.xml takes org.apache.maven.plugins:maven-clean-plugin"))
                    .anyMatch(line -> line.startsWith("tour/pom.xml uses org.apache.maven.plugins:maven-exec-plugin"))
                    .noneMatch(line -> line.contains("maven-jar-plugin"));
        }
    }

    @Nested
    class The_version_of_a_dependency {

        @Test
        void stands_in_one_POM() {
            assertThat(Poms.scatteredVersions(project)).isEmpty();
        }

        @Test
        void is_found_elsewhere() {
            var planted = Planted.in(folder)
                    .module("crud", dependency("h2", "${project.version}"))
                    .module("queries", dependency("h2", "2.5"));

            assertThat(Poms.scatteredVersions(planted.repository()))
                    .singleElement()
                    .asString()
                    .contains("queries/pom.xml gives h2 the version 2.5", "build/pom.xml");
        }

        private String dependency(String artifact, String version) {
            return "<dependencies><dependency><artifactId>%s</artifactId><version>%s</version></dependency></dependencies>"
                    .formatted(artifact, version);
        }
    }

    private static String plugin(String artifact, String content) {
        return "<build>" + plugins(artifact, content) + "</build>";
    }

    private static String plugins(String artifact, String content) {
        return "<plugins><plugin><artifactId>%s</artifactId>%s</plugin></plugins>".formatted(artifact, content);
    }
}
