package io.github.jpabyexample.tour;

import io.github.jpabyexample.tour.Course.Numbered;
import io.github.jpabyexample.tour.Manifest.Chapter;
import java.util.List;

/** Lists chapters, and their lessons, numbered. */
record Contents(Screen screen, Course course) {

    void chapters() {
        int longest =
                course.chapterNames().stream().mapToInt(String::length).max().orElse(0);
        for (Chapter each : course.chapters()) {
            List<Numbered> lessons = course.in(each);
            String numbers = lessons.get(0).number() + " to "
                    + lessons.get(lessons.size() - 1).number();
            screen.line(2, ("%-" + longest + "s  %8s  %s").formatted(each.name(), numbers, each.title()), Screen.GOOD);
        }
        screen.blank();
    }

    void of(List<Chapter> chapters) {
        for (Chapter each : chapters) {
            screen.prose(0, each.name() + ": " + each.title(), Screen.STRONG);
            for (Numbered lesson : course.in(each)) {
                screen.line(2, "%2d  %s".formatted(lesson.number(), lesson.name()), Screen.GOOD);
                screen.prose(6, lesson.lesson().proves(), Screen.PLAIN);
            }
            screen.blank();
        }
    }
}
