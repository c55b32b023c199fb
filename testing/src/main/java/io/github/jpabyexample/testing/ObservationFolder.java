package io.github.jpabyexample.testing;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/** Where observations of this run are kept: what an earlier run left is deleted before the first is written. */
final class ObservationFolder {

    /** The same for all modules of a build, which gives it; else one for each JVM. */
    static final String RUN =
            System.getProperty("stack.run", "pid " + ProcessHandle.current().pid());

    private static final Set<Path> READY = new HashSet<>();

    private ObservationFolder() {}

    static synchronized Path ready(Stack stack) throws IOException {
        Path directory = Path.of(System.getProperty("observations.directory", "target/observations"));
        Path folder = directory.resolve(stack.name());
        if (READY.add(folder) && Files.isDirectory(folder)) {
            try (DirectoryStream<Path> old = Files.newDirectoryStream(folder, "*.{json,part}")) {
                for (Path file : old) {
                    Files.delete(file);
                }
            }
        }
        return directory;
    }
}
