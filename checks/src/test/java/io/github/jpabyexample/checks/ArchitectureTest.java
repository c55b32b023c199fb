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
        void is_named_in_providers_only() {
            assertThat(Architecture.providerClasses(project)).isEmpty();
        }

        @Test
        void is_found_in_main_code_and_in_lessons() {
            var provider = "package org.hibernate; public class Session {}";
            var toolkit = """
                    package io.github.jpabyexample.crud;

                    class Units {
                        Object open() {
                            return new org.hibernate.Session();
                        }
                    }
                    """;
            var lesson = """
                    package io.github.jpabyexample.crud;

                    class UnitsTest {
                        org.hibernate.Session opened;
                    }
                    """;
            var planted = Planted.in(folder)
                    .main("providers/hibernate", provider)
                    .main("crud", toolkit)
                    .test("crud", lesson);

            assertThat(Architecture.providerClasses(planted.repository()))
                    .anyMatch(line -> line.contains("Units.open()") && line.contains("(Units.java:5)"))
                    .anyMatch(line -> line.contains("UnitsTest.opened"))
                    .allMatch(line -> line.contains("org.hibernate.Session") && line.contains("jakarta.persistence"));
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
                                io.github.jpabyexample.testing.JpaUnit jpa;
                            }
                            """);

            assertThat(Architecture.entitiesAndFixture(planted.repository()))
                    .satisfiesExactlyInAnyOrder(
                            line -> assertThat(line).contains("Search.book", "Search.java", "models.Book"),
                            line -> assertThat(line).contains("Search.jpa", "testing.JpaUnit", "who imports queries"));
        }
    }

    @Nested
    class A_package_of_main_code {

        @Test
        void is_null_marked() {
            assertThat(Architecture.packagesNotNullMarked(project)).isEmpty();
        }

        @Test
        void is_found_where_it_is_not() {
            var planted = Planted.in(folder)
                    .main("crud", "@org.jspecify.annotations.NullMarked package marked;")
                    .main("crud", "package marked; class Marked {}")
                    .main("crud", "package bare; class Bare {}");

            assertThat(Architecture.packagesNotNullMarked(planted.repository()))
                    .singleElement()
                    .asString()
                    .contains("crud/src/main/java/bare is not null-marked", "package-info.java");
        }
    }

    @Nested
    class A_name_that_says_nothing {

        @Test
        void is_not_used() {
            assertThat(Architecture.emptyNames(project)).isEmpty();
        }

        @Test
        void is_found_in_main_and_test_code() {
            var planted = Planted.in(folder)
                    .main("crud", "package a; class QueryHelper {}")
                    .main("crud", "package a; class StringUtils {}")
                    .main("crud", "package a; class TransactionManager {}")
                    .main("crud", "package a; class Manager {}")
                    .test("crud", "package a; abstract class AbstractCrudTest { class An_EntityManager {} }");

            assertThat(Architecture.emptyNames(planted.repository()))
                    .satisfiesExactlyInAnyOrder(
                            line -> assertThat(line).contains("a.QueryHelper (QueryHelper.java:0)", "name it"),
                            line -> assertThat(line).contains("a.StringUtils"),
                            line -> assertThat(line).contains("a.TransactionManager"),
                            line -> assertThat(line).contains("a.AbstractCrudTest"));
        }
    }

    @Nested
    class Printing {

        @Test
        void is_left_to_the_tour() {
            assertThat(Architecture.prints(project)).isEmpty();
        }

        @Test
        void is_found_outside_the_tour() {
            var printing = """
                    package a;

                    class Loud {
                        void say(Exception failure) {
                            System.out.println();
                            System.err.println();
                            failure.printStackTrace();
                        }
                    }
                    """;
            var planted = Planted.in(folder)
                    .main("tour", "package b; class Tour { void say() { System.out.println(); } }")
                    .main("crud", printing);

            assertThat(Architecture.prints(planted.repository()))
                    .satisfiesExactlyInAnyOrder(
                            line -> assertThat(line).contains("System.out", "(Loud.java:5)", "only the tour prints"),
                            line -> assertThat(line).contains("System.err", "(Loud.java:6)"),
                            line -> assertThat(line).contains("printStackTrace", "(Loud.java:7)"));
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
