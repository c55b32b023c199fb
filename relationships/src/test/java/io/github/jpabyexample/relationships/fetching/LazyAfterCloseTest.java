package io.github.jpabyexample.relationships.fetching;

import static io.github.jpabyexample.lesson.Level.BASIC;
import static io.github.jpabyexample.lesson.On.on;
import static io.github.jpabyexample.lesson.observation.Difference.answer;
import static io.github.jpabyexample.lesson.observation.Difference.cost;
import static io.github.jpabyexample.lesson.observation.Difference.data;
import static io.github.jpabyexample.lesson.observation.Difference.exception;
import static io.github.jpabyexample.testing.Stack.ECLIPSELINK;
import static io.github.jpabyexample.testing.Stack.HIBERNATE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.jpabyexample.bootstrap.Bootstrap;
import io.github.jpabyexample.lesson.Lesson;
import io.github.jpabyexample.lesson.LessonUnit;
import io.github.jpabyexample.lesson.observation.Difference;
import io.github.jpabyexample.models.Money;
import io.github.jpabyexample.models.catalog.Book;
import io.github.jpabyexample.models.catalog.Isbn;
import io.github.jpabyexample.models.catalog.PrintEdition;
import io.github.jpabyexample.models.people.Customer;
import io.github.jpabyexample.models.sales.PurchaseOrder;
import jakarta.persistence.EntityGraph;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceUnitUtil;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * LazyInitializationException: the page, the JSON or the other thread touches an association when the entity manager is closed.
 * On EclipseLink nothing is thrown: it sends a select then, and what it finds may be newer than the rest of the object.
 *
 * <p>Choose: hand over what was fetched: by {@code join fetch}, in one select on both; by an entity graph or by touching it where
 * a select more doesn't matter.
 *
 * <p>Try: leave the lines out of the query with join fetch.
 */
@Lesson(
        value =
                "What is lazy must be fetched while its entity manager is open: later it is an exception, or a select behind your back.",
        level = BASIC,
        terms = {"LazyInitializationException", "detached entity", "lazy loading", "join fetch", "isLoaded"},
        messages = {"Cannot lazily initialize collection of role", "Could not initialize proxy"},
        sqlalchemy = "`DetachedInstanceError`, `lazy=\"raise\"`")
class LazyAfterCloseTest {

    @RegisterExtension
    static final LessonUnit jpa = LessonUnit.of("bookstore", "pooled", Bootstrap::pooled);

    private static final LocalDateTime NOON = LocalDateTime.of(2026, 1, 31, 12, 0);
    private Long id;

    @BeforeEach
    void an_order_with_three_lines() {
        jpa.given(em -> {
            var emma = new Book(Isbn.invented(1), "Emma", 1815, "en", "GB");
            var print = new PrintEdition(LocalDate.of(2003, 5, 6), Money.of("9.50", "EUR"), 474);
            emma.addEdition(print);
            var jo = new Customer("Jo March", "jo@example.org");
            var order = new PurchaseOrder(jo, NOON);
            List.of(1, 2, 3).forEach(quantity -> order.add(print, quantity));
            List.of(emma, jo, order).forEach(em::persist);
            id = order.id();
        });
    }

    @Nested
    class An_order_that_was_only_found {

        private PurchaseOrder order;

        @BeforeEach
        void closed() {
            order = jpa.callInTransaction(em -> em.find(PurchaseOrder.class, id));
        }

        @Test
        void has_its_own_columns_and_can_be_asked_what_else_was_fetched() {
            PersistenceUnitUtil unit = jpa.factory().getPersistenceUnitUtil();

            assertThat(order.placedAt()).isEqualTo(NOON);
            assertThat(unit.isLoaded(order, "customer")).isFalse();
            assertThat(unit.isLoaded(order, "lines")).isFalse();
            assertThat(jpa.sql()).hasSelects(1);
        }

        @Test
        void refuses_what_is_lazy_or_selects_it_behind_your_back() {
            String lines = outcome(() -> order.lines().size() + " lines");
            String customer = outcome(() -> order.customer().name());

            assertThat(lines)
                    .isEqualTo(jpa.expect(
                            afterClose(exception("an unfetched collection of 3, read after close")),
                            on(HIBERNATE, "LazyInitializationException"),
                            on(ECLIPSELINK, "3 lines")));
            assertThat(customer)
                    .isEqualTo(jpa.expect(
                            afterClose(exception("an unfetched reference, read after close")),
                            on(HIBERNATE, "LazyInitializationException"),
                            on(ECLIPSELINK, "Jo March")));
            assertThat(jpa.sql()).hasSelects(customer.equals("Jo March") ? 1 + 2 : 1);
        }

