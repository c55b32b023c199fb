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
 * FetchType.LAZY is ignored: on EclipseLink each reference sends a select of its own.
 *
 * <p>Choose: EclipseLink's jar as -javaagent, and each class listed in persistence.xml. Hibernate needs neither for
 * references.
 *
 * <p>Try: take a class out of persistence.xml.
 */
@Lesson(
        value =
                "EclipseLink is lazy only in classes that its agent weaves, and that weaves only those which a persistence.xml lists.",
        level = EXPERT,
        terms = {"weaving", "-javaagent", "bytecode enhancement", "lazy to-one", "eclipselink.weaving"},
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
        void is_woven_by_the_agent_of_the_one_provider_in_every_unit_that_uses_it() {
            assertThat(provider.hasWoven(Visit.class))
                    .isEqualTo(jpa.expect(
                            answer("a listed class is woven")
                                    .write("nothing in your code: the agent does it")
                                    .leftOpen("jakarta.persistence.spi.ClassTransformer Interface")
                                    .since("|| EclipseLink's -javaagent"),
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
                                    .write("list the class in persistence.xml")
                                    .leftOpen("ManyToOne Annotation")
                                    .since("|| missing weaving"),
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
                                    .write("list the class in persistence.xml, or write a join fetch")
                                    .follows("Fetch Graph Semantics", HIBERNATE)
                                    .since("|| missing weaving"),
                            on(HIBERNATE, "read"),
                            on(ECLIPSELINK, "refused")));
        }
    }
}
