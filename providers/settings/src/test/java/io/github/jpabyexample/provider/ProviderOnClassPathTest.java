package io.github.jpabyexample.provider;

import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceConfiguration;
import jakarta.persistence.spi.PersistenceProvider;
import jakarta.persistence.spi.PersistenceUnitInfo;
import jakarta.persistence.spi.ProviderUtil;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ProviderOnClassPathTest {

    // Says with a warning that there is none, which here is meant to be. Kept, or the level would be lost.
    private static final Logger RESOLVER = Logger.getLogger("jakarta.persistence.spi");

    @TempDir
    Path folder;

    private final ClassLoader before = Thread.currentThread().getContextClassLoader();
    private final List<URLClassLoader> opened = new ArrayList<>();

    /** Found through the class path, never asked for anything. */
    public static class OtherProvider implements PersistenceProvider {

        @Override
        public EntityManagerFactory createEntityManagerFactory(String unit, Map<?, ?> properties) {
            return null;
        }

        @Override
        public EntityManagerFactory createEntityManagerFactory(PersistenceConfiguration configuration) {
            return null;
        }

        @Override
        public EntityManagerFactory createContainerEntityManagerFactory(
                PersistenceUnitInfo unit, Map<?, ?> properties) {
            return null;
        }

        @Override
        public void generateSchema(PersistenceUnitInfo unit, Map<?, ?> properties) {}

        @Override
        public boolean generateSchema(String unit, Map<?, ?> properties) {
            return false;
        }

        @Override
        public ProviderUtil getProviderUtil() {
            return null;
        }
    }

    private void onClassPath(String... artifacts) throws IOException {
        URL[] urls = new URL[artifacts.length];
        for (int i = 0; i < urls.length; i++) {
            Path file = folder.resolve(artifacts[i]).resolve(ProviderSettings.RESOURCE);
            Files.createDirectories(file.getParent());
            Files.writeString(file, ProviderSettingsTest.DATA + "unit.artifact = " + artifacts[i] + "\n");
            urls[i] = folder.resolve(artifacts[i]).toUri().toURL();
        }
        var loader = new URLClassLoader(urls, before);
        opened.add(loader);
        Thread.currentThread().setContextClassLoader(loader);
    }

    @BeforeAll
    static void quietly() {
        RESOLVER.setLevel(Level.OFF);
    }

    @AfterEach
    void as_before() throws IOException {
        Thread.currentThread().setContextClassLoader(before);
        for (var loader : opened) {
            loader.close();
        }
    }

    @Test
    void without_a_provider_of_ours_is_refused_with_what_to_add() {
        assertThatIllegalStateException()
                .isThrownBy(ProviderSettings::onClassPath)
                .withMessage("No JPA provider of JPA by Example is on the class path: add one of"
                        + " io.github.jpabyexample:jpa-by-example-provider-hibernate or -eclipselink.");
    }

    @Test
    void with_two_is_refused_with_both() throws IOException {
        onClassPath("acme", "other");

        assertThatIllegalStateException()
                .isThrownBy(ProviderSettings::onClassPath)
                .withMessageStartingWith("One JVM runs one JPA provider, but 2 are on the class path: ")
                .withMessageContaining("/acme/META-INF/")
                .withMessageContaining("/other/META-INF/");
    }

    @Test
    void with_one_that_is_on_the_module_path_as_well_is_not_refused_for_that() throws IOException {
        onClassPath("acme", "acme/../acme");

        assertThatIllegalStateException()
                .isThrownBy(ProviderSettings::onClassPath)
                .withMessageContaining("add the provider itself");
    }

    @Test
    void with_another_provider_than_that_of_the_data_is_refused() throws IOException {
        onClassPath("acme");
        Path services = folder.resolve("acme/META-INF/services/jakarta.persistence.spi.PersistenceProvider");
        Files.createDirectories(services.getParent());
        Files.writeString(services, OtherProvider.class.getName());

        assertThatIllegalStateException()
                .isThrownBy(ProviderSettings::onClassPath)
                .withMessage("One JVM runs one JPA provider: expected com.acme.Provider alone, but found ["
                        + OtherProvider.class.getName() + "]. Take the others off the class path.");
    }

    @Test
    void with_the_data_of_a_provider_that_is_not_there_is_refused() throws IOException {
        onClassPath("acme");

        assertThatIllegalStateException()
                .isThrownBy(ProviderSettings::onClassPath)
                .withMessageStartingWith("com.acme.Provider is not on the class path, though file:")
                .withMessageEndingWith(" is: add the provider itself.");
    }
}
