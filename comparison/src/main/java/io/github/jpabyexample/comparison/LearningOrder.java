package io.github.jpabyexample.comparison;

import io.github.jpabyexample.lesson.observation.Observation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The chapters and their lessons, as the tour takes them. That its list is complete is for {@code checks} to hold. */
record LearningOrder(List<Chapter> chapters) {

    private static final String FILE = "tour/src/main/resources/io/github/jpabyexample/tour/lessons.txt";

    /**
     * A chapter.
     *
     * @param module the folder of its lessons
     * @param title for readers
     * @param lessons in learning order
     */
    record Chapter(String module, String title, List<Lesson> lessons) {}

    /**
     * A lesson.
     *
     * @param module the folder in which it stands
     * @param className with its package
     */
    record Lesson(String module, String className) {

        String name() {
            return className.substring(className.lastIndexOf('.') + 1);
        }

        String source() {
            return module + "/src/test/java/" + className.replace('.', '/') + ".java";
        }

        Path observation(Path root, String stack) {
            return Observation.fileIn(root.resolve(module).resolve("target/observations"), stack, className);
        }
    }

    static LearningOrder in(Path root) throws IOException {
        List<Chapter> chapters = new ArrayList<>();
        for (String line : Files.readAllLines(root.resolve(FILE))) {
            String[] words = line.strip().split("\\s+", 2);
            if (words[0].equals("chapter")) {
                String[] parts = words[1].split("\\|", 2);
                chapters.add(new Chapter(parts[0].strip(), parts[1].strip(), new ArrayList<>()));
            } else if (words[0].equals("lesson")) {
                Chapter chapter = chapters.get(chapters.size() - 1);
                chapter.lessons().add(new Lesson(chapter.module(), words[1]));
            }
        }
        return new LearningOrder(chapters);
    }
}
