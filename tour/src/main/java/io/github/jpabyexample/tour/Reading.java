package io.github.jpabyexample.tour;

import io.github.jpabyexample.testing.Rows;
import io.github.jpabyexample.tour.Syllabus.Numbered;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** One lesson that has been opened: it was run once, and its claims are shown one after the other. */
final class Reading {

    private static final int MOST_ROWS = 10;

    private final Screen screen;
    private final Numbered lesson;
    private final LessonRun run;
    private final LessonScreen view;
    private int shown;

    private Reading(Screen screen, Numbered lesson, LessonRun run, LessonScreen view) {
        this.screen = screen;
        this.lesson = lesson;
        this.run = run;
        this.view = view;
    }

    /** Runs a lesson and shows what comes before its first claim. */
    static Reading begin(Screen screen, Numbered lesson, LessonRunner runner, Recorded recorded) throws IOException {
        try (var progress = screen.progress(lesson.name(), runner.claims(List.of(lesson.lesson())))) {
            return begin(screen, lesson, runner, recorded, progress);
        }
    }

    /**
     * Runs all lessons of a chapter, and shows of each claim no more than whether it held.
     *
     * @return the last of them
     */
    static Reading chapter(Screen screen, List<Numbered> lessons, LessonRunner runner, Recorded recorded)
            throws IOException {
        Numbered first = lessons.get(0);
        long claims = runner.claims(lessons.stream().map(Numbered::lesson).toList());
        try (var progress = screen.progress(first.module().name(), claims)) {
            Reading last = begin(screen, first, runner, recorded, progress);
            last.verdicts();
            for (Numbered lesson : lessons.subList(1, lessons.size())) {
                last = begin(screen, lesson, runner, recorded, progress);
                last.verdicts();
            }
            return last;
        }
    }

    private static Reading begin(
            Screen screen, Numbered lesson, LessonRunner runner, Recorded recorded, ProgressLine progress)
            throws IOException {
        LessonRun run = runner.run(lesson.lesson(), progress);
        var view = new LessonScreen(screen, lesson, run, recorded);
        view.begin();
        return new Reading(screen, lesson, run, view);
    }

    Numbered lesson() {
        return lesson;
    }

    boolean hasMore() {
        return shown < run.claims().size();
    }

    /** {@return how far it has been shown, for a prompt} */
    String place() {
        return lesson.name() + " " + shown + "/" + run.claims().size();
    }

    void claim(boolean formatted) {
        if (hasMore()) {
            view.claim(run.claims().get(shown++), formatted);
        }
    }

    /** Shows the last claim once more. */
    void claimAgain(boolean formatted) {
        shown = Math.max(0, shown - 1);
        claim(formatted);
    }

    void rest(boolean formatted) {
        while (hasMore()) {
            claim(formatted);
        }
    }

    /** Shows of each claim no more than whether it held. */
    private void verdicts() {
        for (LessonRun.Claim claim : run.claims()) {
            screen.blank();
            screen.item("* ", claim.sentence(), Screen.PLAIN);
            view.verdict(claim);
        }
        shown = run.claims().size();
        screen.flush();
    }

    void source() throws IOException {
        screen.pages(lesson.name(), LessonSource.fileOf(lesson.lesson().type()));
    }

    /** Shows the tables as the claim that ran last has left them. */
    void tables() throws SQLException {
        Map<String, Rows> tables = Tables.leftBy(lesson.lesson());
        if (tables.isEmpty()) {
            screen.prose(0, "This lesson keeps no unit in a field, so its tables are not known.", Screen.ASIDE);
        }
        tables.forEach((name, table) -> {
            List<List<String>> rows = table.rows();
            if (!rows.isEmpty()) {
                screen.blank();
                String count = rows.size() == 1 ? "1 row" : rows.size() + " rows";
                String limit = rows.size() > MOST_ROWS ? ", of which " + MOST_ROWS : "";
                screen.prose(0, name + ": " + count + limit, Screen.STRONG);
                screen.table(0, new Rows(table.columns(), rows.subList(0, Math.min(MOST_ROWS, rows.size()))));
            }
        });
        List<String> empty = tables.entrySet().stream()
                .filter(table -> table.getValue().rows().isEmpty())
                .map(Map.Entry::getKey)
                .toList();
        if (!empty.isEmpty()) {
            screen.blank();
            screen.prose(0, "No rows: " + String.join(", ", empty), Screen.FAINT);
        }
    }
}
