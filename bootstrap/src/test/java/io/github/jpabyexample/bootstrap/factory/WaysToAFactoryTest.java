package io.github.jpabyexample.bootstrap.factory;

import static io.github.jpabyexample.lesson.Level.BASIC;
import static io.github.jpabyexample.lesson.On.on;
import static io.github.jpabyexample.lesson.observation.Difference.answer;
import static io.github.jpabyexample.lesson.observation.Difference.exception;
import static io.github.jpabyexample.testing.Stack.ECLIPSELINK;
import static io.github.jpabyexample.testing.Stack.HIBERNATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.github.jpabyexample.bootstrap.Bootstrap;
import io.github.jpabyexample.bootstrap.Connections;
import io.github.jpabyexample.bootstrap.PoolSettings;
import io.github.jpabyexample.bootstrap.SettingsException;
import io.github.jpabyexample.bootstrap.UnitSettings;
import io.github.jpabyexample.bootstrap.guestbook.Guest;
import io.github.jpabyexample.lesson.Lesson;
import io.github.jpabyexample.lesson.LessonUnit;
import io.github.jpabyexample.provider.ProviderSettings;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import jakarta.persistence.PersistenceConfiguration;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.spi.PersistenceProvider;
import jakarta.persistence.spi.PersistenceProviderResolverHolder;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * "No Persistence provider for EntityManager named shop": there is no provider on the class path, or another one than is
 * asked for, or no {@code persistence.xml} has such a unit.
 *
 * <p>Choose: {@code persistence.xml} for a unit that is found by its name, {@code PersistenceConfiguration} for one whose
 * classes the code names, {@code Bootstrap} where the pool ends with the factory and wrong settings are refused.
 *
 * <p>Try: leave out {@code managedClass(Guest.class)} in {@code From_code}.
 */
@Lesson(
        value =
                "A factory is opened once: from persistence.xml, from code, or by Bootstrap, which ends the pool with it.",
        level = BASIC,
        terms = {
            "EntityManagerFactory",
            "persistence unit",
            "PersistenceConfiguration",
            "createEntityManagerFactory",
            "persistence.xml",
            "bootstrapping",
            "persistence provider",
            "Java SE"
        },
        messages = {"No Persistence provider for EntityManager named"},
        sqlalchemy = "`create_engine(url)`, `sessionmaker(engine)`")
class WaysToAFactoryTest {

    @RegisterExtension
    static final LessonUnit jpa = LessonUnit.of("guestbook", "pooled", Bootstrap::pooled);

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
                .withConnections(new Connections.Pooled(jpa.dataSource()))
                .withPool(PoolSettings.ofSize(2));

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
            assertThatThrownBy(() -> UnitSettings.named("guestbook").withUrl("postgresql://localhost/shop"))
                    .isInstanceOf(SettingsException.class)
                    .hasMessageContaining("'postgresql://localhost/shop', but must be a JDBC URL");
            assertThatThrownBy(() -> Bootstrap.open(UnitSettings.named("guestbook")))
                    .isInstanceOf(SettingsException.class)
                    .hasMessageContaining("connections is null");
        }

        @Test
        void a_password_is_never_shown() {
            var secret = UnitSettings.named("shop")
                    .withUrl("jdbc:postgresql://emma:s3cret@localhost/shop?password=s3cret", "emma", "s3cret")
                    .withProperty("a.property.of.the.provider", "s3cret");

            assertThat(secret.toString())
                    .contains("jdbc:postgresql://localhost/shop")
                    .doesNotContain("s3cret");
        }
    }

    @Nested
    class This_run {

        @Test
        void has_the_provider_and_the_database_that_were_asked_for() {
            String provider = System.getProperty("jpa.provider", jpa.stack().provider());
            String database = System.getProperty("jpa.database", jpa.stack().database());

            assertThat(jpa.stack().name()).isEqualTo(provider + "-" + database);
            assertThat(jpa.stack().databaseVersion().toLowerCase(java.util.Locale.ROOT))
                    .startsWith(database);
            assertThat(jpa.stack().woven())
                    .isEqualTo(jpa.expect(
                            answer("entity classes are woven")
                                    .write(
                                            "nothing makes it the same: with EclipseLink give the JVM its jar as -javaagent; Hibernate is lazy by proxies")
                                    .leftOpen("jakarta.persistence.spi.ClassTransformer Interface")
                                    .because("weaving by EclipseLink's agent, with which these lessons run"),
                            on(HIBERNATE, false),
                            on(ECLIPSELINK, true)));
            assertThat(jpa.factory().getProperties()).isNotEmpty();
        }

        @Test
        void knows_its_provider_by_name_and_version_and_so_does_every_provider() {
            ProviderSettings provider = ProviderSettings.onClassPath();
            List<PersistenceProvider> found = PersistenceProviderResolverHolder.getPersistenceProviderResolver()
                    .getPersistenceProviders();

            assertThat(found).hasSize(1);
            assertThat(found.get(0).getClass().getName()).isEqualTo(provider.persistenceProvider());
            assertThat(found.get(0).getClass().getPackage().getSpecificationVersion())
                    .isEqualTo(provider.version());
            jpa.note("This is " + provider + ", by its settings here and by the manifest of its jar.");
        }

        @Test
        void cannot_have_another_provider_by_asking_for_it() {
            Map<String, Object> properties = Map.of(
                    "jakarta.persistence.provider",
                    "org.example.None",
                    "jakarta.persistence.nonJtaDataSource",
                    jpa.dataSource());
            assertThatThrownBy(() -> Persistence.createEntityManagerFactory("guestbook", properties))
                    .isInstanceOf(PersistenceException.class)
                    .hasMessageContaining("No Persistence provider");

            var configuration = new PersistenceConfiguration("guestbook")
                    .provider("org.example.None")
                    .managedClass(Guest.class)
                    .property("jakarta.persistence.nonJtaDataSource", jpa.dataSource());
            assertThat(opens(configuration))
                    .isEqualTo(jpa.expect(
                            exception(
                                            "a PersistenceConfiguration that asks for a provider unheard of is opened all the same")
                                    .write("one provider on the class path, and no provider(…)")
                                    .follows("Bootstrapping in Java SE Environments", ECLIPSELINK),
                            on(HIBERNATE, true),
                            on(ECLIPSELINK, false)));
        }

        private static boolean opens(PersistenceConfiguration configuration) {
            try (EntityManagerFactory factory = configuration.createEntityManagerFactory()) {
                return factory.isOpen();
            } catch (PersistenceException e) {
                return false;
            }
        }
    }
}
