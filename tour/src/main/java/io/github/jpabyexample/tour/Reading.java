package io.github.jpabyexample.tour;

import io.github.jpabyexample.course.source.LessonSource;
import io.github.jpabyexample.lesson.observation.Observation;
import io.github.jpabyexample.tour.Syllabus.Numbered;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** One lesson that has been opened: it was run once, and its claims are shown one after the other. */
final class Reading {

    private final Screen screen;
    private final Numbered lesson;
    private final LessonRun run;
    private final LessonScreen view;
    private final Map<String, Tables> tables;
    private int shown;

    private Reading(Screen screen, Numbered lesson, LessonRun run, LessonScreen view, Map<String, Tables> tables) {
        this.screen = screen;
        this.lesson = lesson;
        this.run = run;
        this.view = view;
        this.tables = tables;
    }

    /** Runs a lesson and shows what comes before its first claim. */
    static Reading begin(Screen screen, Numbered lesson, LessonRunner runner, Recorded recorded) throws IOException {
        try (var progress = screen.progress(lesson.name(), runner.claims(List.of(lesson.lesson())))) {
            return begin(screen, lesson, runner, recorded, progress);
        }
    }

    /**
     * Runs all lessons of a chapter or module, and shows of each claim no more than whether it held.
     *
     * @return the last of them
     */
    static Reading chapter(Screen screen, String name, List<Numbered> lessons, LessonRunner runner, Recorded recorded)
            throws IOException {
        long claims = runner.claims(lessons.stream().map(Numbered::lesson).toList());
        try (var progress = screen.progress(name, claims)) {
            Reading last = begin(screen, lessons.get(0), runner, recorded, progress);
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
        var watcher = new Tables.Watcher(lesson.lesson());
        LessonRun run = runner.run(lesson.lesson(), watcher, progress);
        var view = new LessonScreen(screen, lesson, run, recorded);
        view.begin();
        return new Reading(screen, lesson, run, view, watcher.afterClaim());
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
        screen.pages(
                lesson.name(), LessonSource.of(lesson.lesson().type()).java().text());
    }

    /** Shows the tables as the claim that was shown last has left them. */
    void tables() {
        Observation.Claim seen = shown == 0 ? null : run.claims().get(shown - 1).seen();
        Tables left = seen == null ? null : tables.get(seen.id());
        if (left == null || left.byName().isEmpty()) {
            screen.prose(0, "Of this claim no tables are known.", Screen.ASIDE);
            return;
        }
        left.byName().forEach((name, table) -> {
            if (table.count() > 0) {
                screen.blank();
                String count = table.count() == 1 ? "1 row" : table.count() + " rows";
                int first = table.first().rows().size();
                screen.prose(
                        0, name + ": " + count + (table.count() > first ? ", of which " + first : ""), Screen.STRONG);
                screen.table(0, table.first());
            }
        });
        List<String> empty = left.byName().entrySet().stream()
                .filter(table -> table.getValue().count() == 0)
                .map(Map.Entry::getKey)
                .toList();
        if (!empty.isEmpty()) {
            screen.blank();
            screen.prose(0, "No rows: " + String.join(", ", empty), Screen.FAINT);
        }
    }
}
