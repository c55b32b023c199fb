package io.github.jpabyexample.tour;

import io.github.jpabyexample.course.Chapter;
import io.github.jpabyexample.course.Course;
import io.github.jpabyexample.course.CourseModule;
import io.github.jpabyexample.course.LessonRef;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The tour, run in this JVM. */
record TourRun(int status, String out, String err) {

    static TourRun of(Course course, String... args) {
        var out = new StringWriter();
        var err = new StringWriter();
        int status = Tour.run(course, Optional::empty, new PrintWriter(out), new PrintWriter(err), args);
        return new TourRun(status, out.toString(), err.toString());
    }

    /** A tour of lessons that stand in the tests of this module. */
    static TourRun ofPlanted(String... lessons) {
        return of(planted(lessons));
    }

    static Course planted(String... lessons) {
        return course(module(
                "planted",
                "Lessons for the tests",
                Stream.of(lessons)
                        .map(lesson -> "io.github.jpabyexample.tour.planted." + lesson)
                        .toArray(String[]::new)));
    }

    static Course course(CourseModule... modules) {
        return new Course(List.of(modules), List.of());
    }

    /** A module with one chapter, {@code all}. */
    static CourseModule module(String name, String title, String... lessons) {
        List<LessonRef> refs =
                Stream.of(lessons).map(lesson -> new LessonRef(name, lesson)).toList();
        return new CourseModule(name, title, List.of(new Chapter("all", "All of them", refs)));
    }
}
