package io.github.jpabyexample.models.ids;

import static io.github.jpabyexample.lesson.Level.BASIC;
import static io.github.jpabyexample.lesson.On.on;
import static io.github.jpabyexample.lesson.observation.Difference.cost;
import static io.github.jpabyexample.testing.Stack.ECLIPSELINK;
import static io.github.jpabyexample.testing.Stack.H2;
import static io.github.jpabyexample.testing.Stack.HIBERNATE;
import static io.github.jpabyexample.testing.Stack.POSTGRESQL;
import static java.util.Comparator.naturalOrder;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.jpabyexample.lesson.Lesson;
import io.github.jpabyexample.lesson.LessonUnit;
import io.github.jpabyexample.models.Money;
import io.github.jpabyexample.models.catalog.Genre;
import io.github.jpabyexample.models.people.Customer;
import io.github.jpabyexample.models.sales.CardPayment;
import io.github.jpabyexample.models.sales.PurchaseOrder;
import io.github.jpabyexample.testing.sql.SqlLog;
import io.github.jpabyexample.testing.sql.SqlStatement.Kind;
import jakarta.persistence.EntityManager;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * You insert a thousand rows and your log shows a thousand calls for ids; or there are gaps in the ids, and nobody deleted a
 * row. Where an id comes from decides both, and whether you know it before the row is written.
 *
 * <p>Choose: a sequence with blocks of fifty, the default; gaps are its price. A UUID where programs make ids that know
 * nothing of each other. Neither for numbers that must have no gaps, such as those of invoices: count these in a row of your
 * own.
 *
 * <p>Try: persist 1000 genres instead of 200, and count the calls of the sequence.
 */
@Lesson(
        value =
                "An id that is known before its row is written costs few round trips: a sequence hands out fifty for one call.",
        level = BASIC,
        terms = {"generated id", "sequence", "allocationSize", "UUID", "gaps in ids", "rollback", "@GeneratedValue"},
        entities = {Genre.class, CardPayment.class},
        sqlalchemy = "`mapped_column(primary_key=True)`, `Sequence`, `Uuid`")
class GeneratedIdTest {

    @RegisterExtension
    static final LessonUnit jpa = LessonUnit.of("bookstore");

    @Nested
    class Ids_from_a_sequence {

        @Test
        void are_handed_out_fifty_for_one_call() {
            List<Genre> genres = new ArrayList<>();
            jpa.runInTransaction(em -> {
                for (int i = 1; i <= 200; i++) {
                    var genre = new Genre("Genre " + i, null);
                    em.persist(genre);
                    genres.add(genre);
                }
                assertThat(jpa.sql()).hasNoInserts();
            });

            assertThat(genres).extracting(Genre::id).doesNotContainNull().doesNotHaveDuplicates();
            assertThat(calls(jpa.sql())).isBetween(3, 5);
            assertThat(jpa.sql()).insertsInto("genre", 200);
        }

        @Test
        void are_lost_with_a_rollback_for_a_sequence_never_goes_back() {
            List<Genre> tried = genres("Tried");
            try (EntityManager em = jpa.factory().createEntityManager()) {
                em.getTransaction().begin();
                tried.forEach(em::persist);
                em.getTransaction().rollback();
            }
            assertThat(calls(jpa.sql())).isPositive();
            Long lost = tried.stream().map(Genre::id).max(naturalOrder()).orElseThrow();

            List<Genre> kept = genres("Kept");
            var sent = jpa.sqlOf(() -> jpa.runInTransaction(em -> kept.forEach(em::persist)));

            assertThat(calls(sent)).isPositive();
            assertThat(kept)
                    .extracting(Genre::id)
                    .allSatisfy(id -> assertThat(id).isGreaterThan(lost));
        }

        // More than one call of the sequence hands out.
        private static List<Genre> genres(String name) {
            return IntStream.rangeClosed(1, 60)
                    .mapToObj(i -> new Genre(name + " " + i, null))
                    .toList();
        }

        private static int calls(SqlLog sent) {
            return sent.statements(Kind.SEQUENCE).size();
        }
    }

    @Nested
    class An_id_that_is_a_uuid {

        @Test
        void is_made_in_memory_but_for_EclipseLink_on_postgresql_which_asks_the_database() {
            var emma = new Customer("Emma Woodhouse", "emma@example.org");
            var order = new PurchaseOrder(emma, LocalDateTime.of(2026, 5, 1, 12, 0));
            var payment = new CardPayment(order, Money.of("12.50", "EUR"), LocalDateTime.of(2026, 5, 1, 12, 1), "4242");
            jpa.runInTransaction(em -> {
                em.persist(emma);
                em.persist(order);

                var sent = jpa.sqlOf(() -> em.persist(payment));

                assertThat(payment.id()).isNotNull();
                int selects = jpa.expect(
                        cost("selects for an id of GenerationType.UUID")
                                .write("UUID.randomUUID() in the entity's field, and no @GeneratedValue")
                                .leftOpen("GeneratedValue Annotation"),
                        on(HIBERNATE, 0),
                        on(ECLIPSELINK, H2, 0),
                        on(ECLIPSELINK, POSTGRESQL, 1));
                assertThat(sent).hasSelects(selects);
                if (selects == 1) {
                    assertThat(sent).mentions("gen_random_uuid()");
                }
            });

            assertThat(jpa.rows("select amount, last_digits from payment").rows())
                    .containsExactly(List.of("12.50", "4242"));
        }
    }
}
