package io.github.jpabyexample.course.source;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.RecordDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the author of a lesson wrote.
 *
 * <pre>{@code
 * var source = LessonSource.of(NPlusOneTest.class);
 * source.head().problem();                                    // "Your log shows one select, and then …"
 * source.body("…NPlusOneTest$Three_authors", "cost_one");     // the body of that claim
 * LessonSource.of(String.class);                              // IOException: its source is not on the class path
 * }</pre>
 */
public final class LessonSource {

    /**
     * A member of the lesson that a claim uses: a method, a constant or a record.
     *
     * @param name unique in the lesson
     * @param text as it is written
     */
    public record Member(String name, String text) {}

    private final JavaText java;
    private final Head head;
    private final int headLines;
    private final Map<String, String> givens = new HashMap<>();
    private final Map<String, List<Node>> givenNodes = new HashMap<>();
    private final Map<String, MethodDeclaration> claims = new HashMap<>();
    private final List<String> order = new ArrayList<>();
    private final Map<String, List<BodyDeclaration<?>>> helpers = new HashMap<>();

    private LessonSource(String className, JavaText java) {
        this.java = java;
        TypeDeclaration<?> lesson = java.unit().getTypes().stream()
                .filter(type -> className.endsWith(type.getNameAsString()))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("The source of " + className + " does not declare it."));
        head = lesson.getJavadocComment()
                .map(comment -> Head.of(comment.getContent()))
                .orElse(Head.NONE);
        headLines = lesson.getJavadocComment()
                .map(comment -> (int) comment.getContent()
                        .lines()
                        .filter(line ->
                                !line.replace("*", "").replace("<p>", "").isBlank())
                        .count())
                .orElse(0);
        read(className, lesson);
    }

    /**
     * Reads a lesson, whose source stands beside its class.
     *
     * @param lesson its class
     * @return the source
     * @throws IOException if it is not on the class path, or cannot be read
     */
    public static LessonSource of(Class<?> lesson) throws IOException {
        JavaText java = JavaText.of(lesson)
                .orElseThrow(() -> new IOException(lesson.getSimpleName() + ".java doesn't stand on the class path"
                        + " beside its class: a test-jar of lessons contains their sources."));
        return new LessonSource(lesson.getName(), java);
    }

    /**
     * Reads a text.
     *
     * @param className of the lesson, with its package
     * @param text the whole file
     * @return the source
     * @throws IOException if it is no Java
     */
    public static LessonSource parse(String className, String text) throws IOException {
        return new LessonSource(className, JavaText.parse(text));
    }

    /** {@return the parsed file} */
    public JavaText java() {
        return java;
    }

    /** {@return what stands above the lesson} */
    public Head head() {
        return head;
    }

    /** {@return how many lines the comment above the lesson has, of those that are not blank} */
    public int headLines() {
        return headLines;
    }

    /** {@return the claims, as the name of the class that is their state, {@code #}, and the name of the method} */
    public List<String> claims() {
        return List.copyOf(order);
    }

    /**
     * Says how a state comes about.
     *
     * @param className of the state
     * @return its fields and its set-up, or an empty text
     */
    public String given(String className) {
        return givens.getOrDefault(className, "");
    }

    /**
     * Says what a claim does.
     *
     * @param className of the state around it
     * @param method its name
     * @return its body without braces, or an empty text where it is inherited
     */
    public String body(String className, String method) {
        var claim = claims.get(className + "#" + method);
        return claim == null ? "" : inside(claim);
    }

    /**
     * Says where a claim stands.
     *
     * @param className of the state around it
     * @param method its name
     * @return its place among all others of the file; those that are inherited come last
     */
    public int position(String className, String method) {
        int position = order.indexOf(className + "#" + method);
        return position < 0 ? Integer.MAX_VALUE : position;
    }

    /**
     * Finds what a claim uses of the rest of the lesson: methods, constants and records, and what these use.
     *
     * @param className of the state around it
     * @param method its name
     * @return in the order in which they are used; those of {@link #given} are none
     */
    public List<Member> helpers(String className, String method) {
        Deque<Node> open = new ArrayDeque<>();
        for (int end = className.indexOf('$'); end >= 0; end = className.indexOf('$', end + 1)) {
            open.addAll(givenNodes.getOrDefault(className.substring(0, end), List.of()));
        }
        open.addAll(givenNodes.getOrDefault(className, List.of()));
        var claim = claims.get(className + "#" + method);
        if (claim != null) {
            open.add(claim);
        }
        Set<BodyDeclaration<?>> found = new LinkedHashSet<>();
        while (!open.isEmpty()) {
            namesIn(open.pop())
                    .flatMap(name -> helpers.getOrDefault(name, List.of()).stream())
                    .filter(found::add)
                    .forEach(open::add);
        }
        found.remove(claim);
        return found.stream()
                .map(helper -> new Member(nameOf(helper), java.whole(helper)))
                .toList();
    }

    private static Stream<String> namesIn(Node node) {
        return node.stream().flatMap(part -> {
            if (part instanceof MethodCallExpr call) {
                return Stream.of(call.getNameAsString() + "()");
            }
            if (part instanceof MethodReferenceExpr reference) {
                return Stream.of(reference.getIdentifier() + "()");
            }
            if (part instanceof NameExpr name) {
                return Stream.of(name.getNameAsString());
            }
            if (part instanceof ObjectCreationExpr creation) {
                return Stream.of(creation.getType().getNameAsString());
            }
            return part instanceof ClassOrInterfaceType type ? Stream.of(type.getNameAsString()) : Stream.empty();
        });
    }

    private void read(String className, TypeDeclaration<?> type) {
        List<String> given = new ArrayList<>();
        for (BodyDeclaration<?> member : type.getMembers()) {
            if (member instanceof RecordDeclaration record && isUnmapped(record)) {
                helper(record.getNameAsString(), record);
            } else if (member instanceof TypeDeclaration<?> nested) {
                read(className + "$" + nested.getNameAsString(), nested);
            } else if (member instanceof FieldDeclaration field && field.isStatic()) {
                if (!field.isAnnotationPresent("RegisterExtension")) {
                    field.getVariables().forEach(variable -> helper(variable.getNameAsString(), field));
                }
            } else if (member instanceof FieldDeclaration field) {
                given.add(java.whole(field));
                givenNodes.computeIfAbsent(className, key -> new ArrayList<>()).add(field);
            } else if (member instanceof MethodDeclaration method && method.isAnnotationPresent("BeforeEach")) {
                given.add(inside(method));
                givenNodes.computeIfAbsent(className, key -> new ArrayList<>()).add(method);
            } else if (member instanceof MethodDeclaration method && isClaim(method)) {
                String claim = className + "#" + method.getNameAsString();
                claims.put(claim, method);
                order.add(claim);
            } else if (member instanceof MethodDeclaration method && isUnmapped(type)) {
                helper(method.getNameAsString() + "()", method);
            }
        }
        givens.put(className, String.join("\n", given));
    }

    private static boolean isClaim(MethodDeclaration method) {
        return method.getAnnotations().stream()
                .anyMatch(annotation -> annotation.getNameAsString().endsWith("Test"));
    }

    // The methods of an entity are shown nowhere.
    private static boolean isUnmapped(TypeDeclaration<?> type) {
        return Stream.of("Entity", "Embeddable", "MappedSuperclass", "Converter")
                .noneMatch(type::isAnnotationPresent);
    }

    private void helper(String name, BodyDeclaration<?> member) {
        helpers.computeIfAbsent(name, key -> new ArrayList<>()).add(member);
    }

    private static String nameOf(BodyDeclaration<?> helper) {
        String place = helper.getBegin().map(Object::toString).orElse("");
        return helper instanceof CallableDeclaration<?> method ? method.getNameAsString() + place : place;
    }

    private String inside(MethodDeclaration method) {
        return method.getBody().map(java::inside).orElse("");
    }
}
