package io.github.jpabyexample.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.jpabyexample.testing.database.TestDatabase;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RequestedTest {

    private final Properties before = (Properties) System.getProperties().clone();

    @BeforeEach
    void nothing_is_asked_for() {
        var without = (Properties) before.clone();
        without.keySet().removeIf(name -> name.toString().matches("(jpa|stack)\\..*"));
        System.setProperties(without);
    }

    @AfterEach
    void as_before() {
        System.setProperties(before);
    }

    @Nested
    class A_database {

        @Test
        void is_H2_where_nobody_asks_for_another_one() {
            assertThat(TestDatabase.requested().name()).isEqualTo(Stack.H2);
        }

        @Test
        void is_asked_for_by_the_name_that_the_messages_and_the_pages_give() {
            System.setProperty("jpa.database", "postgresql");

            assertThat(TestDatabase.requested().name()).isEqualTo(Stack.POSTGRESQL);
        }

        @Test
        void asked_for_by_another_name_is_refused_with_the_right_one() {
            System.setProperty("stack.database", "postgresql");

            assertThatIllegalStateException()
                    .isThrownBy(TestDatabase::requested)
                    .withMessage("Nothing reads stack.database: choose the database with -Djpa.database=postgresql");
        }
    }

    @Nested
    class A_provider {

        @Test
        void that_is_asked_for_but_not_there_is_refused() {
            System.setProperty("jpa.provider", "openjpa");

            assertThatIllegalStateException()
                    .isThrownBy(Requested::read)
                    .withMessageStartingWith("The run asked for the provider 'openjpa' with jpa.provider, but on the"
                            + " class path is ");
        }
    }

    @Nested
    class A_server_that_is_given {

        @BeforeEach
        void of_PostgreSQL() {
            System.setProperty("jpa.database.url", "jdbc:postgresql://localhost/shop");
        }

        @Test
        void is_used_by_the_stacks_of_its_database_when_a_build_runs_all() {
            System.setProperty("stack.all", "true");

            System.setProperty("jpa.database", "postgresql");
            assertThat(TestDatabase.requested().isGiven()).isTrue();
            System.setProperty("jpa.database", "h2");
            assertThat(TestDatabase.requested().isGiven()).isFalse();
            assertThat(TestDatabase.Server.requested()).isNull();
        }

        @Test
        void for_another_database_is_refused_when_there_is_one_stack() {
            assertThatIllegalArgumentException()
                    .isThrownBy(TestDatabase::requested)
                    .withMessageStartingWith("The tests run on h2, but jpa.database.url is jdbc:postgresql://");
        }
    }
}
