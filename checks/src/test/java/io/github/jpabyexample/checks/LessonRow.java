package io.github.jpabyexample.checks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A row of a table of lessons. */
record LessonRow(Path readme, int line, String text) {

    static final String HEADER = "| Lesson | What it proves | Providers | In SQLAlchemy |";

    private static final Pattern LINK = Pattern.compile("\\[[^]]+]\\(([^)]+)\\)");

    /** The rows of all tables with our header; a file that is missing has none. */
    static List<LessonRow> of(Path readme) {
        List<LessonRow> rows = new ArrayList<>();
        List<String> lines =
                Files.exists(readme) ? Repository.read(readme).lines().toList() : List.of();
        boolean inTable = false;
        for (int i = 0; i < lines.size(); i++) {
            var row = new LessonRow(readme, i + 1, lines.get(i).strip());
            boolean isHeader = row.cells().equals(cells(HEADER));
            inTable = isHeader || (inTable && row.text().startsWith("|"));
            if (inTable && !isHeader && !row.text().matches("[|:\\- ]+")) {
                rows.add(row);
            }
        }
        return rows;
    }

    /** The row that a lesson should have, to be pasted. */
    static String due(LessonClass lesson) {
        Path source = lesson.module().folder().relativize(lesson.source());
        return "| [%s](%s) | %s | %s | … |"
                .formatted(
                        lesson.type().getSimpleName(),
                        source.toString().replace('\\', '/'),
                        lesson.proves().replace("|", "\\|"),
                        providers(lesson));
    }

    Path source() {
        Matcher link = LINK.matcher(cells().get(0));
        return readme.resolveSibling(link.lookingAt() ? link.group(1) : "").normalize();
    }

    List<String> disagreements(LessonClass lesson) {
        if (cells().size() != 4 || cells().get(3).isEmpty()) {
            return List.of("has not four filled cells, as its table's header has: " + text);
        }
        List<String> found = new ArrayList<>();
        if (!cells().get(1).equals(lesson.proves())) {
            found.add("says\n%s\nbut @Lesson of %s says\n%s\n: make them equal"
                    .formatted(cells().get(1), lesson.type().getSimpleName(), lesson.proves()));
        }
        if (!cells().get(2).equals(providers(lesson))) {
            found.add("says '%s' of the providers, but %s %s: write '%s'"
                    .formatted(cells().get(2), lesson.type().getSimpleName(), why(lesson), providers(lesson)));
        }
        return found;
    }

    private static String providers(LessonClass lesson) {
        if (!lesson.only().isEmpty()) {
            return "only " + String.join(", ", lesson.only());
        }
        return lesson.differs() ? "differs" : "alike";
    }

    private static String why(LessonClass lesson) {
        if (!lesson.only().isEmpty()) {
            return "is @OnlyOn";
        }
        return lesson.differs() ? "calls expect(…)" : "never calls expect(…)";
    }

    private List<String> cells() {
        return cells(text);
    }

    private static List<String> cells(String row) {
        return Arrays.stream(row.replaceAll("^\\||\\|$", "").split("(?<!\\\\)\\|", -1))
                .map(cell -> cell.strip().replace("\\|", "|"))
                .toList();
    }
}
