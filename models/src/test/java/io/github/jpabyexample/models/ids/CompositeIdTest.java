package io.github.jpabyexample.models.ids;

import static io.github.jpabyexample.lesson.Level.WORKING;
import static io.github.jpabyexample.lesson.On.on;
import static io.github.jpabyexample.lesson.observation.Difference.cost;
import static io.github.jpabyexample.lesson.observation.Difference.exception;
import static io.github.jpabyexample.testing.Stack.ECLIPSELINK;
import static io.github.jpabyexample.testing.Stack.HIBERNATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jpabyexample.lesson.Lesson;
import io.github.jpabyexample.lesson.LessonUnit;
import io.github.jpabyexample.models.Money;
import io.github.jpabyexample.models.catalog.Book;
import io.github.jpabyexample.models.catalog.EBook;
import io.github.jpabyexample.models.catalog.Edition;
import io.github.jpabyexample.models.catalog.Isbn;
import io.github.jpabyexample.models.people.Customer;
import io.github.jpabyexample.models.people.CustomerProfile;
import io.github.jpabyexample.models.people.Review;
import io.github.jpabyexample.models.people.ReviewId;
import io.github.jpabyexample.models.sales.OrderLine;
import io.github.jpabyexample.models.sales.OrderLineId;
import io.github.jpabyexample.models.sales.PurchaseOrder;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The table's primary key has two columns, and {@code find} takes one object. With a part of the key alone it throws an
 * {@code IllegalArgumentException}. And {@code getIdentifier} of EclipseLink fails for a key that is a record.
 *
 * <p>Choose: a record with {@code @EmbeddedId} where the key is a thing of its own; {@code @IdClass} where its parts are
 * attributes that queries name; {@code @MapsId} where the key is a parent's. A generated id and a unique constraint where
 * you may choose.
 *
 * <p>Try: find the review by a key whose two ids are in the wrong order.
 */
@Lesson(
        value =
                "A key of several columns is one object, best a record: embedded in the entity, or beside it as a class of ids.",
        level = WORKING,
        terms = {
            "composite primary key",
            "@EmbeddedId",
            "@IdClass",
            "@MapsId",
            "embeddable record",
            "shared primary key",
            "derived identity"
        },
        messages = {"An exception was thrown when trying to get a primary key class instance"},
        entities = {Review.class, ReviewId.class, OrderLine.class, OrderLineId.class, CustomerProfile.class},
        sqlalchemy = "two columns with `primary_key=True`, `composite()`")
class CompositeIdTest {

    @RegisterExtension
    static final LessonUnit jpa = LessonUnit.of("bookstore");

    private static final LocalDate DAY = LocalDate.of(2026, 5, 1);

    private final Customer customer = new Customer("Harriet Smith", "harriet@example.org");
    private final Book emma = new Book(Isbn.invented(1), "Emma", 1815, "en", "GB");
    private final PurchaseOrder order = new PurchaseOrder(customer, LocalDateTime.of(2026, 5, 1, 12, 0));

    @BeforeEach
    void stored() {
        jpa.given(em -> {
            Edition ebook = new EBook(DAY, Money.of("4.00", "EUR"), 900);
            emma.addEdition(ebook);
            em.persist(customer);
            em.persist(emma);
            order.add(ebook, 1);
            order.add(ebook, 2);
            em.persist(order);
            em.persist(new Review(customer, emma, 5, DAY, "Read it twice."));
        });
    }

    @Nested
    class A_review_with_an_EmbeddedId {

        private ReviewId key() {
            return new ReviewId(customer.id(), emma.id());
        }

        @Test
        void is_found_by_the_whole_key_in_one_select() {
            jpa.runInTransaction(em -> {
                Review review = em.find(Review.class, key());

                assertThat(review.stars()).isEqualTo(5);
                assertThat(review.id()).isEqualTo(key());
            });

            assertThat(jpa.sql()).hasSelects(1);
        }

        @Test
        void is_queried_by_a_part_of_its_key_without_a_join() {
            jpa.runInTransaction(em -> assertThat(
                            em.createQuery("select r.id from Review r where r.id.bookId = :book", ReviewId.class)
                                    .setParameter("book", emma.id())
                                    .getResultList())
                    .containsExactly(key()));

            assertThat(jpa.sql()).hasSelects(1).doesNotMention("join");
        }
    }

