package io.github.jpabyexample.lesson.observation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.jpabyexample.lesson.observation.Observation.Claim;
import io.github.jpabyexample.lesson.observation.Observation.Expectation;
import io.github.jpabyexample.lesson.observation.Observation.Outcome;
import io.github.jpabyexample.lesson.observation.Observation.Shown;
import io.github.jpabyexample.lesson.observation.Observation.Sql;
import io.github.jpabyexample.lesson.observation.Observation.Table;
import io.github.jpabyexample.testing.Rows;
import io.github.jpabyexample.testing.Stack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ObservationTest {

    @TempDir
    Path directory;

    private final Observation observation = new Observation(
            Observation.FORMAT,
            "run 1",
            "org.example.CupTest",
            "Cups break.",
            new Stack("hibernate", "h2", "Hibernate ORM 7", "H2 2", "17", false),
            List.of(new Table("cup", new Rows(List.of("column"), List.of(List.of("id"))))),
            List.of(new Claim(
                    "[engine:junit-jupiter]/[class:org.example.CupTest]/[method:breaks()]",
                    "breaks",
                    List.of("A cup"),
                    "breaks",
                    Outcome.FAILED,
                    "it is of steel: \u00fc \u2026",
                    1_500,
                    List.of(new Sql("select 1", "SELECT", List.of(List.of("null")), 1, 0, 9, "refused")),
                    List.of(new Shown("cups", new Rows(List.of("id"), List.of(List.of("1"))))),
                    List.of("Steel does not."),
                    List.of(new Expectation(
                            Difference.data("pieces")
                                    .write("no steel")
                                    .follows("Entities", "hibernate")
                                    .since("Hibernate 7.4")
                                    .because("a setting"),
                            Map.of("hibernate", "1"),
                            "1")))));

    private Path file;
    private String json;

    @BeforeEach
    void written() throws IOException {
        observation.writeTo(directory);
        file = directory.resolve("hibernate-h2/org.example.CupTest.json");
        json = Files.readString(file);
    }

    @Test
    void is_read_as_it_was_written() throws IOException {
        assertThat(Observation.fileIn(directory, "hibernate-h2", "org.example.CupTest"))
                .isEqualTo(file);
        assertThat(Observation.read(file)).isEqualTo(observation);
        assertThat(json).endsWith("}\n");
    }

    @Test
    void replaces_an_earlier_one_and_leaves_no_draft() throws IOException {
        observation.writeTo(directory);

        try (var files = Files.list(file.getParent())) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void of_another_format_is_refused() throws IOException {
        Files.writeString(file, json.replaceFirst("\"format\" : 3", "\"format\" : 1"));

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> Observation.read(file))
                .withMessage(file + " has format 1, but this version reads format 3: run the lessons again");
    }

    @Test
    void without_a_format_is_refused() throws IOException {
        Files.writeString(file, json.replaceFirst("\"format\" : 3,", ""));

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> Observation.read(file))
                .withMessageContaining("has format 0");
    }

    @Test
    void that_is_no_JSON_or_only_half_of_it_is_refused() throws IOException {
        for (String broken : List.of("no JSON", json.substring(0, json.length() / 2), "[]", "")) {
            Files.writeString(file, broken);

            assertThatExceptionOfType(IOException.class)
                    .isThrownBy(() -> Observation.read(file))
                    .withMessageStartingWith(file.toString());
        }
    }

    @Test
    void with_fields_that_a_later_version_added_is_read() throws IOException {
        Files.writeString(file, json.replaceFirst("\"format\" : 3,", "\"format\" : 3, \"added\" : true,"));

        assertThat(Observation.read(file)).isEqualTo(observation);
    }
}
