package io.github.jpabyexample.course.pages;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.ParserConfiguration.LanguageLevel;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import io.github.jpabyexample.course.Course;
import io.github.jpabyexample.course.LessonRef;
import io.github.jpabyexample.lesson.Lesson;
import io.github.jpabyexample.lesson.OnlyOn;
import io.github.jpabyexample.lesson.SourceText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a lesson says of itself, and the words of JPA that it uses.
 *
 * @param only the providers or databases on which alone it runs; none where it runs on all
 * @param differs whether it expects something else of another stack
 * @param words of JPA, in its source and in those of the classes beside it that it names
 */
record LessonSource(String proves, String sqlalchemy, List<String> only, boolean differs, SortedSet<String> words) {

    /** Reads all lessons of a course, in learning order. */
    static Map<LessonRef, LessonSource> of(Course course) throws IOException, ClassNotFoundException {
        Map<LessonRef, LessonSource> sources = new LinkedHashMap<>();
        for (LessonRef lesson : course.lessons()) {
            sources.put(lesson, of(lesson));
        }
        return sources;
    }

    private static LessonSource of(LessonRef lesson) throws IOException, ClassNotFoundException {
        Class<?> type = lesson.load();
        Lesson says = type.getAnnotation(Lesson.class);
        if (says.sqlalchemy().isBlank()) {
            throw new IllegalStateException(lesson.className()
                    + " does not say what does this in SQLAlchemy: @Lesson(value = \"…\", sqlalchemy = \"…\")");
        }
        OnlyOn only = type.getAnnotation(OnlyOn.class);
        CompilationUnit source = parsed(type, type.getSimpleName())
                .orElseThrow(() -> new IOException(
                        "The source of " + lesson.className() + " doesn't stand on the class path beside its class"));
        SortedSet<String> words = new TreeSet<>(JpaWords.in(source));
        for (CompilationUnit beside : beside(type, source)) {
            words.addAll(JpaWords.in(beside));
        }
        return new LessonSource(
                says.value(),
                says.sqlalchemy(),
                only == null ? List.of() : List.of(only.value()),
                source.findFirst(
                                MethodCallExpr.class,
                                call -> call.getNameAsString().equals("expect")
                                        && call.getArguments().size() > 1)
                        .isPresent(),
                words);
    }

    String providers() {
        if (!only.isEmpty()) {
            return "only " + String.join(", ", only);
        }
        return differs ? "differs" : "alike";
    }

    private static List<CompilationUnit> beside(Class<?> lesson, CompilationUnit source) throws IOException {
        List<CompilationUnit> found = new ArrayList<>();
        for (String name : new TreeSet<>(source.findAll(ClassOrInterfaceType.class).stream()
                .map(type -> type.getNameWithScope().replaceFirst("\\..*", ""))
                .toList())) {
            parsed(lesson, name).ifPresent(found::add);
        }
        return found;
    }

    private static Optional<CompilationUnit> parsed(Class<?> beside, String name) throws IOException {
        var parser = new JavaParser(new ParserConfiguration().setLanguageLevel(LanguageLevel.JAVA_17));
        return SourceText.beside(beside, name)
                .flatMap(text -> parser.parse(text).getResult());
    }
}