    @Nested
    class An_order_line_with_an_IdClass {

        private OrderLineId second() {
            return new OrderLineId(order.id(), 2);
        }

        @Test
        void is_found_by_an_object_of_that_class_and_by_no_part_of_it() {
            jpa.runInTransaction(em -> {
                assertThat(em.find(OrderLine.class, second()).quantity()).isEqualTo(2);
            });
            try (EntityManager em = jpa.factory().createEntityManager()) {
                assertThatThrownBy(() -> em.find(OrderLine.class, order.id()))
                        .isInstanceOf(IllegalArgumentException.class);
            }
        }

        @Test
        void has_the_parts_of_its_key_as_attributes_of_its_own() {
            jpa.runInTransaction(em -> assertThat(em.createQuery(
                                    "select l.quantity from OrderLine l where l.order = :order and l.position = 2",
                                    Integer.class)
                            .setParameter("order", order)
                            .getSingleResult())
                    .isEqualTo(2));

            assertThat(jpa.sql()).hasSelects(1).doesNotMention("join");
        }
    }

    @Nested
    class A_key_that_is_a_record {

        @Test
        void is_told_by_getIdentifier_of_Hibernate_and_not_of_EclipseLink() {
            jpa.runInTransaction(em -> {
                var util = jpa.factory().getPersistenceUnitUtil();
                Review review = em.find(Review.class, new ReviewId(customer.id(), emma.id()));

                boolean told = jpa.expect(
                        exception("getIdentifier tells a composite key that is a record")
                                .write("a method of the entity that returns its key, such as review.id()")
                                .follows("PersistenceUnitUtil Interface", HIBERNATE),
                        on(HIBERNATE, true),
                        on(ECLIPSELINK, false));
                if (told) {
                    assertThat(util.getIdentifier(review)).isEqualTo(review.id());
                } else {
                    assertThatThrownBy(() -> util.getIdentifier(review))
                            .isInstanceOf(PersistenceException.class)
                            .hasMessageContaining("ReviewId.<init>()");
                }
            });
            jpa.note("Portable: ask the entity, not the provider.");
        }
    }

    @Nested
    class A_profile_that_shares_its_customers_key {

        @Test
        void has_none_of_its_own_and_gets_it_when_it_is_persisted() {
            jpa.runInTransaction(em -> {
                var profile = new CustomerProfile(em.find(Customer.class, customer.id()), DAY, true);
                assertThat(profile.id()).isNull();

                em.persist(profile);

                assertThat(profile.id()).isEqualTo(customer.id());
            });

            assertThat(jpa.rows("select customer_id, newsletter from customer_profile where newsletter")
                            .rows())
                    .containsExactly(List.of(String.valueOf(customer.id()), "true"));
        }

        @Test
        void is_found_by_the_id_of_the_customer() {
            jpa.given(em -> em.persist(new CustomerProfile(em.find(Customer.class, customer.id()), DAY, true)));

            jpa.runInTransaction(em -> assertThat(
                            em.find(CustomerProfile.class, customer.id()).birthday())
                    .isEqualTo(DAY));

            assertThat(jpa.sql())
                    .hasSelects(jpa.expect(
                            cost("selects to find a child with @MapsId and a lazy parent")
                                    .write("a query with join fetch for the parent: one select on both")
                                    .leftOpen("OneToOne Annotation"),
                            on(HIBERNATE, 1),
                            on(ECLIPSELINK, 2)));
        }

        @Test
        void is_read_together_with_its_customer_by_a_join_fetch() {
            jpa.given(em -> em.persist(new CustomerProfile(em.find(Customer.class, customer.id()), DAY, true)));

            jpa.runInTransaction(em -> {
                CustomerProfile profile = em.createQuery(
                                "select p from CustomerProfile p join fetch p.customer where p.id = :id",
                                CustomerProfile.class)
                        .setParameter("id", customer.id())
                        .getSingleResult();
                assertThat(profile.customer().name()).isEqualTo("Harriet Smith");
            });

            assertThat(jpa.sql()).hasSelects(1);
        }
    }
}
