package io.github.jpabyexample.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LessonRulesTest {

    private final Repository project = Repository.here();

    @TempDir
    Path folder;

    @Test
    void the_project_has_lessons() {
        assertThat(LessonClass.of(project)).isNotEmpty();
    }

    @Nested
    class A_claim {

        @Test
        void asserts_something() {
            assertThat(LessonRules.claimsWithoutAssertion(project)).isEmpty();
        }

        @Test
        void is_found_when_it_asserts_nothing() {
            assertThat(claimsWithoutAssertion("""
                            @Nested class A_state {
                                @Test void runs() { new Object().hashCode(); }
                                @ParameterizedTest @ValueSource(ints = 1) void runs_each(int i) { helps(); }
                                void helps() { toString(); }
                            }
                            @Test void starts_to_assert() { assertThat(1).as("one"); }
                            @Test void catches() { catchThrowable(() -> {}); }
                            """))
                    .hasSize(4)
                    .anyMatch(line -> line.contains("PlantedTest$A_state.runs() (PlantedTest.java:10)"))
                    .anyMatch(line -> line.contains("runs_each(int)"))
                    .anyMatch(line -> line.contains("starts_to_assert()"))
                    .anyMatch(line -> line.contains("catches()"))
                    .allMatch(line -> line.contains("asserts nothing"));
        }

        @Test
        void may_assert_by_a_lambda_by_a_method_of_its_lesson_and_by_any_of_the_libraries() {
            assertThat(claimsWithoutAssertion("""
                            @Nested class A_state {
                                @Test void in_a_lambda() { List.of(1).forEach(i -> assertThat(i).isOne()); }
                                @Test void by_a_method() { first(); }
                                @Test void by_a_reference() { List.of(1).forEach(PlantedTest::second); }
                            }
                            void first() { second(1); }
                            static void second(int i) { assertThat(i).isPositive(); }
                            @Test void of_sql(LessonUnit jpa) { assertThat(jpa.sql()).hasSelects(1); }
                            @Test void of_a_failure() { assertThatThrownBy(() -> first()); }
                            @Test void of_its_type() { assertThatIllegalStateException().isThrownBy(() -> first()); }
                            @Test void softly() { SoftAssertions.assertSoftly(soft -> soft.assertThat(1).isOne()); }
                            @Test void of_JUnit() { org.junit.jupiter.api.Assertions.assertEquals(1, 1); }
                            """)).isEmpty();
        }

        private List<String> claimsWithoutAssertion(String body) {
            return LessonRules.claimsWithoutAssertion(
                    planted("@Lesson(value = \"One.\", level = io.github.jpabyexample.lesson.Level.BASIC)", body));
        }
    }

    @Nested
    class A_lesson {

        @Test
        void is_never_disabled() {
            assertThat(LessonRules.disabled(project)).isEmpty();
        }

        @Test
        void is_found_when_it_or_a_part_of_it_is_disabled() {
            var body = """
                    @Disabled @Nested class A_state {}
                    @Disabled @Test void claims() {}
                    @Test void runs() {}
                    """;

            assertThat(LessonRules.disabled(planted(
                            "@Lesson(value = \"One.\", level = io.github.jpabyexample.lesson.Level.BASIC) @Disabled",
                            body)))
                    .satisfiesExactlyInAnyOrder(
                            line -> assertThat(line).contains("PlantedTest (PlantedTest.java", "mend it", "@OnlyOn"),
                            line -> assertThat(line).contains("PlantedTest$A_state"),
                            line -> assertThat(line).contains("PlantedTest.claims()"));
        }
    }

    @Nested
    class A_lesson_that_imports_its_provider {

        @Test
        void can_be_loaded_without_it() {
            assertThat(LessonRules.boundToAProvider(project)).isEmpty();
        }

        @Test
        void is_found_where_it_cannot() {
            var hibernate =
                    Planted.in(folder).main("providers/hibernate", "package org.hibernate; public class Session {}");
            var body = """
                    @Test void inside() { new org.hibernate.Session().hashCode(); }
                    @Nested class A_field { org.hibernate.Session session; }
                    @Test void lambda() {
                        var session = new org.hibernate.Session();
                        Runnable work = () -> session.hashCode();
                    }
                    """;

            assertThat(LessonRules.boundToAProvider(planted(
                            hibernate,
                            "@Lesson(value = \"One.\", level = io.github.jpabyexample.lesson.Level.BASIC)",
                            body)))
                    .satisfiesExactlyInAnyOrder(
                            line -> assertThat(line)
                                    .contains("PlantedTest$A_field (PlantedTest.java", "Session session"),
                            line -> assertThat(line)
                                    .contains("lambda$lambda$0(org.hibernate.Session)", "let no lambda"));
        }
    }

    @Nested
    class A_test_that_opens_a_unit {

        private static final String OPENS =
                "@RegisterExtension static final LessonUnit jpa = LessonUnit.of(\"bookstore\");";

        @Test
        void is_a_lesson() {
            assertThat(LessonRules.testsThatShouldTeach(project)).isEmpty();
        }

        @Test
        void is_found_when_it_is_none() {
            assertThat(LessonRules.testsThatShouldTeach(
                            planted("", "@Nested class A_state { @Test void f() { jpa.sql(); } }" + OPENS)))
                    .singleElement()
                    .asString()
                    .contains("planted.PlantedTest", "annotate it with @Lesson");
        }

        @Test
        void is_left_alone_when_it_is_one_and_when_it_opens_none() {
            assertThat(LessonRules.testsThatShouldTeach(planted(
                            "@Lesson(value = \"One.\", level = io.github.jpabyexample.lesson.Level.BASIC)", OPENS)))
                    .isEmpty();
            assertThat(LessonRules.testsThatShouldTeach(planted("", "@Test void adds() {}")))
                    .isEmpty();
        }
    }

    private Repository planted(String annotations, String body) {
        return planted(Planted.in(folder), annotations, body);
    }

    private static Repository planted(Planted tree, String annotations, String body) {
        var source = """
                package planted;
                import static org.assertj.core.api.Assertions.*;
                import io.github.jpabyexample.lesson.*; import io.github.jpabyexample.testing.*;
                import java.util.List;
                import org.assertj.core.api.*;
                import org.junit.jupiter.api.*; import org.junit.jupiter.api.extension.*;
                import org.junit.jupiter.params.*; import org.junit.jupiter.params.provider.*;
                %s class PlantedTest {
                %s}
                """;
        return tree.test("crud", source.formatted(annotations, body)).repository();
    }
}
