package io.github.jpabyexample.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("strict")
class HouseStyleTest {

    private final Repository project = Repository.here();

    @TempDir
    Path folder;

    @Nested
    class A_package_of_main_code {

        @Test
        void is_null_marked() {
            assertThat(HouseStyle.packagesNotNullMarked(project)).isEmpty();
        }

        @Test
        void is_found_where_it_is_not() {
            var planted = Planted.in(folder)
                    .main("crud", "@org.jspecify.annotations.NullMarked package marked;")
                    .main("crud", "package marked; class Marked {}")
                    .main("crud", "package bare; class Bare {}");

            assertThat(HouseStyle.packagesNotNullMarked(planted.repository()))
                    .singleElement()
                    .asString()
                    .contains("crud/src/main/java/bare is not null-marked", "package-info.java");
        }
    }

    @Nested
    class A_name_that_says_nothing {

        @Test
        void is_not_used() {
            assertThat(HouseStyle.emptyNames(project)).isEmpty();
        }

        @Test
        void is_found_in_main_and_test_code() {
            var planted = Planted.in(folder)
                    .main("crud", "package a; class QueryHelper {}")
                    .main("crud", "package a; class StringUtils {}")
                    .main("crud", "package a; class TransactionManager {}")
                    .main("crud", "package a; class Manager {}")
                    .test("crud", "package a; abstract class AbstractCrudTest { class An_EntityManager {} }");

            assertThat(HouseStyle.emptyNames(planted.repository()))
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
            assertThat(HouseStyle.prints(project)).isEmpty();
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

            assertThat(HouseStyle.prints(planted.repository()))
                    .satisfiesExactlyInAnyOrder(
                            line -> assertThat(line).contains("System.out", "(Loud.java:5)", "only the tour prints"),
                            line -> assertThat(line).contains("System.err", "(Loud.java:6)"),
                            line -> assertThat(line).contains("printStackTrace", "(Loud.java:7)"));
        }
    }
}
