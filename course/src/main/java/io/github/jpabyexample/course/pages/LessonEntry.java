package io.github.jpabyexample.course.pages;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import io.github.jpabyexample.course.Course;
import io.github.jpabyexample.course.LessonRef;
import io.github.jpabyexample.course.source.Head;
import io.github.jpabyexample.course.source.JavaText;
import io.github.jpabyexample.course.source.LessonSource;
import io.github.jpabyexample.course.source.Mapping;
import io.github.jpabyexample.lesson.Lesson;
import io.github.jpabyexample.lesson.OnlyOn;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a lesson says of itself, and the words of JPA that it uses.
 *
 * @param says what its annotation says
 * @param head the comment above it
 * @param mappings of the entities that it is about
 * @param only the providers or databases on which alone it runs; none where it runs on all
 * @param differs whether it expects something else of another stack
 * @param words of JPA, in its source and in those of the classes beside it that it names
 */
record LessonEntry(
        Lesson says, Head head, List<Mapping> mappings, List<String> only, boolean differs, SortedSet<String> words) {

    /** Reads all lessons of a course, in learning order. */
    static Map<LessonRef, LessonEntry> of(Course course) throws IOException, ClassNotFoundException {
        Map<LessonRef, LessonEntry> sources = new LinkedHashMap<>();
        for (LessonRef lesson : course.lessons()) {
            sources.put(lesson, of(lesson));
        }
        return sources;
    }

    private static LessonEntry of(LessonRef lesson) throws IOException, ClassNotFoundException {
        Class<?> type = lesson.load();
        Lesson says = type.getAnnotation(Lesson.class);
        if (says.sqlalchemy().isBlank()) {
            throw new IllegalStateException(lesson.className()
                    + " does not say what does this in SQLAlchemy: @Lesson(value = \"…\", sqlalchemy = \"…\")");
        }
        OnlyOn only = type.getAnnotation(OnlyOn.class);
        LessonSource read = LessonSource.of(type);
        CompilationUnit source = read.java().unit();
        SortedSet<String> words = new TreeSet<>(JpaWords.in(source));
        for (CompilationUnit beside : beside(type, source)) {
            words.addAll(JpaWords.in(beside));
        }
        return new LessonEntry(
                says,
                read.head(),
                Mapping.of(type, read),
                only == null ? List.of() : List.of(only.value()),
                source.findFirst(
                                MethodCallExpr.class,
                                call -> call.getNameAsString().equals("expect")
                                        && call.getArguments().size() > 1)
                        .isPresent(),
                words);
    }

    String level() {
        return says.level().word();
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
            JavaText.beside(lesson, name).map(JavaText::unit).ifPresent(found::add);
        }
        return found;
    }
}
