package io.github.jpabyexample.course.pages;

import io.github.jpabyexample.course.Course;
import io.github.jpabyexample.course.LearningPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The paths of the course in the project's README, between {@code <!-- paths -->} and {@code <!-- /paths -->}. */
final class PathLists {

    private static final String README = "README.md";
    private static final Pattern PLACE = Pattern.compile("(<!-- paths -->\n)(.*?)(<!-- /paths -->\n?)", Pattern.DOTALL);

    private PathLists() {}

    static MadePage in(Path root, Course course) throws IOException {
        String text = Files.readString(root.resolve(README)).replace("\r\n", "\n");
        Matcher place = PLACE.matcher(text);
        if (!place.find()) {
            throw new IllegalStateException(README + " has no place for the paths of " + Course.FILE
                    + ": add the lines\n<!-- paths -->\n<!-- /paths -->");
        }
        String paths = course.paths().stream()
                // Single claims make no list of lessons.
                .filter(path ->
                        path.steps().stream().allMatch(step -> step.claim().isEmpty()))
                .map(PathLists::list)
                .collect(Collectors.joining());
        return new MadePage(
                root, README, place.replaceFirst(Matcher.quoteReplacement(place.group(1) + paths + place.group(3))));
    }

    private static String list(LearningPath path) {
        return path.steps().stream()
                .map(step -> LessonPages.link(step.lesson(), "docs/lessons/"))
                .collect(Collectors.joining(" → ", "- **" + path.title() + "** (`path " + path.name() + "`): ", "\n"));
    }
}
