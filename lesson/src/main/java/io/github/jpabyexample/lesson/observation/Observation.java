package io.github.jpabyexample.lesson.observation;

import io.github.jpabyexample.testing.Rows;
import io.github.jpabyexample.testing.Stack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What one lesson did on one stack.
 *
 * @param format the version of this format, {@value #FORMAT}
 * @param run the same for all lessons of one run, different from run to run
 * @param lesson the class name of the lesson
 * @param proves the one sentence that it proves
 * @param stack on what it ran
 * @param tables that it used, as the provider made them, in the order of their names
 * @param claims what it claimed, in the order in which it ran
 */
public record Observation(
        int format, String run, String lesson, String proves, Stack stack, List<Table> tables, List<Claim> claims) {

    /** The version that this class writes and reads. */
    public static final int FORMAT = 3;

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /** What came of a claim. */
    public enum Outcome {
        /** It is true here. */
        HELD,
        /** It is not true here. */
        FAILED,
        /** It was not tried here. */
        SKIPPED
    }

    /**
     * One claim.
     *
     * @param id by which JUnit knows it: the same on each stack, and another for each claim
     * @param method the name of the test method
     * @param states the names of the nested classes around it, from the outside
     * @param sentence the claim
     * @param outcome what came of it
     * @param reason why it failed or was skipped, else null
     * @param micros how long it took, in microseconds
     * @param sql what it sent to the database
     * @param shown tables it showed
     * @param notes what it said
     * @param expectations what differs between stacks
     */
    public record Claim(
            String id,
            String method,
            List<String> states,
            String sentence,
            Outcome outcome,
            @Nullable String reason,
            long micros,
            List<Sql> sql,
            List<Shown> shown,
            List<String> notes,
            List<Expectation> expectations) {

        /**
         * Says whether this is the other claim, on whatever stack, or a single run of it: a method that would run several times
         * is skipped as a whole, before JUnit knows its single runs.
         *
         * @param other a claim of the same lesson
         * @return true if what became of the other one became of this one
         */
        public boolean isOrRunsIn(Claim other) {
            return id.equals(other.id) || id.startsWith(other.id + "/");
        }
    }

    /**
     * One round trip.
     *
     * @param text the SQL
     * @param kind what it does
     * @param parameters the bound values, one list for each set of them
     * @param batch how many sets went at once
     * @param rows how many rows were read or written; -1 where the driver does not tell
     * @param micros how long it took, in microseconds
     * @param failure the database's message, or null
     */
    public record Sql(
            String text,
            String kind,
            List<List<String>> parameters,
            int batch,
            long rows,
            long micros,
            @Nullable String failure) {}

    /**
     * A table that was shown.
     *
     * @param title above it
     * @param table the rows
     */
    public record Shown(String title, Rows table) {}

    /**
     * A table that the provider made.
     *
     * @param name as the database keeps it, in lower case
     * @param columns one row for each: its name, its type, whether it may be null, and of which keys it is part
     */
    public record Table(String name, Rows columns) {}

    /**
     * What differs between stacks.
     *
     * @param difference what is compared, and what to do about it
     * @param values by provider, database, or both, e.g. {@code hibernate-h2}
     * @param here the one that holds on this stack
     */
    public record Expectation(Difference difference, Map<String, String> values, String here) {

        /** {@return what is compared} */
        public String topic() {
            return difference.topic();
        }
    }

    /**
     * Writes to {@code <directory>/<stack>/<lesson>.json}. A reader never sees half a file.
     *
     * @param directory where observations are kept
     * @throws IOException if it cannot be written
     */
    public void writeTo(Path directory) throws IOException {
        Path file = fileIn(directory, stack.name(), lesson);
        Files.createDirectories(file.getParent());
        Path draft = Files.createTempFile(file.getParent(), "observation", ".part");
        Files.writeString(draft, JSON.writeValueAsString(this) + "\n");
        Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
    }

    /**
     * Reads one.
     *
     * @param file written by {@link #writeTo}
     * @return the observation
     * @throws IOException if the file cannot be read, or is of another format
     */
    public static Observation read(Path file) throws IOException {
        try {
            var tree = JSON.readTree(Files.readString(file));
            int format = tree.path("format").asInt(0);
            if (format != FORMAT) {
                throw new IOException(file + " has format " + format + ", but this version reads format " + FORMAT
                        + ": run the lessons again");
            }
            return JSON.treeToValue(tree, Observation.class);
        } catch (JacksonException e) {
            throw new IOException(file + " holds no observation: " + e.getOriginalMessage(), e);
        }
    }

    /**
     * Says where an observation is kept.
     *
     * @param directory where observations are kept
     * @param stack the stack's name, e.g. {@code hibernate-h2}
     * @param lesson the class name
     * @return the file, whether or not it exists
     */
    public static Path fileIn(Path directory, String stack, String lesson) {
        return directory.resolve(stack).resolve(lesson + ".json");
    }
}
