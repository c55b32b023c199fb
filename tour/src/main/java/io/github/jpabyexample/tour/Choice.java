package io.github.jpabyexample.tour;

import io.github.jpabyexample.tour.Manifest.Chapter;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/** What a user picks out of the manifest, by names that may be misspelt. */
final class Choice {

    private static final double ALIKE = 0.75;

    private Choice() {}

    /**
     * Keeps the chosen chapters, and in them the chosen lessons.
     *
     * @param chapters names in any case; none for all chapters
     * @param lessons simple names of classes in any case, with or without "Test"; none for all lessons
     * @return chapters with at least one lesson, in learning order
     * @throws IllegalArgumentException if a name isn't known, with the one that was probably meant
     */
    static List<Chapter> of(Manifest manifest, Collection<String> chapters, Collection<String> lessons) {
        List<Chapter> all = manifest.chapters().stream()
                .filter(chapter -> !chapter.lessons().isEmpty())
                .toList();
        List<String> chapterNames = all.stream().map(Chapter::name).toList();
        chapters.forEach(name -> require(name, "chapter", chapterNames));

        List<Chapter> inChapters = all.stream()
                .filter(chapter -> chapters.isEmpty() || contains(chapters, chapter.name()))
                .toList();
        String where = chapters.isEmpty() ? "" : " in " + String.join(", ", chapters);
        List<String> lessonNames = inChapters.stream()
                .flatMap(chapter -> chapter.lessons().stream())
                .map(LessonClass::shortName)
                .toList();
        List<String> wanted = lessons.stream().map(Choice::withoutTest).toList();
        wanted.forEach(name -> require(name, "lesson", lessonNames, where));

        return inChapters.stream()
                .map(chapter -> new Chapter(
                        chapter.name(),
                        chapter.title(),
                        chapter.lessons().stream()
                                .filter(lesson -> wanted.isEmpty() || contains(wanted, LessonClass.shortName(lesson)))
                                .toList()))
                .filter(chapter -> !chapter.lessons().isEmpty())
                .toList();
    }

    private static void require(String name, String kind, List<String> known) {
        require(name, kind, known, "");
    }

    private static void require(String name, String kind, List<String> known, String where) {
        if (contains(known, name)) {
            return;
        }
        String advice =
                alike(name, known).map(best -> "did you mean '" + best + "'?").orElse("--list shows what there is");
        throw new IllegalArgumentException("no " + kind + " '" + name + "'" + where + "; " + advice);
    }

    /** {@return the known name that was probably meant} */
    static Optional<String> alike(String name, List<String> known) {
        var similarity = new JaroWinklerSimilarity();
        Comparator<String> byLikeness = Comparator.comparingDouble(each -> similarity.apply(lower(each), lower(name)));
        return known.stream().max(byLikeness).filter(best -> similarity.apply(lower(best), lower(name)) >= ALIKE);
    }

    private static boolean contains(Collection<String> names, String name) {
        return names.stream().anyMatch(name::equalsIgnoreCase);
    }

    static String withoutTest(String name) {
        return lower(name).endsWith("test") ? name.substring(0, name.length() - "test".length()) : name;
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
