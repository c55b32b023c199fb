package io.github.jpabyexample.course;

import io.github.jpabyexample.lesson.Lesson;
import io.github.jpabyexample.lesson.observation.Observation;
import java.nio.file.Path;

/**
 * A lesson, known by its class.
 *
 * @param module the name of its module, which is also its folder, e.g. {@code models}
 * @param className with the package
 */
public record LessonRef(String module, String className) {

    static final String PACKAGE = "io.github.jpabyexample.";

    static LessonRef in(String module, String name) {
        return new LessonRef(module, PACKAGE + module + "." + name);
    }

    /** {@return the name of the class without its package, e.g. {@code FirstEntityTest}} */
    public String simpleName() {
        return className.substring(className.lastIndexOf('.') + 1);
    }

    /** {@return what a reader calls it, e.g. {@code FirstEntity}} */
    public String shortName() {
        return withoutTest(simpleName());
    }

    /**
     * Shortens a class's name, as readers do.
     *
     * @param simpleName e.g. {@code FirstEntityTest}
     * @return e.g. {@code FirstEntity}
     */
    public static String withoutTest(String simpleName) {
        return simpleName.replaceFirst("(?i)Test$", "");
    }

    /** {@return its source, from the folder of its module on, with slashes} */
    public String source() {
        return "src/test/java/" + className.replace('.', '/') + ".java";
    }

    /**
     * Says where it leaves what it did.
     *
     * @param observations the folder of all observations
     * @param stack the name of a stack, e.g. {@code hibernate-h2}
     * @return the file, whether or not it exists
     */
    public Path observation(Path observations, String stack) {
        return Observation.fileIn(observations, stack, className);
    }

    /**
     * Loads its class, which isn't initialised: nothing is opened by it.
     *
     * @return the class, annotated as a {@link Lesson}
     * @throws ClassNotFoundException if it isn't on the class path, or is no lesson; the message says which, and what to do
     */
    public Class<?> load() throws ClassNotFoundException {
        Class<?> type;
        try {
            type = Class.forName(className, false, LessonRef.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new ClassNotFoundException(
                    Course.FILE + " names the lesson " + className + ", but no such class is on the class path: correct"
                            + " the name, or add the test-jar of its module to course/pom.xml.",
                    e);
        }
        if (!type.isAnnotationPresent(Lesson.class)) {
            throw new ClassNotFoundException(
                    Course.FILE + " names " + className + ", which is no lesson: it has no @Lesson.");
        }
        return type;
    }
}
