package io.github.jpabyexample.tour;

import io.github.jpabyexample.course.Chapter;
import io.github.jpabyexample.course.Course;
import io.github.jpabyexample.course.CourseModule;
import io.github.jpabyexample.course.LessonRef;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/** What a user picks out of the course, by names that may be misspelt. */
final class Choice {

    private static final double ALIKE = 0.75;

    private Choice() {}

    /**
     * Keeps the chosen modules or chapters, and in them the chosen lessons.
     *
     * @param chapters names of modules or of chapters, in any case; none for all
     * @param lessons simple names of classes in any case, with or without "Test"; none for all lessons
     * @return a course with at least one lesson, in learning order, and with all paths
     * @throws IllegalArgumentException if a name isn't known, with the one that was probably meant
     */
    static Course of(Course course, Collection<String> chapters, Collection<String> lessons) {
        List<String> known = Stream.concat(
                        course.modules().stream().map(CourseModule::name),
                        course.chapters().map(Chapter::name))
                .toList();
        chapters.forEach(name -> require(name, "chapter", known, ""));
        Course inChapters = narrowed(
                course,
                (module, chapter) ->
                        chapters.isEmpty() || contains(chapters, module.name()) || contains(chapters, chapter.name()),
                lesson -> true);

        String where = chapters.isEmpty() ? "" : " in " + String.join(", ", chapters);
        List<String> names =
                inChapters.lessons().stream().map(LessonRef::shortName).toList();
        List<String> wanted = lessons.stream().map(LessonRef::withoutTest).toList();
        wanted.forEach(name -> require(name, "lesson", names, where));
        return narrowed(
                inChapters,
                (module, chapter) -> true,
                lesson -> wanted.isEmpty() || contains(wanted, lesson.shortName()));
    }

    private interface InChapter {
        boolean test(CourseModule module, Chapter chapter);
    }

    private static Course narrowed(Course course, InChapter inChapter, Predicate<LessonRef> isLesson) {
        return new Course(
                course.modules().stream()
                        .map(module -> new CourseModule(
                                module.name(),
                                module.title(),
                                module.chapters().stream()
                                        .filter(chapter -> inChapter.test(module, chapter))
                                        .map(chapter -> new Chapter(
                                                chapter.name(),
                                                chapter.title(),
                                                chapter.lessons().stream()
                                                        .filter(isLesson)
                                                        .toList()))
                                        .filter(chapter -> !chapter.lessons().isEmpty())
                                        .toList()))
                        .filter(module -> !module.chapters().isEmpty())
                        .toList(),
                course.paths());
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

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
