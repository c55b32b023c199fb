package io.github.jpabyexample.tour;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Where a reader left off. That it cannot be kept is no reason to stop a tour. */
record Bookmark(Path folder) {

    /** {@return the one of this user, in {@code ~/.jpa-by-example}} */
    static Bookmark ofUser() {
        return new Bookmark(Path.of(System.getProperty("user.home", "."), ".jpa-by-example"));
    }

    /** {@return where JLine may keep the history of commands} */
    Path history() {
        return folder.resolve("tour-history");
    }

    /** {@return the name of the lesson that was open last, if any is known} */
    Optional<String> lesson() {
        try {
            return Files.readString(file()).lines().findFirst().map(String::strip);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    void set(String lesson) {
        try {
            Files.createDirectories(folder);
            Files.writeString(file(), lesson + "\n");
        } catch (IOException e) {
            // The next tour begins at the first lesson.
            return;
        }
    }

    private Path file() {
        return folder.resolve("tour-bookmark");
    }
}
