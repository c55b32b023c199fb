package io.github.jpabyexample.course.pages;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.ImportDeclaration;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.NormalAnnotationExpr;
import jakarta.persistence.Cache;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.EntityTransaction;
import jakarta.persistence.PersistenceUnitUtil;
import jakarta.persistence.SchemaManager;
import jakarta.persistence.TypedQuery;
import java.lang.reflect.Method;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Future;
import java.util.stream.BaseStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The words of Jakarta Persistence in a source: {@code @OneToMany}, {@code @OneToMany(orphanRemoval)}, {@code
 * LockModeType.OPTIMISTIC}, {@code EntityManager.merge()}. Nothing is resolved but by imports and names, so a method counts
 * only if none of the JDK's usual types has one of that name, or if it is called on {@code em}.
 */
final class JpaWords {

    private static final String JPA = "jakarta.persistence.";
    private static final List<Class<?>> ASKED = List.of(
            EntityManager.class,
            EntityManagerFactory.class,
            EntityTransaction.class,
            TypedQuery.class,
            SchemaManager.class,
            Cache.class,
            PersistenceUnitUtil.class);
    private static final Set<String> OF_THE_JDK = Stream.of(
                    Object.class,
                    Collection.class,
                    Map.class,
                    Stream.class,
                    BaseStream.class,
                    AutoCloseable.class,
                    Future.class)
            .flatMap(type -> Stream.of(type.getMethods()))
            .map(Method::getName)
            .collect(Collectors.toSet());
    private static final Map<String, String> METHODS = methods();

    private JpaWords() {}

    private static Map<String, String> methods() {
        Map<String, String> methods = new HashMap<>();
        for (Class<?> type : ASKED) {
            for (Method method : type.getMethods()) {
                String name = method.getName();
                methods.putIfAbsent(name, type.getSimpleName() + "." + name + "()");
            }
        }
        return methods;
    }

    static Set<String> in(CompilationUnit source) {
        Set<String> imported = source.getImports().stream()
                .filter(each -> !each.isStatic() && !each.isAsterisk())
                .map(ImportDeclaration::getNameAsString)
                .filter(name -> name.startsWith(JPA))
                .map(name -> name.substring(name.lastIndexOf('.') + 1))
                .collect(Collectors.toSet());
        Set<String> words = new TreeSet<>();
        source.findAll(AnnotationExpr.class).stream()
                .filter(annotation -> imported.contains(annotation.getNameAsString()))
                .forEach(annotation -> {
                    words.add("@" + annotation.getNameAsString());
                    if (annotation instanceof NormalAnnotationExpr normal) {
                        normal.getPairs()
                                .forEach(pair -> words.add(
                                        "@" + annotation.getNameAsString() + "(" + pair.getNameAsString() + ")"));
                    }
                });
        source.findAll(FieldAccessExpr.class).stream()
                .filter(access -> access.getScope() instanceof NameExpr type
                        && imported.contains(type.getNameAsString())
                        && access.getNameAsString().matches("[A-Z_]+"))
                .forEach(access -> words.add(access.toString()));
        source.findAll(MethodCallExpr.class).stream()
                .filter(JpaWords::isOfJpa)
                .map(call -> METHODS.get(call.getNameAsString()))
                .filter(word -> word != null)
                .forEach(words::add);
        return words;
    }

    private static boolean isOfJpa(MethodCallExpr call) {
        return !OF_THE_JDK.contains(call.getNameAsString())
                || call.getScope()
                        .filter(scope -> scope.toString().equals("em"))
                        .isPresent();
    }
}
