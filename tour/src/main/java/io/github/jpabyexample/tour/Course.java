package io.github.jpabyexample.tour;

import io.github.jpabyexample.tour.Manifest.Chapter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All lessons in learning order, numbered from 1 throughout.
 *
 * @param lessons at least one
 */
record Course(List<Numbered> lessons) {

    /** A lesson and its place. */
    record Numbered(int number, Chapter chapter, LessonClass lesson) {

        String name() {
            return LessonClass.shortName(lesson.type().getName());
        }
    }

    static Course of(Map<Chapter, List<LessonClass>> chapters) {
        List<Numbered> lessons = new ArrayList<>();
        chapters.forEach((chapter, found) ->
                found.forEach(lesson -> lessons.add(new Numbered(lessons.size() + 1, chapter, lesson))));
        return new Course(List.copyOf(lessons));
    }

    /** {@return the lesson of a number, or of a class in any case, with or without package and "Test"} */
    Optional<Numbered> find(String numberOrName) {
        String name = Choice.withoutTest(numberOrName.substring(numberOrName.lastIndexOf('.') + 1));
        return lessons.stream()
                .filter(each -> numberOrName.equals(String.valueOf(each.number()))
                        || each.name().equalsIgnoreCase(name))
                .findFirst();
    }

    /** {@return the lesson that stands so many places further on, if there is one} */
    Optional<Numbered> from(Numbered lesson, int places) {
        return find(String.valueOf(lesson.number() + places));
    }

    List<Numbered> in(Chapter chapter) {
        return lessons.stream().filter(each -> each.chapter().equals(chapter)).toList();
    }

    List<Chapter> chapters() {
        return lessons.stream().map(Numbered::chapter).distinct().toList();
    }

    List<String> names() {
        return lessons.stream().map(Numbered::name).toList();
    }

    List<String> chapterNames() {
        return chapters().stream().map(Chapter::name).toList();
    }

    Optional<Chapter> chapter(String name) {
        return chapters().stream()
                .filter(chapter -> chapter.name().equalsIgnoreCase(name))
                .findFirst();
    }
}
