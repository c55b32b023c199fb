package io.github.jpabyexample.checks;

import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import io.github.jpabyexample.course.source.Head;
import io.github.jpabyexample.course.source.JavaText;
import io.github.jpabyexample.course.source.LessonSource;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.EntityTransaction;
import jakarta.persistence.PersistenceUnitUtil;
import jakarta.persistence.TypedQuery;
import jakarta.persistence.criteria.CriteriaBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a reader is shown of a lesson, beside its claims. Each rule lists what breaks it. */
final class LessonShape {

    private static final Set<String> OF_JPA = Stream.of(
                    EntityManager.class,
                    EntityManagerFactory.class,
                    EntityTransaction.class,
                    PersistenceUnitUtil.class,
                    TypedQuery.class,
                    CriteriaBuilder.class)
            .flatMap(type -> Stream.of(type.getMethods()))
            .map(Method::getName)
            .collect(Collectors.toSet());

    private LessonShape() {}

    static List<String> incompleteHeads(Repository repository) {
        List<String> found = new ArrayList<>();
        for (LessonClass lesson : LessonClass.of(repository)) {
            LessonSource source = source(lesson);
            source.head()
                    .missing()
                    .forEach(part -> found.add(lesson.name() + " lacks " + part + ": write it above @Lesson"));
            if (source.headLines() > Head.MOST_LINES) {
                found.add(lesson.name() + " has " + source.headLines() + " lines above it, but may have "
                        + Head.MOST_LINES);
            }
        }
        return found;
    }

    static List<String> withoutTerms(Repository repository) {
        return LessonClass.of(repository).stream()
                .filter(lesson -> source(lesson).java().unit().findAll(AnnotationExpr.class).stream()
                        .filter(annotation -> annotation.getNameAsString().equals("Lesson"))
                        .noneMatch(annotation -> annotation.toString().contains("terms =")))
                .map(lesson -> lesson.name() + " has no terms by which a reader finds it: @Lesson(terms = {…})")
                .toList();
    }

    static List<String> claimsThatHideTheirCall(Repository repository, Set<String> modules) {
        List<String> found = new ArrayList<>();
        for (LessonClass lesson : LessonClass.of(repository)) {
            if (modules.contains(lesson.module().name())) {
                Set<String> toolkit = lesson.module().main().stream()
                        .map(type -> type.getSimpleName())
                        .collect(Collectors.toSet());
                LessonSource source = source(lesson);
                for (String claim : source.claims()) {
                    String shown = shown(source, claim);
                    if (toolkit.stream().noneMatch(shown::contains) && !callsJpa(shown)) {
                        found.add(claim
                                + " shows no call of Jakarta Persistence, nor of the toolkit: call it in the claim,"
                                + " or in a helper of the same file");
                    }
                }
            }
        }
        return found;
    }

    private static String shown(LessonSource source, String claim) {
        String state = claim.substring(0, claim.indexOf('#'));
        String method = claim.substring(claim.indexOf('#') + 1);
        return Stream.concat(
                        Stream.of("void claim() {", source.body(state, method), "}"),
                        source.helpers(state, method).stream().map(LessonSource.Member::text))
                .collect(Collectors.joining("\n", "class Shown {\n", "\n}"));
    }

    private static boolean callsJpa(String shown) {
        try {
            var unit = JavaText.parse(shown).unit();
            return Stream.concat(
                            unit.findAll(MethodCallExpr.class).stream().map(MethodCallExpr::getNameAsString),
                            unit.findAll(MethodReferenceExpr.class).stream().map(MethodReferenceExpr::getIdentifier))
                    .anyMatch(OF_JPA::contains);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static LessonSource source(LessonClass lesson) {
        try {
            return LessonSource.parse(lesson.name(), Files.readString(lesson.source()));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + lesson.name(), e);
        }
    }
}
