package io.github.jpabyexample.course.source;

import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.RecordDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import io.github.jpabyexample.lesson.Lesson;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.MappedSuperclass;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The mapped fields of the entities that a lesson is about, with their annotations and without accessors.
 *
 * <p>These are the entities that {@code @Lesson(entities)} names, else those that its source names. Of an entity that other
 * lessons use, too, the fields that this lesson doesn't name are left out, and said to be.
 *
 * @param type the class
 * @param text for readers
 */
public record Mapping(Class<?> type, String text) {

    private static final int INDENT = 4;
    private static final int FEW = 4;

    /**
     * Reads those of a lesson.
     *
     * @param lesson its class
     * @param source what was read of it
     * @return in the order in which the lesson names them, a superclass before its subclasses; none where it has no entities
     * @throws IOException if a source cannot be read
     */
    public static List<Mapping> of(Class<?> lesson, LessonSource source) throws IOException {
        Set<Class<?>> types = new LinkedHashSet<>();
        Class<?>[] named = lesson.getAnnotation(Lesson.class).entities();
        if (named.length > 0) {
            Stream.of(named).forEach(type -> add(type, types));
        } else {
            source.java().unit().findAll(ClassOrInterfaceType.class).stream()
                    .map(type -> resolved(type.getNameWithScope(), lesson, source.java()))
                    .flatMap(Optional::stream)
                    .filter(Mapping::isMapped)
                    .forEach(type -> add(type, types));
        }
        Set<String> words =
                Pattern.compile("\\W+").splitAsStream(source.java().text()).collect(Collectors.toSet());
        List<Mapping> mappings = new ArrayList<>();
        for (Class<?> type : types) {
            Optional<JavaText> java = JavaText.of(type);
            Optional<TypeDeclaration<?>> declared =
                    java.isEmpty() ? Optional.empty() : java.get().declaration(type);
            if (declared.isPresent()) {
                boolean isItsOwn = type.getPackage().equals(lesson.getPackage());
                mappings.add(new Mapping(type, text(java.get(), declared.get(), isItsOwn ? Set.of() : words)));
            }
        }
        return mappings;
    }

    private static boolean isMapped(Class<?> type) {
        return Stream.of(Entity.class, Embeddable.class, MappedSuperclass.class).anyMatch(type::isAnnotationPresent);
    }

    private static void add(Class<?> type, Set<Class<?>> types) {
        if (type.getSuperclass() != null && isMapped(type.getSuperclass())) {
            add(type.getSuperclass(), types);
        }
        types.add(type);
    }

    private static Optional<Class<?>> resolved(String name, Class<?> lesson, JavaText source) {
        String first = name.replaceFirst("\\..*", "");
        Stream<String> imported = source.unit().getImports().stream()
                .filter(each -> !each.isStatic() && !each.isAsterisk())
                .filter(each -> each.getName().getIdentifier().equals(first))
                .map(each -> each.getNameAsString() + name.substring(first.length()));
        return Stream.concat(imported, Stream.of(lesson.getName() + "." + name, lesson.getPackageName() + "." + name))
                .map(each -> loaded(each, lesson.getClassLoader()))
                .flatMap(Optional::stream)
                .findFirst();
    }

    // Of a name with dots only a class loader knows which of them stands before a nested class.
    private static Optional<Class<?>> loaded(String name, ClassLoader loader) {
        try {
            return Optional.of(Class.forName(name, false, loader));
        } catch (ClassNotFoundException | NoClassDefFoundError e) {
            String nested = name.replaceFirst("\\.(?=[^.]*$)", "\\$");
            return nested.equals(name) || !name.matches(".*\\.\\p{Lu}.*") ? Optional.empty() : loaded(nested, loader);
        }
    }

    private static String text(JavaText java, TypeDeclaration<?> type, Set<String> words) {
        var text = new StringBuilder();
        type.getAnnotations()
                .forEach(annotation -> text.append(java.whole(annotation)).append('\n'));
        text.append(signature(type)).append(" {\n");
        List<String> leftOut = new ArrayList<>();
        boolean isShort = type.getFields().size() <= FEW;
        for (BodyDeclaration<?> member : type.getMembers()) {
            if (member instanceof FieldDeclaration field && !field.isStatic()) {
                String name = field.getVariable(0).getNameAsString();
                if (words.isEmpty() || isShort || words.contains(name) || isId(field)) {
                    append(text, java.whole(field));
                } else {
                    leftOut.add(name);
                }
            } else if (member instanceof MethodDeclaration method && isMapping(method)) {
                String annotations = method.getAnnotations().stream()
                        .map(annotation -> java.whole(annotation) + "\n")
                        .collect(Collectors.joining());
                append(text, annotations + method.getDeclarationAsString(false, false, true) + " { … }");
            }
        }
        if (!leftOut.isEmpty()) {
            append(text, "// and: " + String.join(", ", leftOut));
        }
        return plain(text.append('}').toString());
    }

    private static boolean isId(FieldDeclaration field) {
        return field.isAnnotationPresent("Id") || field.isAnnotationPresent("EmbeddedId");
    }

    // Annotated, and not only for the compiler: a property, or a callback.
    private static boolean isMapping(MethodDeclaration method) {
        return method.getAnnotations().stream()
                .map(AnnotationExpr::getNameAsString)
                .anyMatch(name ->
                        !Set.of("Override", "Nullable", "SuppressWarnings").contains(name));
    }

    private static String signature(TypeDeclaration<?> type) {
        if (type instanceof RecordDeclaration record) {
            return "record " + record.getNameAsString()
                    + record.getParameters().stream().map(Object::toString).collect(Collectors.joining(", ", "(", ")"));
        }
        if (!(type instanceof ClassOrInterfaceDeclaration declared)) {
            return "enum " + type.getNameAsString();
        }
        String parents = declared.getExtendedTypes().stream()
                .map(parent -> " extends " + parent)
                .collect(Collectors.joining());
        return (declared.isAbstract() ? "abstract class " : "class ") + declared.getNameAsString() + parents;
    }

    private static void append(StringBuilder text, String member) {
        text.append(member.indent(INDENT));
    }

    // What speaks to the compiler alone.
    private static String plain(String text) {
        return text.replace("@Nullable ", "");
    }
}
