package io.github.jpabyexample.checks;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.ParserConfiguration.LanguageLevel;
import com.github.javaparser.ast.CompilationUnit;

/** Java as it is written, for what the compiler does not keep. */
final class JavaSource {

    private JavaSource() {}

    static CompilationUnit parse(String text) {
        var parsed = new JavaParser(new ParserConfiguration().setLanguageLevel(LanguageLevel.JAVA_17)).parse(text);
        return parsed.getResult()
                .filter(unit -> parsed.isSuccessful())
                .orElseThrow(() -> new IllegalArgumentException(parsed.getProblems() + " in\n" + text));
    }
}
