package io.github.jpabyexample.tour;

import io.github.jpabyexample.course.LearningPath;
import io.github.jpabyexample.tour.Syllabus.Numbered;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where Enter leads: along a path while the reader is on it, else in learning order. */
final class Trail {

    private final Syllabus course;
    private final List<LearningPath> paths;
    private @Nullable LearningPath walked;

    /**
     * Begins on the first path.
     *
     * @param paths of the whole course; lessons that the reader has not chosen are left out
     */
    Trail(Syllabus course, List<LearningPath> paths) {
        this.course = course;
        this.paths = paths.stream().filter(path -> !lessons(path).isEmpty()).toList();
        this.walked = this.paths.isEmpty() ? null : this.paths.get(0);
    }

    List<LearningPath> paths() {
        return paths;
    }

    List<String> names() {
        return paths.stream().map(LearningPath::name).toList();
    }

    /** {@return the first lesson of a path that is begun; none where no path is called so} */
    Optional<Numbered> begin(String name) {
        Optional<LearningPath> found = paths.stream()
                .filter(path -> path.name().equalsIgnoreCase(name))
                .findFirst();
        found.ifPresent(path -> walked = path);
        return found.map(path -> lessons(path).get(0));
    }

    /** {@return where a new reader begins} */
    Numbered first() {
        return walked == null ? course.lessons().get(0) : lessons(walked).get(0);
    }

    /** {@return the lesson that stands so many places further on} */
    Optional<Numbered> from(Numbered lesson, int places) {
        List<Numbered> steps = steps();
        int place = steps.indexOf(lesson);
        if (place < 0) {
            return course.from(lesson, places);
        }
        int wanted = place + places;
        return wanted < 0 || wanted >= steps.size() ? Optional.empty() : Optional.of(steps.get(wanted));
    }

    /** {@return how far on a path a lesson is, in words; an empty text where it is on none} */
    String place(Numbered lesson) {
        List<Numbered> steps = steps();
        int place = steps.indexOf(lesson);
        return place < 0 || walked == null ? "" : walked.name() + ", " + (place + 1) + " of " + steps.size();
    }

    /** {@return what to say after the last claim of a lesson} */
    String whatIsNext(Numbered lesson) {
        return from(lesson, 1)
                .map(next -> "That was the last claim. Enter opens " + next.title() + ".")
                .orElse("That was the last claim of the last lesson. path and a name begin another way.");
    }

    private List<Numbered> steps() {
        return walked == null ? List.of() : lessons(walked);
    }

    private List<Numbered> lessons(LearningPath path) {
        return path.steps().stream()
                .map(step -> course.find(step.lesson()))
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }
}
