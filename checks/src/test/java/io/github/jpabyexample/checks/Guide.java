package io.github.jpabyexample.checks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.parser.Parser;

/**
 * A page that tells how to make a project: each block of code that stands below the name of a file is that file, or, where it
 * begins with a comment, the part of that file below the same comment, up to the next empty line.
 */
final class Guide {

    private record Step(String section, String file, String text) {

        boolean isPart() {
            return comment().startsWith("<!-- ") || comment().startsWith("// ");
        }

        private String comment() {
            return text.lines().findFirst().orElseThrow().strip();
        }

        void takeIn(Path folder) {
            Path target = folder.resolve(file);
            try {
                Files.createDirectories(target.getParent());
                Files.writeString(target, isPart() ? replaced(Files.readString(target)) : text);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private String replaced(String before) {
            int comment = before.indexOf(comment());
            if (comment < 0) {
                throw new IllegalArgumentException(file + " has no '" + comment() + "' for the section " + section);
            }
            int from = before.lastIndexOf('\n', comment) + 1;
            // The last part of a list ends with the list.
            int to = Stream.of("\n\n", "\n    </plugins>", "\n  </dependencies>")
                    .mapToInt(end -> before.indexOf(end, comment))
                    .filter(end -> end >= 0)
                    .min()
                    .orElseThrow();
            return before.substring(0, from) + text.stripTrailing() + before.substring(to);
        }
    }

    private final List<Step> steps = new ArrayList<>();

    static Guide read(Path page) {
        var guide = new Guide();
        Parser.builder().build().parse(Repository.read(page)).accept(guide.new Collector());
        return guide;
    }

    /** Follows the numbered sections, which are for everybody, and then those that are named. */
    void follow(Path folder, String... choices) {
        steps.stream()
                .map(Step::section)
                .filter(Guide::isForEverybody)
                .distinct()
                .forEach(section -> follow(folder, section, ""));
        for (String choice : choices) {
            follow(folder, choice, "");
        }
    }

    /** Follows only what some sections say of the POM. */
    void followInPom(Path folder, String... sections) {
        for (String section : sections) {
            follow(folder, section, "pom.xml");
        }
    }

    private void follow(Path folder, String section, String file) {
        List<Step> of =
                steps.stream().filter(step -> step.section().equals(section)).toList();
        if (of.isEmpty()) {
            throw new IllegalArgumentException("No section with code is called '" + section + "'");
        }
        of.stream().filter(step -> step.file().startsWith(file)).forEach(step -> step.takeIn(folder));
    }

    /** Replaces a part of a file, as a step of a page would. */
    static void replace(Path folder, String file, String part) {
        new Step("", file, part).takeIn(folder);
    }

    /** {@return the first block of code on a page that contains a text} */
    static String block(Path page, String text) {
        List<String> found = new ArrayList<>();
        Parser.builder().build().parse(Repository.read(page)).accept(new AbstractVisitor() {
            @Override
            public void visit(FencedCodeBlock block) {
                if (block.getLiteral().contains(text)) {
                    found.add(block.getLiteral());
                }
            }
        });
        return found.stream()
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(page + " has no code with " + text));
    }

    /** {@return the sections that only some readers follow} */
    List<String> choices() {
        return steps.stream()
                .map(Step::section)
                .filter(section -> !isForEverybody(section))
                .distinct()
                .toList();
    }

    private static boolean isForEverybody(String section) {
        return Character.isDigit(section.charAt(0));
    }

    private final class Collector extends AbstractVisitor {

        private String section = "";

        @Override
        public void visit(Heading heading) {
            section = MarkdownFile.text(heading);
        }

        @Override
        public void visit(FencedCodeBlock block) {
            Node before = block.getPrevious();
            if (before instanceof Paragraph
                    && before.getFirstChild() instanceof Code file
                    && file.getNext() == null
                    && block.getInfo() != null
                    && !block.getInfo().isBlank()) {
                steps.add(new Step(section, file.getLiteral(), block.getLiteral()));
            }
        }
    }
}
