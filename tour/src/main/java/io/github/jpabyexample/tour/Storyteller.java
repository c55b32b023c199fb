package io.github.jpabyexample.tour;

import io.github.jpabyexample.course.LearningPath;
import io.github.jpabyexample.course.LearningPath.Step;
import io.github.jpabyexample.tour.Syllabus.Numbered;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;

/** Tells a path: runs its lessons, and shows of each the claims that are its steps. */
final class Storyteller {

    private final LearningPath story;
    private final Syllabus course;
    private final LessonRunner runner;

    Storyteller(LearningPath story, Syllabus course, LessonRunner runner) {
        this.story = story;
        this.course = course;
        this.runner = runner;
    }

    /** Hears one claim, and says whether the next is wanted. */
    interface Listener {
        boolean hears(Numbered lesson, LessonRun claim) throws IOException;

        /** Waits while a lesson runs. */
        default LessonRun awaits(Numbered lesson, LessonRunner runner) throws IOException {
            return runner.run(lesson.lesson());
        }
    }

    /** {@return what was told: runs of one claim each} */
    List<LessonRun> tell(Listener listener) throws IOException {
        Map<Numbered, LessonRun> runs = new HashMap<>();
        List<LessonRun> told = new ArrayList<>();
        for (Step step : story.steps()) {
            Numbered lesson = course.find(step.lesson()).orElse(null);
            if (lesson == null) {
                continue;
            }
            if (!runs.containsKey(lesson)) {
                runs.put(lesson, listener.awaits(lesson, runner));
            }
            LessonRun claim = step.claim().map(runs.get(lesson)::only).orElse(runs.get(lesson));
            told.add(claim);
            if (!listener.hears(lesson, claim)) {
                break;
            }
        }
        return told;
    }

    /** {@return a listener that waits for Enter after each claim; Ctrl-C and Ctrl-D end the story} */
    static Listener in(Terminal terminal, Recorded recorded) {
        var screen = new Screen(terminal);
        LineReader reader = LineReaderBuilder.builder().terminal(terminal).build();
        return new Listener() {

            @Override
            public LessonRun awaits(Numbered lesson, LessonRunner runner) throws IOException {
                try (var progress = screen.progress(lesson.name(), runner.claims(List.of(lesson.lesson())))) {
                    return runner.run(lesson.lesson(), progress);
                }
            }

            @Override
            public boolean hears(Numbered lesson, LessonRun claim) {
                var view = new LessonScreen(screen, lesson, claim, recorded);
                view.begin();
                claim.claims().forEach(each -> view.claim(each, true));
                screen.flush();
                try {
                    reader.readLine("Enter goes on, Ctrl-D ends> ");
                    return true;
                } catch (UserInterruptException | EndOfFileException e) {
                    return false;
                }
            }
        };
    }
}
