package io.github.jpabyexample.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.jpabyexample.testing.database.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What a public repository would get of this project, and the projects of users who take it from there. */
@Tag("strict")
@Execution(ExecutionMode.CONCURRENT)
class PublishedTest {

    @TempDir
    static Path folder;

    private static Published published;

    @BeforeAll
    static void is_built_of_a_copy_of_the_sources() {
        published = Published.in(folder);
    }

    @Nested
    class Every_jar {

        @Test
        void comes_with_its_sources_and_its_Javadoc() {
            assertThat(Published.jars())
                    .isNotEmpty()
                    .allSatisfy(module -> assertThat(published.endings(module))
                            .as(module.name())
                            .containsExactly("-javadoc.jar", "-sources.jar", ".jar", ".pom"));
        }

        @Test
        void has_the_same_bytes_as_in_this_build_which_ran_elsewhere_and_at_another_time() {
            assertThat(Published.jars()).isNotEmpty().allSatisfy(module -> {
                Path theirs = published.jar(module);
                Path ours = module.folder().resolve("target").resolve(theirs.getFileName());
                assertThat(theirs).hasSameBinaryContentAs(ours);
            });
        }
    }

    @Nested
    class Each_POM {

        @Test
        void is_described() {
            assertThat(published.poms())
                    .isNotEmpty()
                    .allSatisfy(pom -> assertThat(List.of(pom.text("/project/name"), pom.text("/project/description")))
                            .as(pom.path().toString())
                            .doesNotContain(""));
        }

        @Test
        void names_no_snapshot() {
            assertThat(published.poms())
                    .isNotEmpty()
                    .allSatisfy(pom -> assertThat(pom.texts("//version"))
                            .as(pom.path().toString())
                            .noneMatch(version -> version.endsWith("-SNAPSHOT")));
        }

        @Test
        void has_or_inherits_licence_developers_and_source_repository() {
            assertThat(published
                            .poms()
                            .filter(pom -> pom.parts("/project/parent").isEmpty()))
                    .hasSize(2)
                    .allSatisfy(pom -> assertThat(List.of(
                                    pom.text("/project/url"),
                                    pom.text("/project/licenses/license/url"),
                                    pom.text("/project/developers/developer/name"),
                                    pom.text("/project/scm/url"),
                                    pom.text("/project/scm/connection")))
                            .as(pom.path().toString())
                            .doesNotContain(""));
        }
    }

    @Nested
    class Projects_that_follow_the_guide_or_a_README {

        private static final String ECLIPSELINK = "EclipseLink";
        private static final String AGENT = "EclipseLink woven by an agent";
        private static final String WOVEN = "EclipseLink woven by the build";
        private static final String FLYWAY = "Tables made by Flyway";
        private static final String MODULES = "The module path";
        private static final String HIBERNATE_IN_MODULES = "The module path, with Hibernate";
        private static final String ECLIPSELINK_IN_MODULES = "The module path, with EclipseLink";

        private static final String PROGRAM = "@Entity class Purchase";
        private static final String CLINIC = "net.example.clinic.Clinic";

        private static Users onH2;
        private static Users onPostgreSql;

        @BeforeAll
        static void are_written() {
            onH2 = new Users(folder.resolve("h2"), published)
                    .follow()
                    .follow(ECLIPSELINK, AGENT)
                    .follow(ECLIPSELINK, WOVEN)
                    .follow(FLYWAY)
                    .follow(ECLIPSELINK, AGENT, FLYWAY)
                    .bring("clinic", CLINIC, FLYWAY)
                    .bring("clinic", CLINIC, ECLIPSELINK, AGENT, FLYWAY)
                    .follow(MODULES, HIBERNATE_IN_MODULES)
                    .follow(ECLIPSELINK, MODULES, ECLIPSELINK_IN_MODULES)
                    .copy("Bookstore.txt", "models/README.md", "SampleData", "models")
                    .copy("Bookstore.txt", "models/README.md", "SampleData", "models", ECLIPSELINK, AGENT)
                    .copy("Program.txt", "bootstrap/README.md", PROGRAM, "bootstrap")
                    .copy("Program.txt", "bootstrap/README.md", PROGRAM, "bootstrap", ECLIPSELINK, AGENT)
                    .copy("Async.txt", "async/README.md", "AsyncUnitOfWork", "bootstrap models async")
                    .copy(
                            "Async.txt",
                            "async/README.md",
                            "AsyncUnitOfWork",
                            "bootstrap models async",
                            ECLIPSELINK,
                            AGENT);
            onPostgreSql = new Users(folder.resolve("postgresql"), published)
                    .follow("PostgreSQL")
                    .follow(ECLIPSELINK, AGENT, "PostgreSQL")
                    .bring("clinic", CLINIC, "PostgreSQL", FLYWAY)
                    .bring("clinic", CLINIC, ECLIPSELINK, AGENT, "PostgreSQL", FLYWAY)
                    .copy("Program.txt", "bootstrap/README.md", PROGRAM, "bootstrap", "PostgreSQL")
                    .copy("Program.txt", "bootstrap/README.md", PROGRAM, "bootstrap", ECLIPSELINK, AGENT, "PostgreSQL");
        }

