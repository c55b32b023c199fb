package io.github.jpabyexample.checks;

import com.github.javaparser.ast.CompilationUnit;
import io.github.jpabyexample.course.source.JavaText;
import java.io.IOException;

/** Java as it is written, for what the compiler does not keep. */
final class JavaSource {

    private JavaSource() {}

    static CompilationUnit parse(String text) {
        try {
            return JavaText.parse(text).unit();
        } catch (IOException e) {
            throw new IllegalArgumentException(e.getMessage() + " in\n" + text, e);
        }
    }
}
