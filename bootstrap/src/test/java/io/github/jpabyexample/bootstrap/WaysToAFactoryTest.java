package io.github.jpabyexample.bootstrap;

import static io.github.jpabyexample.testing.On.on;
import static io.github.jpabyexample.testing.Stack.ECLIPSELINK;
import static io.github.jpabyexample.testing.Stack.HIBERNATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.github.jpabyexample.provider.ProviderSettings;
import io.github.jpabyexample.testing.JpaUnit;
import io.github.jpabyexample.testing.Lesson;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import jakarta.persistence.PersistenceConfiguration;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Lesson("A factory is opened once: from persistence.xml, from code, or by Bootstrap, which ends the pool with it.")
class WaysToAFactoryTest {

    @RegisterExtension
    static final JpaUnit jpa = JpaUnit.of("guestbook", Bootstrap::pooled);

    @Nested
    class From_persistence_xml {

        @Test
        void the_name_of_the_unit_finds_its_classes() {
            Map<String, Object> properties = Map.of("jakarta.persistence.nonJtaDataSource", jpa.dataSource());

            try (EntityManagerFactory factory = Persistence.createEntityManagerFactory("guestbook", properties)) {
                factory.runInTransaction(em -> em.persist(new Guest("Emma")));

                assertThat(factory.getMetamodel().getEntities())
                        .extracting(entity -> entity.getName())
                        .containsExactly("Guest");
            }
            assertThat(jpa.show("table guest", jpa.rows("select name from guest"))
                            .rows())
                    .containsExactly(List.of("Emma"));
        }
    }

    @Nested
    class From_code {

        @Test
        void the_configuration_names_the_classes_and_no_file_is_read() {
            var configuration = new PersistenceConfiguration("no such unit in any file")
                    .managedClass(Guest.class)
                    .property("jakarta.persistence.nonJtaDataSource", jpa.dataSource());

            try (EntityManagerFactory factory = configuration.createEntityManagerFactory()) {
                factory.runInTransaction(em -> em.persist(new Guest("Harriet")));
            }
            assertThat(jpa.rows("select name from guest").rows()).containsExactly(List.of("Harriet"));
        }
    }

    @Nested
    class By_bootstrap {

        private final UnitSettings settings = UnitSettings.named("guestbook")
                .connections(new Connections.Pooled(jpa.dataSource()))
                .pool(PoolSettings.ofSize(2));

        @Test
        void the_pool_ends_with_the_factory_and_closing_twice_is_harmless() {
            EntityManagerFactory factory = Bootstrap.open(settings);
            var pool = (HikariDataSource) factory.unwrap(DataSource.class);
            factory.runInTransaction(em -> em.persist(new Guest("Jane")));
            assertThat(pool.getHikariPoolMXBean().getActiveConnections()).isZero();

            factory.close();
            factory.close();

            assertThat(pool.isClosed()).isTrue();
            assertThat(factory.isOpen()).isFalse();
        }

        @Test
        void a_setting_that_cannot_work_is_named_with_its_value_and_what_is_allowed() {
            assertThatThrownBy(() -> PoolSettings.ofSize(0))
                    .isInstanceOf(SettingsException.class)
                    .hasMessage("pool.maximumSize is 0, but must be 1 or more");
            assertThatThrownBy(() -> UnitSettings.named("guestbook").url("postgresql://localhost/shop"))
                    .isInstanceOf(SettingsException.class)
                    .hasMessageContaining("'postgresql://localhost/shop', but must be a JDBC URL");
            assertThatThrownBy(() -> Bootstrap.open(UnitSettings.named("guestbook")))
                    .isInstanceOf(SettingsException.class)
                    .hasMessageContaining("connections is null");
        }

        @Test
        void a_password_is_never_shown() {
            var secret = UnitSettings.named("shop")
                    .url("jdbc:postgresql://emma:s3cret@localhost/shop?password=s3cret", "emma", "s3cret")
                    .property("jakarta.persistence.jdbc.password", "s3cret");

            assertThat(secret.toString())
                    .contains("jdbc:postgresql://localhost/shop")
                    .doesNotContain("s3cret");
        }
    }

    @Nested
    class A_unit_that_cannot_start {

        @Test
        void leaves_no_pool_behind_when_its_tables_are_missing() throws InterruptedException {
            var settings = UnitSettings.named("unwritten")
                    .connections(new Connections.Pooled(jpa.dataSource()))
                    .schema(SchemaAction.VALIDATE);

            assertThatThrownBy(() -> Bootstrap.open(settings))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageStartingWith("The tables do not fit the entities");
            for (Thread thread : Thread.getAllStackTraces().keySet()) {
                if (thread.getName().startsWith("unwritten")) {
                    thread.join(10_000);
                    assertThat(thread.isAlive()).as(thread.getName()).isFalse();
                }
            }
        }

        @Test
        void says_so_at_once_or_at_first_use_when_a_named_query_is_misspelt() {
            Map<String, Object> properties = Map.of("jakarta.persistence.nonJtaDataSource", jpa.dataSource());

            assertThat(firstFailure(properties))
                    .isEqualTo(jpa.expect(
                            "when a named query with a mistake is refused",
                            on(HIBERNATE, "opening the factory"),
                            on(ECLIPSELINK, "creating the first entity manager")));
            jpa.note("So open one entity manager right after the factory: then both refuse before the first customer.");
        }

        private static String firstFailure(Map<String, Object> properties) {
            EntityManagerFactory factory;
            try {
                factory = Persistence.createEntityManagerFactory("misspelt", properties);
            } catch (RuntimeException e) {
                return "opening the factory";
            }
            try (factory) {
                factory.createEntityManager().close();
            } catch (RuntimeException e) {
                return "creating the first entity manager";
            }
            return "never";
        }
    }

    @Nested
    class This_run {

        @Test
        void has_the_provider_and_the_database_that_were_asked_for() {
            String provider = System.getProperty("stack.provider", jpa.stack().provider());
            String database = System.getProperty("stack.database", jpa.stack().database());

            assertThat(jpa.stack().name()).isEqualTo(provider + "-" + database);
            assertThat(jpa.stack().databaseVersion().toLowerCase(java.util.Locale.ROOT))
                    .startsWith(database);
            assertThat(jpa.stack().woven())
                    .isEqualTo(jpa.expect("entity classes are woven", on(HIBERNATE, false), on(ECLIPSELINK, true)));
            assertThat(jpa.factory().getProperties()).isNotEmpty();
            jpa.note("This is " + ProviderSettings.onClassPath() + ".");
        }
    }
}
