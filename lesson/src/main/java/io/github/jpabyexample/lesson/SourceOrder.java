package io.github.jpabyexample.lesson;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.ClassOrdererContext;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.MethodOrdererContext;

/**
 * The order in which tests are written, which for the claims of a lesson is that in which they are read. It takes the source from
 * beside the class, where the modules of this project have it; elsewhere JUnit's order stays. {@code junit-platform.properties}
 * names it.
 */
final class SourceOrder {

    private static final Map<Class<?>, String> SOURCES = new ConcurrentHashMap<>();

    private SourceOrder() {}

    /** Of the claims of one class. */
    static final class OfMethods implements MethodOrderer {

        @Override
        public void orderMethods(MethodOrdererContext context) {
            String source = of(context.getTestClass());
            context.getMethodDescriptors()
                    .sort(Comparator.comparingInt(
                            claim -> source.indexOf(" " + claim.getMethod().getName() + "(")));
        }
    }

    /** Of the states in one class. */
    static final class OfClasses implements ClassOrderer {

        @Override
        public void orderClasses(ClassOrdererContext context) {
            context.getClassDescriptors()
                    .sort(Comparator.comparingInt(state -> of(state.getTestClass())
                            .indexOf("class " + state.getTestClass().getSimpleName() + " ")));
        }
    }

    private static String of(Class<?> type) {
        Class<?> outermost = type;
        while (outermost.getEnclosingClass() != null) {
            outermost = outermost.getEnclosingClass();
        }
        return SOURCES.computeIfAbsent(outermost, SourceOrder::read);
    }

    private static String read(Class<?> lesson) {
        try {
            return SourceText.beside(lesson, lesson.getSimpleName()).orElse("");
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the source of " + lesson.getName(), e);
        }
    }
}
