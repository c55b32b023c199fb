package io.github.jpabyexample.testing.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.jpabyexample.testing.database.TestDatabase.Server;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ServerUrlTest {

    private static String stackTrace(Throwable thrown) {
        var everything = new StringWriter();
        thrown.printStackTrace(new PrintWriter(everything));
        return everything.toString();
    }

    @Nested
    class Shown {

        @ParameterizedTest
        @CsvSource(
                delimiter = ' ',
                value = {
                    "jdbc:postgresql://db/shop?user=ann&password=s3cret jdbc:postgresql://db/shop",
                    "jdbc:postgresql://ann:s3cret@db/shop jdbc:postgresql://db/shop",
                    "jdbc:postgresql://one:5432,two:5433/shop?a=b jdbc:postgresql://one:5432,two:5433/shop",
                    "jdbc:postgresql://[::1]:5432/shop jdbc:postgresql://[::1]:5432/shop",
                    "jdbc:postgresql:shop jdbc:postgresql:shop",
                    "jdbc:h2:mem:a;PASSWORD=s3cret jdbc:h2:mem:a",
                    "jdbc:h2:mem:a;PASSWORD=s3@cret jdbc:h2:mem:a",
                    "jdbc:h2:tcp://db:9092/~/shop;USER=ann jdbc:h2:tcp://db:9092/~/shop",
                    "jdbc:h2:file:/tmp/shop jdbc:h2:file:/tmp/shop"
                })
        void is_where_the_server_is(String url, String shown) {
            assertThat(new Server(url, "ann", "s3cret")).hasToString(shown);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "postgresql:ann:s3cret@db/shop",
                    "postgresql://ann:s3cret@db/shop",
                    "jdbc:postgresql:ann:s3cret@db/shop",
                    "jdbc:postgresql:ann:s3cret",
                    "jdbc:postgresql:ann/s3cret",
                    "jdbc:postgresql://ann:s3cret/shop",
                    "jdbc:postgresql://ann:s/s3cret@db/shop",
                    "jdbc:postgresql://ann:s3cret?x@db/shop",
                    "jdbc:postgresql://ann:s3cret;x@db/shop",
                    "jdbc:postgresql://ann:x@s3cret@db/shop",
                    "jdbc:postgresql://ann/s3cret@db/shop",
                    "jdbc:postgresql://db/shop?password=x@s3cret",
                    "jdbc:postgresql://(host=db,user=ann,password=s3cret)/shop",
                    "jdbc:h2:tcp://ann:s/s3cret@db/shop",
                    "jdbc:h2:ann/s3cret@db",
                    "jdbc:oracle:thin:ann/s3cret@//db:1521/shop",
                    "jdbc:oracle:thin:ann/s3cret@db:1521:shop",
                    "jdbc:mysql://ann:s3cret@db/shop",
                    "jdbc:mysql://db/shop?user=ann&password=s3cret",
                    "jdbc:mysql://address=(host=db)(user=ann)(password=s3cret)/shop",
                    "jdbc:sqlserver://db;user=ann;password=s3cret",
                    "jdbc:s3cret:shop",
                    "s3cret"
                })
        void is_no_more_than_the_kind_of_database_where_the_rest_may_be_a_secret(String url) {
            assertThat(new Server(url, null, null).toString()).doesNotContain("s3cret");
            assertThat(catchThrowable(() -> TestDatabase.named("h2", new Server(url, null, null))
                            .open("shop")))
                    .satisfiesAnyOf(
                            thrown -> assertThat(thrown).isNull(),
                            thrown -> assertThat(stackTrace(thrown)).doesNotContain("s3cret"));
        }
    }

    @Nested
    class What_a_driver_gets {

        @ParameterizedTest
        @CsvSource(
                delimiter = ' ',
                value = {
                    "jdbc:postgresql://db/shop?user=ann&ssl=true&password=s%263cret jdbc:postgresql://db/shop?ssl=true s&3cret",
                    "jdbc:postgresql://db/shop?password=a;b jdbc:postgresql://db/shop a;b",
                    "jdbc:h2:mem:a;USER=ann;MODE=LEGACY;PASSWORD=s\\;3cret jdbc:h2:mem:a;MODE=LEGACY s;3cret",
                    "jdbc:h2:mem:a;password=a&b jdbc:h2:mem:a a&b"
                })
        void is_no_login_in_the_URL(String url, String without, String password) {
            assertThat(ServerUrl.forDriver(new Server(url, "emma", null)))
                    .isEqualTo(new Server(without, "emma", password));
        }

        @Test
        void is_the_user_who_is_given_before_that_of_the_URL() {
            var url = "jdbc:postgresql://db/shop?user=ann&password=one";

            assertThat(ServerUrl.forDriver(new Server(url, null, null)))
                    .isEqualTo(new Server("jdbc:postgresql://db/shop", "ann", "one"));
            assertThat(ServerUrl.forDriver(new Server(url, "emma", "two")))
                    .isEqualTo(new Server("jdbc:postgresql://db/shop", "emma", "two"));
        }

        @Test
        void has_no_secret_in_its_description() throws SQLException {
            var url = "jdbc:h2:mem:described;USER=ann;PASSWORD=s3cret";
            try (var held = DriverManager.getConnection(url);
                    var place = TestDatabase.named("h2", new Server(url, null, null))
                            .open("shop")) {
                assertThat(held.isValid(1)).isTrue();
                assertThat(place.dataSource()).isInstanceOf(JdbcDataSource.class);
                assertThat(place.dataSource().toString())
                        .contains("jdbc:h2:mem:described")
                        .doesNotContain("s3cret");
                assertThat(place.toString()).contains("jdbc:h2:mem:described").doesNotContain("s3cret");
            }
        }
    }

    @Nested
    class A_server_that_cannot_be_reached {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "jdbc:postgresql://localhost:1/shop?password=s3cret",
                    "jdbc:postgresql://localhost:no-port/shop?password=s3cret",
                    "jdbc:postgresql://ann:s3cret@localhost:1/shop",
                    "jdbc:postgresql:ann:s3cret@localhost:1/shop",
                    "jdbc:h2:tcp://ann:s3cret@localhost/shop",
                    "jdbc:h2:mem:a;PASSWORD=s3cret;NO_SUCH_SETTING=1",
                    "jdbc:h2:mem:a;PASSWORD=s3cret;IFEXISTS=TRUE",
                    "jdbc:h2:;;PASSWORD=s3cret"
                })
        void tells_no_secret_in_the_message_or_in_a_cause(String url) {
            var database = TestDatabase.named(url.split(":")[1], new Server(url, "ann", null));

            Throwable refused = catchThrowable(() -> database.open("shop"));

            assertThat(refused).hasMessageContaining("jdbc:" + database.name());
            assertThat(stackTrace(refused)).doesNotContain("s3cret");
        }

        @Test
        void says_where_the_user_is_to_be_named() {
            assertThat(catchThrowable(() -> TestDatabase.named(
                                    "postgresql", new Server("jdbc:postgresql://ann:s3cret@db/shop", null, null))
                            .open("shop")))
                    .hasMessage(
                            "jdbc:postgresql://db/shop has a user before its host, where no driver looks for it: use"
                                    + " -Djpa.database.user, and for a password JPA_DATABASE_PASSWORD in the environment");
        }
    }

    @Test
    void a_message_that_quotes_the_URL_or_the_password_is_redacted() {
        var server = new Server("jdbc:h2:mem:a;PASSWORD=one", "ann", "4711");

        assertThat(ServerUrl.redacted(server, "refused: jdbc:h2:mem:a;PASSWORD=one with 4711"))
                .isEqualTo("refused: jdbc:h2:mem:a with ***");
        assertThat(ServerUrl.redacted(server, "but is \"mem:a;PASSWORD=one\""))
                .isEqualTo("but is \"mem:a;PASSWORD=***\"");
        assertThat(ServerUrl.redacted(server, "not one of them")).isEqualTo("not *** of them");
        assertThat(ServerUrl.redacted(server, null)).isEqualTo("null");
        assertThat(ServerUrl.redacted(new Server("jdbc:h2:tcp://a/b@c/d", null, null), "no b@c"))
                .isEqualTo("(the driver's message is left out, for it may quote the URL)");
    }
}
