package io.github.jpabyexample.tour;

import io.github.jpabyexample.tour.Course.Numbered;
import io.github.jpabyexample.tour.Manifest.Chapter;
import java.util.List;

/** Lists chapters with their lessons, numbered. */
record Contents(Screen screen, Course course) {

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