        @Test
        void work_on_H2() {
            var build = onH2.build(Map.of(), "-T", "2");

            assertThat(build.output().lines().filter(line -> line.equals("2 x TEA")))
                    .as(build.output())
                    .hasSize(7);
            assertThat(bills(build)).as(build.output()).hasSize(2);
            assertThat(build.output().lines().filter(line -> line.equals("The bookstore is open")))
                    .as(build.output())
                    .hasSize(2);
            assertThat(build.output().lines().filter(line -> line.startsWith("Books and authors: ")))
                    .as(build.output())
                    .hasSize(2);
            assertThat(complaintsOfSlf4j(build)).isEmpty();
            assertThat(build.failed()).as(build.output()).isFalse();
        }

        @Test
        void work_on_PostgreSQL() throws SQLException {
            var database = TestDatabase.named("postgresql", null);
            try (var place = database.open("shop");
                    Connection connection = place.dataSource().getConnection();
                    var clinic = database.open("clinic");
                    Connection toClinic = clinic.dataSource().getConnection()) {
                var server = connection.getMetaData();
                var build = onPostgreSql.build(
                        Map.of(
                                "PERSISTENCE_SHOP__URL",
                                server.getURL(),
                                "PERSISTENCE_SHOP__USER",
                                server.getUserName(),
                                "PERSISTENCE_SHOP__PASSWORD",
                                "any",
                                "PERSISTENCE_SHOP__SCHEMA",
                                "drop-and-create",
                                "PERSISTENCE_CLINIC__URL",
                                toClinic.getMetaData().getURL(),
                                "PERSISTENCE_CLINIC__USER",
                                toClinic.getMetaData().getUserName(),
                                "PERSISTENCE_CLINIC__PASSWORD",
                                "any"),
                        "-Djpa.database=postgresql");

                assertThat(build.output().lines().filter(line -> line.equals("2 x TEA")))
                        .as(build.output())
                        .hasSize(2);
                assertThat(bills(build)).as(build.output()).hasSize(2);
                assertThat(complaintsOfSlf4j(build)).isEmpty();
                assertThat(build.failed()).as(build.output()).isFalse();
            }
        }

        private static List<String> bills(MavenRun build) {
            return build.output()
                    .lines()
                    .filter(line -> line.equals("Unpaid: Emma Woodhouse for Rex, seen by Mr Perry: 60.00"))
                    .toList();
        }

        private static List<String> complaintsOfSlf4j(MavenRun build) {
            return build.output()
                    .lines()
                    .filter(line -> line.matches(".*SLF4J[(:].*"))
                    .toList();
        }

        @Test
        void need_less_than_twenty_lines_for_three_entities_of_their_own() {
            assertThat(Guide.block(Repository.here().root().resolve("bootstrap/README.md"), PROGRAM)
                            .lines()
                            .filter(line -> !line.isBlank()))
                    .hasSizeLessThan(20);
        }

        @Test
        void have_taken_every_choice_that_the_guide_offers() {
            assertThat(onH2.leftOutBy(onPostgreSql)).isEmpty();
        }

        @Test
        void cannot_take_a_choice_that_it_does_not_offer() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Users(folder.resolve("lost"), published).follow("Oracle"))
                    .withMessage("No section with code is called 'Oracle'");
        }
    }
}
