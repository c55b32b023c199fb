package io.github.jpabyexample.models.eclipselink;

import static io.github.jpabyexample.lesson.Level.EXPERT;
import static io.github.jpabyexample.testing.Stack.ECLIPSELINK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jpabyexample.lesson.Lesson;
import io.github.jpabyexample.lesson.LessonUnit;
import io.github.jpabyexample.lesson.OnlyOn;
import io.github.jpabyexample.models.beyond.StockItem;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Several shops share one table, and none may ever see a row of another. EclipseLink's {@code @Multitenant}, here in its
 * mapping file, writes the column and adds the condition to {@code em.find}, to queries and to bulk updates; your own SQL
 * fails: {@code Native SQL queries have been disabled}.
 *
 * <p>Choose: on any provider, an attribute for the tenant and the condition in your own queries, or a database for each
 * tenant; on PostgreSQL row-level security, for your own SQL as well; {@code @Multitenant} where all access goes through
 * entities and JPQL.
 *
 * <p>Try: allow native SQL with the property {@code eclipselink.jdbc.allow-native-sql-queries}, and read the titles in
 * Bath.
 */
@Lesson(
        value =
                "Not portable: EclipseLink keeps tenants apart by a column that it writes and asks for, and allows no other SQL.",
        level = EXPERT,
        terms = {"@Multitenant", "@TenantDiscriminatorColumn", "multitenancy", "multi-tenant", "row-level security"},
        messages = {"Native SQL queries have been disabled", "No value was provided for the session property"},
        sqlalchemy = "`with_loader_criteria`, `do_orm_execute`")
@OnlyOn(value = ECLIPSELINK, because = "multitenant is EclipseLink's own; Hibernate's way is in TenantIdTest")
class MultitenantTest {

    @RegisterExtension
    static final LessonUnit jpa = LessonUnit.of("eclipselink-tenants");

    @BeforeEach
    void stored() {
        in("Bath", em -> em.persist(new StockItem(1L, "Emma")));
        in("Lyme", em -> em.persist(new StockItem(2L, "Persuasion")));
    }

    @Nested
    class An_entity_manager_for_a_shop {

        @Test
        void writes_the_shop_into_each_row() {
            assertThat(jpa.show("table stock_item", jpa.rows("select shop, title from stock_item order by shop"))
                            .rows())
                    .containsExactly(List.of("Bath", "Emma"), List.of("Lyme", "Persuasion"));
        }

        @Test
        void reads_nothing_of_another_shop() {
            in("Bath", em -> {
                assertThat(em.createQuery("select i.title from StockItem i", String.class)
                                .getResultList())
                        .containsExactly("Emma");
                assertThat(em.find(StockItem.class, 2L)).isNull();
            });
        }

        @Test
        void changes_nothing_of_another_shop_in_bulk() {
            in(
                    "Bath",
                    em -> assertThat(em.createQuery("update StockItem i set i.title = 'sold'")
                                    .executeUpdate())
                            .isEqualTo(1));

            assertThat(jpa.rows("select title from stock_item where shop = 'Lyme'")
                            .rows())
                    .containsExactly(List.of("Persuasion"));
        }

        @Test
        void sends_no_SQL_of_your_own_unless_it_is_told_to() {
            assertThatThrownBy(() -> in(
                            "Bath",
                            em -> em.createNativeQuery("select title from stock_item")
                                    .getResultList()))
                    .isInstanceOf(PersistenceException.class)
                    .hasMessageContaining("Native SQL queries have been disabled");
            jpa.note("On PostgreSQL, row-level security keeps tenants apart for every provider, and for your own SQL.");
        }
    }

    @Nested
    class An_entity_manager_for_no_shop {

        @Test
        void is_refused_when_it_asks() {
            assertThatThrownBy(() -> {
                        try (EntityManager em = jpa.factory().createEntityManager()) {
                            em.createQuery("select i from StockItem i").getResultList();
                        }
                    })
                    .isInstanceOf(PersistenceException.class)
                    .hasMessageContaining("eclipselink.tenant-id");
        }
    }

    private static void in(String shop, Consumer<EntityManager> work) {
        try (EntityManager em = jpa.factory().createEntityManager(Map.of("eclipselink.tenant-id", shop))) {
            em.getTransaction().begin();
            work.accept(em);
            em.getTransaction().commit();
        }
    }
}
