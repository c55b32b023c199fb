package io.github.jpabyexample.checks;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.apache.maven.shared.invoker.DefaultInvocationRequest;
import org.apache.maven.shared.invoker.DefaultInvoker;
import org.apache.maven.shared.invoker.InvocationRequest;
import org.apache.maven.shared.invoker.MavenInvocationException;

/**
 * A build by the Maven that runs this one, and what it said under {@code -q}.
 *
 * @param failed whether its status was not 0
 */
record MavenRun(boolean failed, String output) {

    // Generous: it only ends what hangs.
    private static final int MINUTES = 40;

    static MavenRun of(Path folder, String... arguments) {
        return of(folder, request -> {}, arguments);
    }

    /** With another local repository, say, or in another environment. */
    static MavenRun of(Path folder, Consumer<InvocationRequest> otherwise, String... arguments) {
        var output = new StringBuffer();
        var request = new DefaultInvocationRequest();
        request.setPomFile(folder.resolve("pom.xml").toFile());
        request.setBaseDirectory(folder.toFile());
        request.setLocalRepositoryDirectory(localRepository().toFile());
        request.setJavaHome(new File(System.getProperty("java.home")));
        request.setQuiet(true).setBatchMode(true);
        request.setTimeoutInSeconds(MINUTES * 60);
        request.addArg("-Dstyle.color=never").addArgs(List.of(arguments));
        request.setOutputHandler(line -> output.append(plain(line)).append('\n'));
        request.setErrorHandler(line -> output.append(plain(line)).append('\n'));
        otherwise.accept(request);
        var invoker = new DefaultInvoker();
        invoker.setMavenHome(new File(property("maven.home")));
        try {
            var result = invoker.execute(request);
            if (result.getExecutionException() != null) {
                throw new IllegalStateException(
                        "mvn %s was ended, for it hung or could not be read; it may run for %d minutes here.\n%s"
                                .formatted(String.join(" ", arguments), MINUTES, output),
                        result.getExecutionException());
            }
            return new MavenRun(result.getExitCode() != 0, output.toString());
        } catch (MavenInvocationException wrong) {
            throw new IllegalArgumentException(String.join(" ", arguments), wrong);
        }
    }

    // Maven 3 resets colours even where it uses none.
    private static String plain(String line) {
        return line.replaceAll("\u001B\\[[\\d;]*m", "");
    }

    /** {@return where this build keeps what it has downloaded} */
    static Path localRepository() {
        return Path.of(property("maven.local.repository"));
    }

    private static String property(String name) {
        String value = System.getProperty(name);
        if (value == null) {
            throw new IllegalStateException("-D" + name + " is not set: run this by mvn verify -pl checks -am");
        }
        return value;
    }
}
