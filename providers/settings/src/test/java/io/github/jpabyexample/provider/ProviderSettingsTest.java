package io.github.jpabyexample.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ProviderSettingsTest {

    static final String DATA = """
            name = acme
            title =  Acme JPA \s
            version = 1.2
            persistence-provider = com.acme.Provider
            weaving.marker = io.github.jpabyexample.provider.ProviderSettingsTest$Woven
            weaving.required = true
            pool.auto-commit = false
            unit.acme.batch = 50
            unit.acme.order =  true
            own-pool.acme.trust = yes
            own-statements = (?i)\\\\s*select 1
            """;

    @TempDir
    Path folder;

    interface Woven {}

    static class Book implements Woven {}

    static class Novel extends Book {}

    static class Pamphlet {}

    private Path artifact(String name, String data) throws IOException {
        Path file = folder.resolve(name).resolve(ProviderSettings.RESOURCE);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, data);
    }

    private ProviderSettings read(String data) throws IOException {
        return ProviderSettings.read(artifact("acme", data).toUri().toURL());
    }

    @Nested
    class Data {

        @Test
        void is_read() throws IOException {
            var settings = read(DATA);

            assertThat(settings.name()).isEqualTo("acme");
            assertThat(settings).hasToString("Acme JPA 1.2");
            assertThat(settings.persistenceProvider()).isEqualTo("com.acme.Provider");
            assertThat(settings.weavingRequired()).isTrue();
            assertThat(settings.poolAutoCommit()).isFalse();
            assertThat(settings.unitSettings()).containsOnly(entry("acme.batch", "50"), entry("acme.order", "true"));
            assertThat(settings.ownPoolSettings()).containsOnly(entry("acme.trust", "yes"));
            assertThat(settings.ownStatements().matcher("\n SELECT 1").matches())
                    .isTrue();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "name",
                    "title",
                    "version",
                    "persistence-provider",
                    "weaving.marker",
                    "weaving.required",
                    "pool.auto-commit",
                    "own-statements"
                })
        void without_a_key_is_refused_with_the_file_and_the_key(String key) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> read(DATA.replaceFirst("(?m)^" + key + " = .*$", "")))
                    .withMessageStartingWith("file:")
                    .withMessageEndingWith("provider.properties has no value for '" + key + "'.");
        }

        @Test
        void with_a_flag_that_is_neither_true_nor_false_is_refused() {
            assertThatIllegalStateException()
                    .isThrownBy(() -> read(DATA.replace("weaving.required = true", "weaving.required = yes")))
                    .withMessageEndingWith(": 'weaving.required' is 'yes', but must be true or false.");
        }

        @Test
        void with_a_broken_pattern_is_refused() {
            assertThatIllegalStateException()
                    .isThrownBy(() -> read(DATA.replace("own-statements = ", "own-statements = (")))
                    .withMessageEndingWith(": 'own-statements' is no regular expression.");
        }

        @Test
        void that_the_build_did_not_fill_in_is_refused() {
            assertThatIllegalStateException()
                    .isThrownBy(() -> read(DATA.replace("version = 1.2", "version = ${acme.version}")))
                    .withMessageEndingWith(": 'version' is '${acme.version}', which the build should have filled in.");
        }
    }

    @Nested
    class A_class {

        private ProviderSettings settings;

        @BeforeEach
        void of_a_unit() throws IOException {
            settings = read(DATA);
        }

        @Test
        void is_woven_if_it_or_what_it_extends_carries_the_mark() {
            assertThat(settings.hasWoven(Book.class)).isTrue();
            assertThat(settings.hasWoven(Novel.class)).isTrue();
            assertThat(settings.hasWoven(Pamphlet.class)).isFalse();
        }
    }
}
