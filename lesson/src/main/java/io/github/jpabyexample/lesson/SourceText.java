package io.github.jpabyexample.lesson;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Sources of lessons, which stand on the class path beside their classes.
 *
 * <pre>{@code
 * SourceText.beside(FirstEntityTest.class, "FirstEntityTest");   // Optional[package io.github.jpabyexample.models…]
 * SourceText.beside(String.class, "String");                     // Optional.empty
 * }</pre>
 */
public final class SourceText {

    private SourceText() {}

    /**
     * Reads the source of a top-level class.
     *
     * @param type a class of the same package, by whose class loader it is found
     * @param simpleName of the class whose source is wanted
     * @return the file as it is; none where its jar or folder has no sources
     * @throws IOException if it is there and cannot be read
     */
    public static Optional<String> beside(Class<?> type, String simpleName) throws IOException {
        try (InputStream in = type.getResourceAsStream(simpleName + ".java")) {
            return in == null ? Optional.empty() : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
