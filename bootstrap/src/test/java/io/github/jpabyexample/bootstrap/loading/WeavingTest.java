package io.github.jpabyexample.bootstrap.loading;

import static io.github.jpabyexample.lesson.Level.EXPERT;
import static io.github.jpabyexample.lesson.On.on;
import static io.github.jpabyexample.lesson.observation.Difference.answer;
import static io.github.jpabyexample.lesson.observation.Difference.cost;
import static io.github.jpabyexample.lesson.observation.Difference.exception;
import static io.github.jpabyexample.testing.Stack.ECLIPSELINK;
import static io.github.jpabyexample.testing.Stack.HIBERNATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.jpabyexample.bootstrap.Bootstrap;
import io.github.jpabyexample.bootstrap.Connections;
import io.github.jpabyexample.bootstrap.PoolSettings;
import io.github.jpabyexample.bootstrap.SchemaAction;
import io.github.jpabyexample.bootstrap.UnitSettings;
import io.github.jpabyexample.bootstrap.guestbook.Guest;
import io.github.jpabyexample.bootstrap.guestbook.Visit;
import io.github.jpabyexample.lesson.Lesson;
import io.github.jpabyexample.lesson.LessonUnit;
import io.github.jpabyexample.provider.ProviderSettings;
import jakarta.persistence.EntityGraph;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceUnitUtil;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * You wrote {@code FetchType.LAZY}, and EclipseLink reads the association at once; or a fetch graph fails: "You must define
 * a fetch group manager". Hibernate does neither.
 *
 * <p>Choose: with EclipseLink its jar as {@code -javaagent}, and each class in a {@code persistence.xml}, also where code
 * opens the unit. Hibernate puts a proxy in the place of a lazy to-one.
 *
 * <p>Try: list {@code UnwovenVisit} in {@code META-INF/persistence.xml}.
 */
@Lesson(
        value =
                "EclipseLink is lazy only in classes that its agent weaves, and that weaves only those which a persistence.xml lists.",
        level = EXPERT,
        terms = {
            "weaving",
            "bytecode enhancement",
            "lazy loading",
            "proxy",
            "FetchType.LAZY",
            "javaagent",
            "fetch graph",
            "load state"
        },
        messages = {"You must define a fetch group manager"},
        sqlalchemy = "no equivalent: attributes of a mapped class are instrumented always")
class WeavingTest {

    @RegisterExtension
    static final LessonUnit jpa = LessonUnit.of("visits", "pooled", Bootstrap::pooled);

    private final ProviderSettings provider = ProviderSettings.onClassPath();
    private EntityManagerFactory factory;
    private EntityManager em;
    private Long visit;
    private Long unwoven;

    @BeforeEach
    void stored() {
        factory = Bootstrap.open(UnitSettings.named("woven and not")
                .withClasses(Guest.class, Visit.class, UnwovenVisit.class)
                .withConnections(new Connections.Pooled(jpa.dataSource()))
                .withPool(PoolSettings.ofSize(2))
                .withSchema(SchemaAction.CREATE)
                .withProperty("jakarta.persistence.sharedCache.mode", "NONE"));
        factory.runInTransaction(unit -> {
            var emma = new Guest("Emma");
            var listed = new Visit(emma, LocalDate.of(2026, 5, 1));
            var unlisted = new UnwovenVisit(emma);
            unit.persist(emma);
            unit.persist(listed);
            unit.persist(unlisted);
            visit = listed.id();
            unwoven = unlisted.id();
        });
        em = factory.createEntityManager();
    }

    @AfterEach
    void close() {
        em.close();
        factory.close();
    }

    @Nested
    class A_class_that_a_persistence_xml_lists {

        @Test
        void is_woven_by_the_agent_of_eclipselink_in_every_unit_that_uses_it() {
            assertThat(provider.hasWoven(Visit.class))
                    .isEqualTo(jpa.expect(
                            answer("a listed class is woven")
                                    .write(
                                            "nothing makes it the same: with EclipseLink give the JVM its jar as -javaagent; Hibernate is lazy by proxies")
                                    .leftOpen("jakarta.persistence.spi.ClassTransformer Interface")
                                    .because("weaving by EclipseLink's agent, with which these lessons run"),
                            on(HIBERNATE, false),
                            on(ECLIPSELINK, true)));
        }

        @Test
        void leaves_its_lazy_association_unread() {
            assertThat(jpa.sqlOf(() -> em.find(Visit.class, visit)).statements())
                    .hasSize(1);

            PersistenceUnitUtil util = factory.getPersistenceUnitUtil();
            assertThat(util.isLoaded(em.find(Visit.class, visit), "guest")).isFalse();
        }
    }

    @Nested
    class A_class_that_is_named_in_code_alone {

        @Test
        void is_woven_by_nobody() {
            assertThat(provider.hasWoven(UnwovenVisit.class)).isFalse();
        }

        @Test
        void reads_its_lazy_association_at_once_where_laziness_needs_weaving() {
            int selects = jpa.sqlOf(() -> em.find(UnwovenVisit.class, unwoven))
                    .statements()
                    .size();

            assertThat(selects)
                    .isEqualTo(jpa.expect(
                            cost("selects for an entity with a lazy to-one, not woven")
                                    .write("list the class in a persistence.xml, with EclipseLink's agent: 1 on both")
                                    .leftOpen("ManyToOne Annotation")
                                    .because(
                                            "the class is in no persistence.xml, so that EclipseLink's agent does not weave it"),
                            on(HIBERNATE, 1),
                            on(ECLIPSELINK, 2)));
            jpa.note("Nobody says so: FetchType.LAZY is a hint. Hibernate puts a proxy in its place.");
        }

        @Test
        void is_read_by_a_fetch_graph_or_not_at_all() {
            EntityGraph<UnwovenVisit> graph = em.createEntityGraph(UnwovenVisit.class);
            graph.addAttributeNode("guest");

            Throwable refused = catchThrowable(() -> em.createQuery("select v from UnwovenVisit v", UnwovenVisit.class)
                    .setHint("jakarta.persistence.fetchgraph", graph)
                    .getResultList());

            assertThat(refused == null ? "read" : "refused")
                    .isEqualTo(jpa.expect(
                            exception("a query with a fetch graph for a class that is not woven")
                                    .write("list the class in a persistence.xml, with EclipseLink's agent")
                                    .follows("Fetch Graph Semantics", HIBERNATE)
                                    .because(
                                            "the class is in no persistence.xml, so that EclipseLink's agent does not weave it"),
                            on(HIBERNATE, "read"),
                            on(ECLIPSELINK, "refused")));
        }
    }
}
