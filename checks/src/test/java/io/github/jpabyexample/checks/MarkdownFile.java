package io.github.jpabyexample.checks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/** The links of a page, and what others may link to in it. */
final class MarkdownFile {

    record Target(int line, String destination) {}

    private static final Parser PARSER = Parser.builder()
            .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
            .build();
    private static final Pattern HTML_LINK = Pattern.compile("(?:href|src)=\"([^\"]*)\"");
    private static final Pattern HTML_ANCHOR = Pattern.compile("(?:id|name)=\"([^\"]*)\"");

    private final List<Target> links = new ArrayList<>();
    private final Set<String> anchors = new HashSet<>();

    static MarkdownFile read(Path file) {
        var page = new MarkdownFile();
        PARSER.parse(Repository.read(file)).accept(page.new Collector());
        return page;
    }

    List<Target> links() {
        return links;
    }

    /** As GitHub makes them of headings, and those in HTML. */
    Set<String> anchors() {
        return anchors;
    }

    /** {@return the words of a heading, without their marks} */
    static String text(Heading heading) {
        var text = new StringBuilder();
        heading.accept(new AbstractVisitor() {
            @Override
            public void visit(Text part) {
                text.append(part.getLiteral());
            }

            @Override
            public void visit(Code part) {
                text.append(part.getLiteral());
            }
        });
        return text.toString();
    }

    private void addHeading(Heading heading) {
        String anchor = text(heading)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}_\\- ]", "")
                .replace(' ', '-');
        String unique = anchor;
        for (int i = 1; !anchors.add(unique); i++) {
            unique = anchor + "-" + i;
        }
    }

    private void addHtml(String html, Node node) {
        HTML_LINK.matcher(html).results().forEach(link -> addLink(link.group(1), node));
        HTML_ANCHOR.matcher(html).results().forEach(anchor -> anchors.add(anchor.group(1)));
    }

    private void addLink(String destination, Node node) {
        int line = node.getSourceSpans().isEmpty()
                ? 0
                : node.getSourceSpans().get(0).getLineIndex();
        links.add(new Target(line + 1, destination));
    }

    private final class Collector extends AbstractVisitor {

        @Override
        public void visit(Link link) {
            addLink(link.getDestination(), link);
            visitChildren(link);
        }

        @Override
        public void visit(Image image) {
            addLink(image.getDestination(), image);
        }

        @Override
        public void visit(Heading heading) {
            addHeading(heading);
            visitChildren(heading);
        }

        @Override
        public void visit(HtmlInline html) {
            addHtml(html.getLiteral(), html);
        }

        @Override
        public void visit(HtmlBlock html) {
            addHtml(html.getLiteral(), html);
        }
    }
}
