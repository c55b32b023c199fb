package io.github.jpabyexample.comparison;

import static io.github.jpabyexample.comparison.PlantedRun.ECLIPSELINK_POSTGRESQL;
import static io.github.jpabyexample.comparison.PlantedRun.HIBERNATE_H2;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import io.github.jpabyexample.testing.Stack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a complete run, and of the page that was there before. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ComparisonTest {

    @TempDir
    Path root;

    PlantedRun run;

    @BeforeEach
    void all_lessons_ran_on_all_stacks() throws IOException {
        run = new PlantedRun(root);
    }

    @Nested
    class A_complete_run {

        @Test
        void becomes_a_page() throws IOException {
            assertThat(run.writePage()).isEqualTo("""
                    # Where the providers differ

                    The same Java code, the same mapping, another outcome: this page lists all differences that the lessons
                    found between Hibernate ORM 7.4 and EclipseLink 5.0, on H2 and PostgreSQL, the worst kind first.
                    Each value was asserted by a lesson that ran, and held. EclipseLink was woven by its agent, Hibernate was not enhanced at
                    build time, and both had [the settings of this project](../providers/README.md#why-each-setting-is-there), which make
                    them more alike than they are by default.
                    Read a row from left to right: what is compared, what each provider does, the database where it matters,
                    what to write so that it is the same everywhere, who does what Jakarta Persistence says, and the lesson that has the code.

                    | Kind | Differences |
                    |---|---|
                    | [Wrong or lost data, without a word](#wrong-or-lost-data-without-a-word) | 1 |
                    | Another exception | 0 |
                    | Another answer, by which nothing is lost | 0 |
                    | Another cost in statements | 0 |
                    | [Another schema](#another-schema) | 1 |
                    | **All** | **2** |

                    ## Wrong or lost data, without a word

                    | What is compared | Hibernate ORM 7.4 | EclipseLink 5.0 | Database | What to write | Jakarta Persistence | Lesson |
                    |---|---|---|---|---|---|---|
                    | Tea stays hot | yes | no | H2 | A lid | Hibernate ORM follows “Entities”; since Hibernate 6; because of a setting | [CupTest](../kitchen/src/test/java/org/example/kitchen/CupTest.java) |

                    ## Another schema

                    | What is compared | Hibernate ORM 7.4, H2 | Hibernate ORM 7.4, PostgreSQL | EclipseLink 5.0, H2 | EclipseLink 5.0, PostgreSQL | What to write | Jakarta Persistence | Lesson |
                    |---|---|---|---|---|---|---|---|
                    | Cup.pieces | 1 | 1 | 2 \\| 3 | 2 \\| 3 | A number | left open by “Entities” | [CupTest](../kitchen/src/test/java/org/example/kitchen/CupTest.java) |

                    ---

                    Made by `mvn verify -Pall-stacks -Dwrite` from what the lessons left behind, not by hand: see [comparison](../comparison/README.md).
                    """);
        }

        @Test
        void becomes_the_same_page_with_other_times_and_newer_patches() throws IOException {
            String page = run.writePage();

            for (Stack stack : PlantedRun.STACKS) {
                run.change(stack, "1500", "9000").change(stack, "17.0.15", "25");
            }
            run.change(HIBERNATE_H2, "7.4.13.Final", "7.4.14.Final");
            run.change(ECLIPSELINK_POSTGRESQL, "5.0.0", "5.0.2").change(ECLIPSELINK_POSTGRESQL, "18.4", "17.10");

            assertThat(run.writePage()).isEqualTo(page);
        }

        @Test
        void names_no_database_in_a_kind_where_none_matters() throws IOException {
            for (Stack stack : PlantedRun.STACKS) {
                run.change(stack, "\"eclipselink\" : \"true\"", "\"eclipselink\" : \"false\"");
            }
            run.change(ECLIPSELINK_POSTGRESQL, "\"here\" : \"true\"", "\"here\" : \"false\"");

            assertThat(run.writePage())
                    .contains(
                            "| What is compared | Hibernate ORM 7.4 | EclipseLink 5.0 | What to write | Jakarta Persistence | Lesson |\n")
                    .contains("| Tea stays hot | yes | no | A lid |");
        }

        @Test
        void says_where_a_claim_was_skipped() throws IOException {
            run.change(ECLIPSELINK_POSTGRESQL, "HELD", "SKIPPED");

            assertThat(run.writePage())
                    .contains("| Tea stays hot | yes | no | H2 |", "| Tea stays hot | yes | not run | PostgreSQL |");
        }

        @Test
        void says_so_too_where_a_method_that_runs_several_times_was_skipped_as_a_whole() throws IOException {
            String method = "[test-template:keeps_tea(int)]";
            for (Stack stack : PlantedRun.STACKS) {
                run.change(stack, "[method:keeps_tea()]", method + "/[test-template-invocation:#1]");
            }
            run.change(ECLIPSELINK_POSTGRESQL, method + "/[test-template-invocation:#1]", method)
                    .change(ECLIPSELINK_POSTGRESQL, "HELD", "SKIPPED");

            assertThat(run.writePage())
                    .contains("| Tea stays hot | yes | no | H2 |", "| Tea stays hot | yes | not run | PostgreSQL |");
        }
    }

    @Nested
    class The_program {

        @Test
        void does_nothing_unless_it_is_asked_to() {
            assertThatNoException().isThrownBy(() -> main("none"));

            assertThat(run.page()).doesNotExist();
        }

        @Test
        void asks_for_the_lessons_of_the_course_on_each_provider_and_database_that_the_build_names() {
            for (String mode : List.of("check", "write")) {
                assertThatIllegalStateException()
                        .isThrownBy(() -> main(mode))
                        .withMessageStartingWith("FirstEntityTest left no observation on third-fourth. ");
            }
        }

        private void main(String mode) throws IOException {
            String folder = root.toString();
            Comparison.main(new String[] {folder, folder, "today", "third|hibernate", "fourth|h2", mode});
        }
    }

    @Nested
    class A_page_that_was_there_before {

        @BeforeEach
        void written() throws IOException {
            run.writePage();
        }

        @Test
        void is_accepted_if_it_says_the_same() {
            assertThatNoException().isThrownBy(run::compare);
        }

        @Test
        void is_refused_with_the_first_line_that_is_stale_and_the_way_to_renew_it() throws IOException {
            String current = Files.readString(run.page());
            String stale = current.replace("| Tea stays hot | yes | no |", "| Tea stays hot | yes | yes |");
            Files.writeString(run.page(), stale);

            assertThatIllegalStateException()
                    .isThrownBy(run::compare)
                    .withMessageContaining("docs/provider-differences.md is stale: line")
                    .withMessageContaining("is\n  | Tea stays hot | yes | yes | H2 |")
                    .withMessageContaining("but should be\n  | Tea stays hot | yes | no |")
                    .withMessageContaining("Renew it by: mvn verify -Pall-stacks -Dwrite");
            assertThat(run.page()).hasContent(stale);
        }

        @Test
        void is_refused_if_it_is_longer_or_shorter_or_gone() throws IOException {
            String current = Files.readString(run.page());

            Files.writeString(run.page(), current + "One more line.\n");
            assertThatIllegalStateException()
                    .isThrownBy(run::compare)
                    .withMessageContaining("is\n  One more line.\nbut should be\n  (no more)");

            Files.writeString(run.page(), "# Where the providers differ\n");
            assertThatIllegalStateException()
                    .isThrownBy(run::compare)
                    .withMessageContaining("line 2 is\n  (no more)\nbut should be\n  \n");

            Files.delete(run.page());
            assertThatIllegalStateException()
                    .isThrownBy(run::compare)
                    .withMessageContaining("line 1 is\n  (no more)\nbut should be\n  # Where the providers differ\n");
        }
    }
}
