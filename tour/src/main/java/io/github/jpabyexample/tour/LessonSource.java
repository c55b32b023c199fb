package io.github.jpabyexample.tour;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.ParserConfiguration.LanguageLevel;
import com.github.javaparser.Position;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import io.github.jpabyexample.lesson.SourceText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the author of a lesson wrote, as written: comments and line breaks stay.
 *
 * <p>The source stands next to the class in the test-jar of its module.
 */
final class LessonSource {

    private final String text;
    private final List<Integer> lineStarts = new ArrayList<>(List.of(0));
    private final Map<String, String> givens = new HashMap<>();
    private final Map<String, String> bodies = new HashMap<>();
    private final List<String> order = new ArrayList<>();

    private LessonSource(String text) {
        this.text = text;
        for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
            lineStarts.add(i + 1);
        }
    }

    static LessonSource of(Class<?> lesson) throws IOException {
        return parse(lesson.getName(), fileOf(lesson));
    }

    /** {@return the whole file of a lesson, as it stands in the test-jar} */
    static String fileOf(Class<?> lesson) throws IOException {
        String name = lesson.getSimpleName();
        return SourceText.beside(lesson, name)
                .orElseThrow(() -> new IOException(name + ".java doesn't stand on the class path beside its class: a"
                        + " test-jar of lessons contains their sources."));
    }

    static LessonSource parse(String className, String text) throws IOException {
        var source = new LessonSource(text.replace("\r\n", "\n"));
        var parser = new JavaParser(new ParserConfiguration().setLanguageLevel(LanguageLevel.JAVA_17));
        CompilationUnit unit = parser.parse(source.text)
                .getResult()
                .orElseThrow(() -> new IOException("The source of " + className + " is no Java."));
        unit.getTypes().stream()
                .filter(type -> className.endsWith(type.getNameAsString()))
                .forEach(type -> source.read(className, type));
        return source;
    }

    /** {@return the fields and the set-up of a state, or an empty text} */
    String given(String className) {
        return givens.getOrDefault(className, "");
    }

    /** {@return the body of a method without its braces, or an empty text where it is inherited} */
    String body(String className, String method) {
        return bodies.getOrDefault(className + "#" + method, "");
    }

    /** {@return where a method stands among all others of the file; those that are inherited come last} */
    int position(String className, String method) {
        int position = order.indexOf(className + "#" + method);
        return position < 0 ? Integer.MAX_VALUE : position;
    }

    private void read(String className, TypeDeclaration<?> type) {
        List<String> given = new ArrayList<>();
        for (BodyDeclaration<?> member : type.getMembers()) {
            if (member instanceof TypeDeclaration<?> nested) {
                read(className + "$" + nested.getNameAsString(), nested);
            } else if (member instanceof FieldDeclaration field && !field.isStatic()) {
                given.add(whole(field));
            } else if (member instanceof MethodDeclaration method && method.isAnnotationPresent("BeforeEach")) {
                given.add(inside(method));
            } else if (member instanceof MethodDeclaration method) {
                String key = className + "#" + method.getNameAsString();
                bodies.put(key, inside(method));
                order.add(key);
            }
        }
        givens.put(className, String.join("\n", given));
    }

    private String whole(Node node) {
        int line = node.getBegin().orElseThrow().line;
        return text.substring(lineStarts.get(line - 1), offset(node.getEnd().orElseThrow()) + 1)
                .stripIndent();
    }

    private String inside(MethodDeclaration method) {
        return method.getBody()
                .map(body -> text.substring(
                        offset(body.getBegin().orElseThrow()) + 1,
                        offset(body.getEnd().orElseThrow())))
                .map(body ->
                        body.replaceFirst("^[ \\t]*\\n", "").stripTrailing().stripIndent())
                .orElse("");
    }

    private int offset(Position position) {
        return lineStarts.get(position.line - 1) + position.column - 1;
    }
}
