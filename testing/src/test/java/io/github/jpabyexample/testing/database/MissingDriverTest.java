package io.github.jpabyexample.testing.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class MissingDriverTest {

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void a_driver_that_is_missing_is_named(String name) throws Exception {
        List<URL> path = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(System.getProperty("path.separator"))) {
            if (!entry.matches(".*[/\\\\](h2|postgresql)-[^/\\\\]*\\.jar")) {
                path.add(Path.of(entry).toUri().toURL());
            }
        }
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        try (var loader = new URLClassLoader(path.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
            var open = (Callable<?>) loader.loadClass(Opening.class.getName())
                    .getConstructor(String.class)
                    .newInstance(name);

            assertThatIllegalStateException()
                    .isThrownBy(open::call)
                    .withMessageContaining("is not on the class path: add ")
                    .withMessageContaining(":" + name);
        }
        assertThat(Thread.getAllStackTraces().keySet())
                .filteredOn(thread -> !before.contains(thread))
                .extracting(Thread::getName)
                .as("threads of a server that was started in vain")
                .noneMatch(thread -> thread.startsWith("postgres"));
    }

    /** Opens a place, in whichever class loader it was loaded. */
    public static final class Opening implements Callable<Object> {

        private final String name;

        public Opening(String name) {
            this.name = name;
        }

        @Override
        public Object call() {
            return TestDatabase.named(name, null).open("shop");
        }
    }
}
