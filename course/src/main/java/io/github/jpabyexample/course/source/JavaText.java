package io.github.jpabyexample.course.source;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.ParserConfiguration.LanguageLevel;
import com.github.javaparser.Position;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.TypeDeclaration;
import io.github.jpabyexample.lesson.SourceText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A source that is parsed, and of which parts are taken as they were written: comments and line breaks stay.
 *
 * <pre>{@code
 * JavaText.of(Book.class).orElseThrow().unit().getTypes();   // one, Book
 * JavaText.of(String.class);                                 // Optional.empty: its source is not on the class path
 * JavaText.parse("no Java");                                 // IOException
 * }</pre>
 */
public final class JavaText {

    private final String text;
    private final CompilationUnit unit;
    private final List<Integer> lineStarts = new ArrayList<>(List.of(0));

    private JavaText(String text) throws IOException {
        this.text = text.replace("\r\n", "\n");
        for (int i = this.text.indexOf('\n'); i >= 0; i = this.text.indexOf('\n', i + 1)) {
            lineStarts.add(i + 1);
        }
        var parsed = new JavaParser(new ParserConfiguration().setLanguageLevel(LanguageLevel.JAVA_17)).parse(this.text);
        if (!parsed.isSuccessful()) {
            throw new IOException("This is no Java: " + parsed.getProblems());
        }
        this.unit = parsed.getResult().orElseThrow();
    }

    /**
     * Reads the source in which a class stands.
     *
     * @param type any class
     * @return the parsed source; none where it does not stand on the class path
     * @throws IOException if it is there and cannot be read
     */
    public static Optional<JavaText> of(Class<?> type) throws IOException {
        Class<?> outermost = type;
        while (outermost.getEnclosingClass() != null) {
            outermost = outermost.getEnclosingClass();
        }
        return beside(outermost, outermost.getSimpleName());
    }

    /**
     * Reads the source of a top-level class.
     *
     * @param type a class of the same package
     * @param simpleName of the class whose source is wanted
     * @return the parsed source; none where it does not stand on the class path
     * @throws IOException if it is there and cannot be read
     */
    public static Optional<JavaText> beside(Class<?> type, String simpleName) throws IOException {
        Optional<String> text = SourceText.beside(type, simpleName);
        return text.isEmpty() ? Optional.empty() : Optional.of(parse(text.get()));
    }

    /**
     * Parses a source.
     *
     * @param text a whole file
     * @return the parsed source
     * @throws IOException if it is no Java
     */
    public static JavaText parse(String text) throws IOException {
        return new JavaText(text);
    }

    /** {@return the whole file} */
    public String text() {
        return text;
    }

    /** {@return what was parsed} */
    public CompilationUnit unit() {
        return unit;
    }

    /** The declaration of a class in this source. */
    Optional<TypeDeclaration<?>> declaration(Class<?> type) {
        return unit.findAll(TypeDeclaration.class).stream()
                .<TypeDeclaration<?>>map(each -> (TypeDeclaration<?>) each)
                .filter(each -> each.getFullyQualifiedName()
                        .filter(name -> name.equals(type.getName().replace('$', '.')))
                        .isPresent())
                .findFirst();
    }

    /** A part with the blanks before it, moved to the left. */
    String whole(Node node) {
        Position begin = node.getBegin().orElseThrow();
        int lineStart = lineStarts.get(begin.line - 1);
        boolean beginsTheLine = text.substring(lineStart, offset(begin)).isBlank();
        return text.substring(
                        beginsTheLine ? lineStart : offset(begin),
                        offset(node.getEnd().orElseThrow()) + 1)
                .stripIndent();
    }

    /** What stands between the braces of a block, moved to the left. */
    String inside(Node block) {
        return text.substring(
                        offset(block.getBegin().orElseThrow()) + 1,
                        offset(block.getEnd().orElseThrow()))
                .replaceFirst("^[ \\t]*\\n", "")
                .stripTrailing()
                .stripIndent();
    }

    private int offset(Position position) {
        return lineStarts.get(position.line - 1) + position.column - 1;
    }
}
