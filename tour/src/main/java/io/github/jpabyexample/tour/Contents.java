package io.github.jpabyexample.tour;

import io.github.jpabyexample.course.Chapter;
import io.github.jpabyexample.course.CourseModule;
import io.github.jpabyexample.course.LearningPath;
import io.github.jpabyexample.tour.Syllabus.Numbered;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists modules, and the lessons of their chapters, numbered. */
record Contents(Screen screen, Syllabus syllabus) {

    void modules() {
        int longest = syllabus.modules().stream()
                .mapToInt(module -> module.name().length())
                .max()
                .orElse(0);
        for (CourseModule each : syllabus.modules()) {
            List<Numbered> lessons = syllabus.in(each.name());
            String numbers = lessons.get(0).number() + " to "
                    + lessons.get(lessons.size() - 1).number();
            screen.line(2, ("%-" + longest + "s  %8s  %s").formatted(each.name(), numbers, each.title()), Screen.GOOD);
        }
        screen.blank();
    }

    void paths(List<LearningPath> paths) {
        for (LearningPath each : paths) {
            screen.prose(2, "path " + each.name() + "  " + each.title(), Screen.PLAIN);
        }
        screen.blank();
    }

    void of(List<Numbered> lessons) {
        @Nullable CourseModule module = null;
        @Nullable Chapter chapter = null;
        for (Numbered lesson : lessons) {
            if (!lesson.module().equals(module)) {
                if (module != null) {
                    screen.blank();
                }
                module = lesson.module();
                screen.prose(0, module.name() + ": " + module.title(), Screen.STRONG);
            }
            if (!lesson.chapter().equals(chapter)) {
                chapter = lesson.chapter();
                screen.blank();
                screen.prose(2, chapter.title() + " (" + chapter.name() + ")", Screen.STRONG);
            }
            screen.line(2, "%2d  %s".formatted(lesson.number(), lesson.name()), Screen.GOOD);
            screen.prose(6, lesson.lesson().proves(), Screen.PLAIN);
        }
        screen.blank();
    }
}
