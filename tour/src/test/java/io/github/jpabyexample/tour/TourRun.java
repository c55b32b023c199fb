package io.github.jpabyexample.tour;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Optional;

/** The tour, run in this JVM. */
record TourRun(int status, String out, String err) {

    static TourRun of(Manifest manifest, String... args) {
        var out = new StringWriter();
        var err = new StringWriter();
        int status = Tour.run(manifest, Optional::empty, new PrintWriter(out), new PrintWriter(err), args);
        return new TourRun(status, out.toString(), err.toString());
    }

    /** A tour of lessons that stand in the tests of this module. */
    static TourRun ofPlanted(String... lessons) {
        return of(planted(lessons));
    }

    static Manifest planted(String... lessons) {
        var manifest = new StringBuilder("chapter planted | Lessons for the tests\n");
        for (String lesson : lessons) {
            manifest.append("lesson io.github.jpabyexample.tour.planted.")
                    .append(lesson)
                    .append('\n');
        }
        return Manifest.parse(manifest.toString());
    }
}
