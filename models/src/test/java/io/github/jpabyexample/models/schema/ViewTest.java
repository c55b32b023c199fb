package io.github.jpabyexample.models.schema;

import static io.github.jpabyexample.lesson.Level.EXPERT;
import static io.github.jpabyexample.lesson.On.on;
import static io.github.jpabyexample.lesson.observation.Difference.data;
import static io.github.jpabyexample.testing.Stack.ECLIPSELINK;
import static io.github.jpabyexample.testing.Stack.HIBERNATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jpabyexample.lesson.Lesson;
import io.github.jpabyexample.lesson.LessonUnit;
import io.github.jpabyexample.models.schema.Visits.TownVisitors;
import io.github.jpabyexample.models.schema.Visits.Visit;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A query on a view doesn't see the row that the same transaction has just persisted, or a managed instance keeps an old
 * sum: the provider takes the view for a table, and doesn't know which tables it reads.
 *
 * <p>Choose: an entity over a view for a sum that many queries need, without a setter, and with columns that are neither
 * insertable nor updatable. Flush before a query on it, and refresh an instance that was read before. Never persist one.
 *
 * <p>Try: query {@code Visit} where {@code em.flush()} stands before the last query.
 */
@Lesson(
        value =
                "A view is mapped as a table is, and read like one; nobody knows that it depends on other tables, so flush first.",
        level = EXPERT,
        terms = {
            "database view",
            "read-only entity",
            "flush mode",
            "auto flush",
            "stale query",
            "refresh",
            "managed instance"
        },
        messages = {"Feature not supported: \"TableView.addRow\"", "cannot insert into view"},
        sqlalchemy = "`Table(…)` over a view, a class mapped to a `select`")
class ViewTest {

    @RegisterExtension
    static final LessonUnit jpa = LessonUnit.of("town-visits");

    @BeforeEach
    void aViewInPlaceOfTheTable() throws SQLException {
        // A provider knows no views: it makes a table of the entity, which the lesson replaces once.
        if (jpa.rows("select 1 from information_schema.views where lower(table_name) = 'town_visitors'"
                        + " and table_schema = current_schema")
                .rows()
                .isEmpty()) {
            try (Connection connection = jpa.dataSource().getConnection();
                    var sql = connection.createStatement()) {
                sql.execute("drop table town_visitors");
                sql.execute("""
                        create view town_visitors as
                        select town, sum(visitors) as visitors from visit group by town
                        """);
            }
        }
        jpa.given(em -> {
            em.persist(new Visit(1L, "Bath", 20));
            em.persist(new Visit(2L, "Bath", 10));
            em.persist(new Visit(3L, "Lyme", 5));
        });
    }

    @Nested
    class A_row_of_the_view {

        @Test
        void is_found_by_its_key_and_queried_like_any_entity() {
            jpa.runInTransaction(em -> {
                assertThat(em.find(TownVisitors.class, "Bath").visitors()).isEqualTo(30);
                assertThat(busy(em)).extracting(TownVisitors::town).containsExactly("Bath");
            });
        }

        @Test
        void is_not_written_when_it_changes_in_memory() {
            jpa.runInTransaction(em -> em.find(TownVisitors.class, "Bath").pretend(1_000));

            assertThat(jpa.sql()).hasSelects(1).hasNoUpdates();
        }

        @Test
        void is_refused_by_the_database_when_it_is_persisted() {
            assertThatThrownBy(() -> jpa.runInTransaction(em -> em.persist(new TownVisitors("Highbury", 1))))
                    .isInstanceOf(PersistenceException.class);
        }

        @Test
        void stays_as_it_was_read_until_it_is_refreshed() {
            jpa.runInTransaction(em -> {
                TownVisitors bath = em.find(TownVisitors.class, "Bath");
                em.persist(new Visit(4L, "Bath", 70));
                em.flush();
                assertThat(bath.visitors()).isEqualTo(30);

                em.refresh(bath);

                assertThat(bath.visitors()).isEqualTo(100);
            });
        }
    }

    @Nested
    class A_query_on_the_view {

        @Test
        void sees_what_was_just_persisted_only_where_each_query_flushes() {
            jpa.runInTransaction(em -> {
                em.persist(new Visit(4L, "Lyme", 25));

                boolean seen = jpa.expect(
                        data("a query on a view sees a row that was just persisted")
                                .write("em.flush() before each query on a view")
                                .follows("Queries and Flush Mode", ECLIPSELINK),
                        on(HIBERNATE, false),
                        on(ECLIPSELINK, true));
                assertThat(busy(em))
                        .extracting(TownVisitors::town)
                        .isEqualTo(seen ? List.of("Bath", "Lyme") : List.of("Bath"));
            });
        }

        @Test
        void sees_it_everywhere_after_a_flush() {
            jpa.runInTransaction(em -> {
                em.persist(new Visit(4L, "Lyme", 25));
                em.flush();

                assertThat(busy(em)).extracting(TownVisitors::town).containsExactly("Bath", "Lyme");
            });
        }
    }

    private static List<TownVisitors> busy(EntityManager em) {
        return em.createQuery("select t from TownVisitors t where t.visitors >= 30 order by t.town", TownVisitors.class)
                .getResultList();
    }
}
