package io.github.jpabyexample.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.jpabyexample.testing.database.TestDatabase;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RequestedTest {

    private final Properties before = (Properties) System.getProperties().clone();

    @BeforeEach
    void a_server_is_given() {
        System.setProperty("jpa.database.url", "jdbc:postgresql://localhost/shop");
    }

    @AfterEach
    void as_before() {
        System.setProperties(before);
    }

    @Test
    void a_given_server_is_used_by_the_stacks_of_its_database_when_a_build_runs_all() {
        System.setProperty("stack.all", "true");

        assertThat(Requested.serverFor("postgresql")).hasToString("jdbc:postgresql://localhost/shop");
        assertThat(Requested.serverFor("h2")).isNull();
    }

    @Test
    void a_given_server_of_another_database_is_refused_when_there_is_one_stack() {
        System.setProperty("stack.all", "false");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> TestDatabase.named("h2", Requested.serverFor("h2")))
                .withMessageStartingWith("The tests run on h2, but jpa.database.url is jdbc:postgresql://");
    }
}
