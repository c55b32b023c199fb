package io.github.jpabyexample.tour;

import io.github.jpabyexample.course.source.LessonSource;
import io.github.jpabyexample.tour.Syllabus.Numbered;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Finds a word in the sentences, the claims and the sources of all lessons. */
record Search(Screen screen, Syllabus course) {

    private static final int MOST_LINES = 5;
    private static final Pattern CLASS = Pattern.compile("(public )?class .*");

    void of(String word) throws IOException {
        int found = 0;
        for (Numbered lesson : course.lessons()) {
            String proves = lesson.lesson().proves();
            List<String> lines = LessonSource.of(lesson.lesson().type())
                    .java()
                    .text()
                    .lines()
                    // Before its first brace stand the imports, and the sentence once more.
                    .dropWhile(line -> !CLASS.matcher(line).matches())
                    .skip(1)
                    .map(Search::readable)
                    .filter(line -> contains(line, word))
                    .toList();
            if (contains(proves, word) || !lines.isEmpty()) {
                found++;
                screen.line(0, "%2d  %s".formatted(lesson.number(), lesson.name()), Screen.GOOD);
                screen.prose(4, proves, Screen.PLAIN, word);
                lines.stream().limit(MOST_LINES).forEach(line -> screen.prose(8, line, Screen.FAINT, word));
                if (lines.size() > MOST_LINES) {
                    screen.prose(8, "… and " + (lines.size() - MOST_LINES) + " more lines", Screen.FAINT);
                }
            }
        }
        if (found == 0) {
            screen.prose(0, "'" + word + "' stands in no lesson.", Screen.ASIDE);
        }
    }

    // A claim is the name of a method: searched, and shown, as the sentence that it is.
    private static String readable(String line) {
        return line.strip().replaceFirst("^void (\\w+_\\w+)\\(.*", "$1").replaceAll("(?<=\\w)_(?=\\w)", " ");
    }

    private static boolean contains(String text, String word) {
        return text.toLowerCase(Locale.ROOT).contains(word.toLowerCase(Locale.ROOT));
    }
}