        @Test
        void shows_what_the_database_has_by_then_where_it_is_selected_late() {
            jpa.runInTransaction(em -> em.createQuery("delete from OrderLine l where l.position = 1")
                    .executeUpdate());

            assertThat(outcome(() -> order.lines().size() + " lines"))
                    .isEqualTo(jpa.expect(
                            afterClose(
                                    data("an unfetched collection of 3, read after close, of which one was removed")),
                            on(HIBERNATE, "LazyInitializationException"),
                            on(ECLIPSELINK, "2 lines")));
            jpa.note("The order is of one transaction, its lines are of a later one: together they were never true.");
        }
    }

    @Nested
    class An_order_that_is_handed_over_complete {

        @Test
        void was_fetched_by_a_query_that_says_so_in_one_select_on_every_provider() {
            isComplete(em -> em.createQuery("""
                            select distinct o
                            from PurchaseOrder o join fetch o.customer left join fetch o.lines
                            """, PurchaseOrder.class).getSingleResult());

            assertThat(jpa.sql()).hasSelects(1);
        }

        @Test
        void was_found_with_an_entity_graph_as_a_property() {
            isComplete(em -> em.find(
                    PurchaseOrder.class, id, Map.of("jakarta.persistence.loadgraph", withCustomerAndLines(em))));

            int selects = jpa.expect(
                    cost("selects of find with a graph of a reference and a collection")
                            .write("a query with join fetch: one select on both")
                            .leftOpen("Load Graph Semantics"),
                    on(HIBERNATE, 1),
                    on(ECLIPSELINK, 3));
            assertThat(jpa.sql()).hasSelects(selects);
        }

        @Test
        void was_touched_for_a_select_each() {
            isComplete(em -> {
                PurchaseOrder order = em.find(PurchaseOrder.class, id);
                assertThat(order.customer().name()).isEqualTo("Jo March");
                assertThat(order.lines()).isNotEmpty();
                return order;
            });

            assertThat(jpa.sql()).hasSelects(3);
        }

        private void isComplete(Function<EntityManager, PurchaseOrder> read) {
            PurchaseOrder order = jpa.callInTransaction(read::apply);
            assertThat(jpa.sqlOf(() -> {
                        assertThat(order.customer().name()).isEqualTo("Jo March");
                        assertThat(order.lines()).hasSize(3);
                    }))
                    .isEmpty();
        }
    }

    @Nested
    class Two_ways_of_version_3_2 {

        @Test
        void find_with_the_graph_as_its_first_argument_works_on_hibernate_only() {
            assertThat(outcome(() -> jpa.callInTransaction(
                            em -> em.find(withCustomerAndLines(em), id).placedAt())))
                    .isEqualTo(jpa.expect(
                            exception("em.find(graph, id)")
                                    .write("em.find(class, id, Map.of(\"jakarta.persistence.loadgraph\", graph))")
                                    .follows("Use of Entity Graphs in find and query operations", HIBERNATE),
                            on(HIBERNATE, NOON.toString()),
                            on(ECLIPSELINK, "NullPointerException")));
        }

        @Test
        void load_of_an_attribute_loads_it_on_eclipselink_only() {
            PersistenceUnitUtil unit = jpa.factory().getPersistenceUnitUtil();
            PurchaseOrder order = jpa.callInTransaction(em -> {
                PurchaseOrder found = em.find(PurchaseOrder.class, id);
                unit.load(found, "customer");
                unit.load(found, "lines");
                return found;
            });

            boolean loaded = jpa.expect(
                    answer("PersistenceUnitUtil.load(entity, attribute) loads")
                            .write("touch it while the entity manager is open: order.lines().size()")
                            .follows("PersistenceUnitUtil Interface", ECLIPSELINK),
                    on(HIBERNATE, false),
                    on(ECLIPSELINK, true));
            assertThat(List.of(unit.isLoaded(order, "customer"), unit.isLoaded(order, "lines")))
                    .containsOnly(loaded);
        }
    }

    private static EntityGraph<PurchaseOrder> withCustomerAndLines(EntityManager em) {
        EntityGraph<PurchaseOrder> graph = em.createEntityGraph(PurchaseOrder.class);
        graph.addAttributeNodes("customer", "lines");
        return graph;
    }

    private static Difference afterClose(Difference difference) {
        return difference
                .write("join fetch it, or touch it, while the entity manager is open")
                .leftOpen("Detached Entities and Lazy Loading");
    }

    private static String outcome(Supplier<Object> reading) {
        try {
            return reading.get().toString();
        } catch (RuntimeException e) {
            return e.getClass().getSimpleName();
        }
    }
}
