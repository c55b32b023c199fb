package io.github.jpabyexample.checks;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The relative links of all Markdown files. */
final class Links {

    private Links() {}

    static List<String> violations(Repository repository) {
        return repository.files(repository.root(), ".md").stream()
                .flatMap(page -> MarkdownFile.read(page).links().stream()
                        .filter(link -> isRelative(link.destination()))
                        .flatMap(link -> wrong(repository, page, link.destination())
                                .map(reason -> "%s:%d links to %s, but %s"
                                        .formatted(repository.shown(page), link.line(), link.destination(), reason))
                                .stream()))
                .toList();
    }

    private static boolean isRelative(String destination) {
        return !destination.matches("(?s)([A-Za-z][A-Za-z0-9+.-]*:|//).*");
    }

    private static Optional<String> wrong(Repository repository, Path page, String destination) {
        String[] parts = destination.split("#", 2);
        Path target = parts[0].isEmpty()
                ? page
                : page.resolveSibling(URLDecoder.decode(parts[0].replace("+", "%2B"), StandardCharsets.UTF_8))
                        .normalize();
        if (!target.startsWith(repository.root()) || !Files.exists(target)) {
            return Optional.of("there is no such file: mend the path, which starts at the page's folder");
        }
        if (repository.root().relativize(target).toString().matches("(.*[/\\\\])?target([/\\\\].*)?")) {
            return Optional.of("only a build makes that file: link to one that is checked in");
        }
        if (parts.length == 2
                && target.toString().endsWith(".md")
                && !MarkdownFile.read(target).anchors().contains(parts[1])) {
            return Optional.of("%s has no such heading: its anchors are %s"
                    .formatted(
                            repository.shown(target),
                            MarkdownFile.read(target).anchors().stream()
                                    .sorted()
                                    .toList()));
        }
        return Optional.empty();
    }
}
