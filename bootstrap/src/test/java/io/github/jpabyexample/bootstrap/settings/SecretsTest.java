package io.github.jpabyexample.bootstrap.settings;

import static io.github.jpabyexample.lesson.Level.WORKING;
import static io.github.jpabyexample.lesson.On.on;
import static io.github.jpabyexample.lesson.observation.Difference.answer;
import static io.github.jpabyexample.testing.Stack.ECLIPSELINK;
import static io.github.jpabyexample.testing.Stack.HIBERNATE;
import static io.github.jpabyexample.testing.Stack.POSTGRESQL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.jpabyexample.bootstrap.Bootstrap;
import io.github.jpabyexample.bootstrap.UnitSettings;
import io.github.jpabyexample.bootstrap.guestbook.Address;
import io.github.jpabyexample.bootstrap.guestbook.CapturedLog;
import io.github.jpabyexample.lesson.Lesson;
import io.github.jpabyexample.lesson.LessonUnit;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The password of your database stands in the log, or in what {@code getProperties()} of the factory prints: the provider
 * was given it, in the URL or as a property.
 *
 * <p>Choose: a {@code DataSource} that has the password to itself, as {@code Bootstrap} makes one. Who must give it to a
 * provider gives it as a property, and not in the URL.
 *
 * <p>Try: open the unit with {@code withProperty("jakarta.persistence.jdbc.password", SECRET)}.
 */
@Lesson(
        value =
                "Providers log what they are given, a password too; so none is given to them: Bootstrap hands over a pool and no URL.",
        level = WORKING,
        terms = {
            "password in the log",
            "secret",
            "credentials",
            "JDBC URL",
            "DataSource",
            "getProperties",
            "jakarta.persistence.jdbc.password"
        },
        sqlalchemy = "`URL.render_as_string(hide_password=True)`")
class SecretsTest {

    private static final String KEEPER = "keeper";
    private static final String SECRET = "s3cr3t-of-the-keeper";

    @RegisterExtension
    static final LessonUnit jpa = LessonUnit.of("guestbook", "pooled", Bootstrap::pooled);

    private final Address here = Address.of(jpa.dataSource());
    private Address keeper;

    // A server that trusts this machine takes any password; H2 takes that of a user it has.
    @BeforeEach
    void known() throws SQLException {
        if (jpa.stack().isOn(POSTGRESQL)) {
            keeper = new Address(here.url(), here.user(), here.password().isEmpty() ? SECRET : here.password());
            return;
        }
        try (Connection connection = jpa.dataSource().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create user if not exists " + KEEPER + " password '" + SECRET + "' admin");
        }
        keeper = new Address(here.url(), KEEPER, SECRET);
    }

    private String withSecret() {
        return jpa.stack().isOn(POSTGRESQL)
                ? keeper.url() + "&user=" + keeper.user() + "&password=" + keeper.password()
                : keeper.url() + ";USER=" + keeper.user() + ";PASSWORD=" + keeper.password();
    }

    // H2 in memory has no host; there it is the plain URL.
    private String withUserInfo() {
        return keeper.url().replace("//", "//" + keeper.user() + ":" + keeper.password() + "@");
    }

    @Nested
    class A_password_given_to_a_provider {

        @Test
        void in_the_url_stands_in_the_log_and_in_the_properties_of_the_factory() {
            Map<String, Object> properties = Map.of("jakarta.persistence.jdbc.url", withSecret());

            Seen seen = seen(() -> Persistence.createEntityManagerFactory("guestbook", properties));

            assertThat(seen.lines()).isPositive();
            assertThat(seen.inProperties()).isTrue();
            jpa.note(
                    "Hibernate logs the URL at INFO; EclipseLink makes it the name of a logger, so that it stands before"
                            + " each line.");
        }

        @Test
        void in_a_property_stands_in_the_log_of_the_one_and_in_the_factory_of_the_other() {
            Map<String, Object> properties = Map.of(
                    "jakarta.persistence.jdbc.url", keeper.url(),
                    "jakarta.persistence.jdbc.user", keeper.user(),
                    "jakarta.persistence.jdbc.password", keeper.password());

            Seen seen = seen(() -> Persistence.createEntityManagerFactory("guestbook", properties));

            assertThat((seen.lines() > 0 ? "log" : "") + (seen.inProperties() ? "getProperties()" : ""))
                    .isEqualTo(jpa.expect(
                            answer("where a password shows up that was given as a property")
                                    .write(
                                            "a DataSource as jakarta.persistence.nonJtaDataSource, as Bootstrap gives one: then in neither")
                                    .unspecified(),
                            on(HIBERNATE, "log"),
                            on(ECLIPSELINK, "getProperties()")));
        }
    }

    @Nested
    class A_password_given_to_bootstrap {

        @Test
        void is_in_no_log_however_loud_and_in_no_property_even_if_it_came_in_the_url() {
            for (UnitSettings settings : List.of(
                    UnitSettings.named("guestbook").withUrl(withSecret()),
                    UnitSettings.named("guestbook").withUrl(withUserInfo(), keeper.user(), keeper.password()),
                    UnitSettings.named("guestbook").withUrl(keeper.url(), keeper.user(), keeper.password()))) {
                Seen seen = seen(() -> Bootstrap.open(settings));

                assertThat(seen).isEqualTo(new Seen(0, false));
                assertThat(settings.toString()).doesNotContain(keeper.password());
            }
        }

        @Test
        void is_in_no_message_when_nobody_can_be_reached() {
            Throwable refused = catchThrowable(() -> Bootstrap.open(
                    UnitSettings.named("guestbook").withUrl("jdbc:postgresql://localhost:1/none", KEEPER, SECRET)));

            assertThat(refused).isNotNull();
            for (Throwable cause = refused; cause != null; cause = cause.getCause()) {
                assertThat(cause.toString()).doesNotContain(SECRET);
            }
        }
    }

    /** In how many lines of a log at its loudest a password stands, and whether in the factory's properties. */
    private record Seen(long lines, boolean inProperties) {}

    private Seen seen(Supplier<EntityManagerFactory> open) {
        try (CapturedLog log = CapturedLog.of("")) {
            boolean inProperties;
            try (EntityManagerFactory factory = open.get()) {
                inProperties = factory.getProperties().toString().contains(keeper.password())
                        || factory.toString().contains(keeper.password());
                // EclipseLink cannot connect to H2 where the URL has the user; the log is written all the same.
                catchThrowable(() -> factory.createEntityManager().close());
            }
            assertThat(log.lines()).hasSizeGreaterThan(20);
            return new Seen(
                    log.lines().stream()
                            .filter(line -> line.contains(keeper.password()))
                            .count(),
                    inProperties);
        }
    }
}
