package io.github.jpabyexample.bootstrap.factory;

import static io.github.jpabyexample.lesson.Level.BASIC;
import static io.github.jpabyexample.lesson.On.on;
import static io.github.jpabyexample.lesson.observation.Difference.answer;
import static io.github.jpabyexample.lesson.observation.Difference.exception;
import static io.github.jpabyexample.testing.Stack.ECLIPSELINK;
import static io.github.jpabyexample.testing.Stack.HIBERNATE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jpabyexample.bootstrap.Bootstrap;
import io.github.jpabyexample.bootstrap.guestbook.Guest;
import io.github.jpabyexample.lesson.Lesson;
import io.github.jpabyexample.lesson.LessonUnit;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * One provider opens your {@code persistence.xml}; the other says "Cannot find the declaration of element 'persistence'", or
 * opens a unit that knows none of your entities.
 *
 * <p>Choose: the whole header, as in {@code WHOLE_HEADER}, and a {@code class} element for each class. Outside of a
 * container nobody has to look for classes.
 *
 * <p>Try: leave {@code LISTED} out of the unit {@code queried}.
 */
@Lesson(
        value =
                "A persistence.xml has its whole header and lists its classes, or only one of the providers understands it.",
        level = BASIC,
        terms = {
            "persistence.xml",
            "persistence unit",
            "xsi:schemaLocation",
            "exclude-unlisted-classes",
            "managed classes",
            "entity scanning",
            "mapping file",
            "named query"
        },
        messages = {"Cannot find the declaration of element 'persistence'"},
        sqlalchemy = "`registry.configure()`: classes register themselves")
class PersistenceXmlTest {

    private static final String LISTED = "<class>" + Guest.class.getName() + "</class>";
    private static final String WHOLE_HEADER = """
            xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
            xsi:schemaLocation="https://jakarta.ee/xml/ns/persistence https://jakarta.ee/xml/ns/persistence/persistence_3_2.xsd"
            """;

    @RegisterExtension
    static final LessonUnit jpa = LessonUnit.of("guestbook", "pooled", Bootstrap::pooled);

    @TempDir
    Path folder;

    private final ClassLoader before = Thread.currentThread().getContextClassLoader();
    private URLClassLoader program;

    /** A program of its own: a folder with the compiled entity, and soon with a persistence.xml. */
    @BeforeEach
    void program() throws IOException {
        String entity = Guest.class.getName().replace('.', '/') + ".class";
        write(entity, before.getResourceAsStream(entity).readAllBytes());
        program = new URLClassLoader(new URL[] {folder.toUri().toURL()}, before);
        Thread.currentThread().setContextClassLoader(program);
    }

    @AfterEach
    void leave() throws IOException {
        Thread.currentThread().setContextClassLoader(before);
        program.close();
    }

    @Nested
    class A_file_without_the_location_of_its_schema {

        @Test
        void is_read_or_refused() throws IOException {
            unit("bare-header", "", LISTED);

            boolean read = jpa.expect(
                    exception("a persistence.xml without xsi:schemaLocation is read")
                            .write("the whole header, with xmlns:xsi and xsi:schemaLocation")
                            .leftOpen("persistence.xml Schema"),
                    on(HIBERNATE, true),
                    on(ECLIPSELINK, false));
            if (read) {
                assertThat(entities("bare-header")).isEqualTo(1);
            } else {
                assertThatThrownBy(() -> entities("bare-header"))
                        .hasStackTraceContaining("Cannot find the declaration of element 'persistence'");
            }
        }
    }

    @Nested
    class A_unit_that_lists_no_class {

        @Test
        void has_none() throws IOException {
            unit("unsaid", WHOLE_HEADER, "");

            assertThat(entities("unsaid")).isZero();
        }

        @Test
        void has_those_beside_its_file_if_it_says_so_and_the_provider_looks_for_them() throws IOException {
            unit("searched", WHOLE_HEADER, "<exclude-unlisted-classes>false</exclude-unlisted-classes>");

            int found = jpa.expect(
                    exception("entities found by exclude-unlisted-classes false")
                            .write("a class element for each class")
                            .leftOpen("Annotated Classes in the Root of the Persistence Unit")
                            .because(
                                    "Hibernate finds classes with an artifact more, hibernate-scan-jandex, which is not on the class path"),
                    on(HIBERNATE, 0),
                    on(ECLIPSELINK, 1));
            assertThat(entities("searched")).isEqualTo(found);
            jpa.note("Outside of a container no provider has to look. Hibernate does with one more"
                    + " artifact, hibernate-scan-jandex.");
        }
    }

    @Nested
    class A_unit_that_lists_its_classes_below_a_whole_header {

        @Test
        void has_them_on_every_provider() throws IOException {
            unit("listed", WHOLE_HEADER, LISTED);

            assertThat(entities("listed")).isEqualTo(1);
        }

        @Test
        void has_a_query_of_a_mapping_file_by_name_and_perhaps_among_those_of_its_entity() throws IOException {
            write("META-INF/guests-orm.xml", """
                    <?xml version="1.0" encoding="UTF-8"?>
                    <entity-mappings xmlns="https://jakarta.ee/xml/ns/persistence/orm"
                        xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                        xsi:schemaLocation="https://jakarta.ee/xml/ns/persistence/orm https://jakarta.ee/xml/ns/persistence/orm/orm_3_2.xsd"
                        version="3.2">
                      <named-query name="Guest.all"><query>select g from Guest g</query></named-query>
                    </entity-mappings>
                    """.getBytes(UTF_8));
            unit("queried", WHOLE_HEADER, "<mapping-file>META-INF/guests-orm.xml</mapping-file>" + LISTED);

            try (EntityManagerFactory factory = open("queried")) {
                factory.runInTransaction(em -> assertThat(
                                em.createNamedQuery("Guest.all", Guest.class).getResultList())
                        .isEmpty());
                int typed = jpa.expect(
                        answer(
                                        "named queries that the factory knows for the entity they select, where none names its class")
                                .write("@NamedQuery(resultClass = Guest.class): a mapping file has no place for it")
                                .leftOpen("EntityManagerFactory Interface"),
                        on(HIBERNATE, 0),
                        on(ECLIPSELINK, 1));
                assertThat(factory.getNamedQueries(Guest.class)).hasSize(typed);
            }
        }
    }

    private void unit(String name, String header, String content) throws IOException {
        write("META-INF/persistence.xml", """
                <?xml version="1.0" encoding="UTF-8"?>
                <persistence xmlns="https://jakarta.ee/xml/ns/persistence" %s version="3.2">
                  <persistence-unit name="%s" transaction-type="RESOURCE_LOCAL">%s</persistence-unit>
                </persistence>
                """.formatted(header, name, content).getBytes(UTF_8));
    }

    private void write(String file, byte[] content) throws IOException {
        Path target = folder.resolve(file);
        Files.createDirectories(target.getParent());
        Files.write(target, content);
    }

    private static int entities(String unit) {
        try (EntityManagerFactory factory = open(unit)) {
            return factory.getMetamodel().getEntities().size();
        }
    }

    private static EntityManagerFactory open(String unit) {
        return Persistence.createEntityManagerFactory(
                unit, Map.of("jakarta.persistence.nonJtaDataSource", jpa.dataSource()));
    }
}
