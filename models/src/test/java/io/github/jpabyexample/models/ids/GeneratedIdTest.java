package io.github.jpabyexample.models.ids;

import static io.github.jpabyexample.lesson.Level.BASIC;
import static io.github.jpabyexample.lesson.On.on;
import static io.github.jpabyexample.lesson.observation.Difference.cost;
import static io.github.jpabyexample.testing.Stack.ECLIPSELINK;
import static io.github.jpabyexample.testing.Stack.H2;
import static io.github.jpabyexample.testing.Stack.HIBERNATE;
import static io.github.jpabyexample.testing.Stack.POSTGRESQL;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.jpabyexample.lesson.Lesson;
import io.github.jpabyexample.lesson.LessonUnit;
import io.github.jpabyexample.models.Money;
import io.github.jpabyexample.models.catalog.Genre;
import io.github.jpabyexample.models.people.Customer;
import io.github.jpabyexample.models.sales.CardPayment;
import io.github.jpabyexample.models.sales.PurchaseOrder;
import jakarta.persistence.EntityManager;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Each persist sends a select for an id, or ids have gaps, or you need the id before the row is there.
 *
 * <p>Choose: a sequence with an allocationSize of 50: one round trip for fifty ids, and batches still work. A UUID
 * where ids are made by many programs. Gaps are normal: a sequence does not go back.
 *
 * <p>Try: set the allocationSize to 1, and count.
 */
@Lesson(
        value =
                "An id that is known before its row is written costs few round trips: a sequence hands out fifty, a UUID is made up.",
        level = BASIC,
        terms = {"@GeneratedValue", "sequence", "allocationSize", "UUID key", "generated id", "gaps in ids"},
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
            assertThat(jpa.sql().statements().stream()
                            .filter(sent -> sent.text()
                                    .toLowerCase(java.util.Locale.ROOT)
                                    .contains("genre_seq"))
                            .count())
                    .isBetween(3L, 5L);
            assertThat(jpa.sql()).insertsInto("genre", 200);
        }

        @Test
        void are_lost_with_a_rollback_for_a_sequence_never_goes_back() {
            var tried = new Genre("Tried", null);
            try (EntityManager em = jpa.factory().createEntityManager()) {
                em.getTransaction().begin();
                em.persist(tried);
                em.getTransaction().rollback();
            }

            Long next = jpa.callInTransaction(em -> {
                var genre = new Genre("Kept", null);
                em.persist(genre);
                return genre.id();
            });
            assertThat(next).isGreaterThan(tried.id());
        }
    }

    @Nested
    class An_id_that_is_a_uuid {

        @Test
        void is_made_in_memory_or_asked_of_the_database() {
            var emma = new Customer("Emma Woodhouse", "emma@example.org");
            var order = new PurchaseOrder(emma, LocalDateTime.of(2026, 5, 1, 12, 0));
            var payment = new CardPayment(order, Money.of("12.50", "EUR"), LocalDateTime.of(2026, 5, 1, 12, 1), "4242");
            jpa.runInTransaction(em -> {
                em.persist(emma);
                em.persist(order);

                var sent = jpa.sqlOf(() -> em.persist(payment));

                assertThat(payment.id()).isNotNull();
                assertThat(sent)
                        .hasSelects(jpa.expect(
                                cost("selects for an id of GenerationType.UUID")
                                        .write("UUID.randomUUID() in the constructor, without @GeneratedValue")
                                        .leftOpen("GeneratedValue Annotation"),
                                on(HIBERNATE, 0),
                                on(ECLIPSELINK, H2, 0),
                                on(ECLIPSELINK, POSTGRESQL, 1)));
            });

            assertThat(jpa.rows("select amount, last_digits from payment").rows())
                    .containsExactly(List.of("12.50", "4242"));
        }
    }
}
