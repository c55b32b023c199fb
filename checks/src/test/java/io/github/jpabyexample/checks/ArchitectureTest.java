package io.github.jpabyexample.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchitectureTest {

    private final Repository project = Repository.here();

    @TempDir
    Path folder;

    @Nested
    class A_class_of_a_provider {

        @Test
        void is_named_in_providers_and_in_its_own_chapters_only() {
            assertThat(Architecture.providerClasses(project)).isEmpty();
        }

        @Test
        void is_found_in_main_code_and_in_lessons() {
            var planted = Planted.in(folder)
                    .main("providers/hibernate", "package org.hibernate; public class Session {}")
                    .main("crud", user("crud.hibernate", "Units"))
                    .test("crud", user("crud", "UnitsTest"))
                    .test("models", user("models.eclipselink", "OthersTest"))
                    .test("models", user("models.hibernate", "OwnTest"));

            assertThat(Architecture.providerClasses(planted.repository()))
                    .satisfiesExactlyInAnyOrder(
                            line -> assertThat(line).contains("Units.open()", "(Units.java:5)", "only providers/"),
                            line -> assertThat(line).contains("UnitsTest.open()", "a package 'hibernate'"),
                            line -> assertThat(line).contains("OthersTest.open()", "a package 'hibernate'"));
        }

        private static String user(String inPackage, String name) {
            return """
                    package io.github.jpabyexample.%s;

                    class %s {
                        void open() {
                            new org.hibernate.Session();
                        }
                    }
                    """.formatted(inPackage, name);
        }
    }

    @Nested
    class A_setting_of_a_provider {

        @Test
        void is_named_in_providers_only() {
            assertThat(Architecture.providerNames(project)).isEmpty();
        }

        @Test
        void is_found_in_a_string_and_not_in_a_comment() {
            var toolkit = """
                    package io.github.jpabyexample.crud;

                    /** Not hibernate.jdbc.batch_size, nor eclipselink. or hibernate. */
                    class Hints {
                        String dialect = "org.hibernate.dialect";
                        String mentioned = "provider-hibernate or -eclipselink.";
                        String join = \"\"\"
                                eclipselink.join-fetch\"\"\";
                    }
                    """;
            var planted = Planted.in(folder).main("crud", toolkit);

            assertThat(Architecture.providerNames(planted.repository()))
                    .satisfiesExactly(
                            line -> assertThat(line).contains("crud/Hints.java:5", "org.hibernate.dialect"),
                            line -> assertThat(line).contains("crud/Hints.java:7", "eclipselink.join-fetch"));
        }
    }

    @Nested
    class An_entity_of_ours_or_the_fixture {

        @Test
        void is_not_imported_with_a_toolkit() {
            assertThat(Architecture.entitiesAndFixture(project)).isEmpty();
        }

        @Test
        void is_found_in_the_main_code_of_a_toolkit() {
            var planted = Planted.in(folder)
                    .main("models", "package io.github.jpabyexample.models; public class Book {}")
                    .main("queries", """
                            package io.github.jpabyexample.queries;

                            class Search {
                                io.github.jpabyexample.models.Book book;
                                io.github.jpabyexample.lesson.LessonUnit jpa;
                            }
                            """);

            assertThat(Architecture.entitiesAndFixture(planted.repository()))
                    .satisfiesExactlyInAnyOrder(
                            line -> assertThat(line).contains("Search.book", "Search.java", "models.Book"),
                            line -> assertThat(line)
                                    .contains("Search.jpa", "lesson.LessonUnit", "who imports queries"));
        }
    }

    @Nested
    class A_toolkit {

        @Test
        void is_small() {
            assertThat(Architecture.publicTypes(project)).isEmpty();
        }

        @Test
        void is_found_when_it_has_more_than_six_public_types() {
            var planted = Planted.in(folder)
                    .main("crud", "package a; public class Failure extends RuntimeException {}")
                    .main("crud", "package a; class Hidden {}");
            IntStream.rangeClosed(1, 6)
                    .forEach(i ->
                            planted.main("crud", "package a; public class Type" + i + " { public record Part() {} }"));
            assertThat(Architecture.publicTypes(planted.repository())).isEmpty();

            planted.main("crud", "package a; public interface Type7 {}");
            assertThat(Architecture.publicTypes(planted.repository()))
                    .singleElement()
                    .asString()
                    .contains("crud has 7 public types", "package-private")
                    .contains(IntStream.rangeClosed(1, 7)
                            .mapToObj(i -> "Type" + i)
                            .collect(Collectors.joining(", ")));
        }
    }
}
