package io.github.jpabyexample.models.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jpabyexample.lesson.LessonUnit;
import io.github.jpabyexample.models.people.Customer;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SampleDataTest {

    @RegisterExtension
    static final LessonUnit jpa = LessonUnit.of("bookstore");

    private static long count(String from) {
        return Long.parseLong(
                jpa.rows("select count(*) from " + from).rows().get(0).get(0));
    }

    @Nested
    class The_small_bookstore {

        @BeforeEach
        void stored() {
            SampleData.small().persistTo(jpa.factory());
        }

        @Test
        void has_the_catalogue() {
            assertThat(count("book")).isEqualTo(129);
            assertThat(count("author")).isEqualTo(106);
            assertThat(count("genre")).isEqualTo(35);
            assertThat(count("genre where parent_id is null")).isEqualTo(4);
        }

        @Test
        void has_6_books_by_Jane_Austen_and_some_by_several_authors() {
            assertThat(count("book_author ba join author a on a.id = ba.author_id where a.name = 'Jane Austen'"))
                    .isEqualTo(6);
            assertThat(count("(select book_id from book_author group by book_id having count(*) > 1) shared"))
                    .isEqualTo(14);
        }

        @Test
        void has_every_book_on_paper_and_some_in_other_forms() {
            assertThat(count("(select distinct e.book_id from edition e join print_edition p on p.id = e.id) printed"))
                    .isEqualTo(129);
            assertThat(count("ebook")).isEqualTo(64);
            assertThat(count("audio_book")).isEqualTo(43);
            assertThat(count("edition")).isEqualTo(129 + 64 + 43);
        }

        @Test
        void sells_no_book_that_is_out_of_print_and_sets_no_price_for_it() {
            assertThat(count("book where availability = 'X'")).isEqualTo(6);
            assertThat(count("book where availability = 'X' and price_amount is null"))
                    .isEqualTo(6);
            assertThat(count("book where price_amount is null")).isEqualTo(6);
            assertThat(count("order_line l join edition e on e.id = l.edition_id join book b on b.id = e.book_id"
                            + " where b.availability = 'X'"))
                    .isZero();
        }

        @Test
        void has_20_customers_with_what_they_bought_and_said() {
            assertThat(List.of(
                            count("customer"),
                            count("customer_profile"),
                            count("purchase_order"),
                            count("order_line"),
                            count("payment"),
                            count("review")))
                    .containsExactly(20L, 14L, 51L, 128L, 44L, 33L);
        }

        @Test
        void pays_what_an_order_costs_and_delivers_what_was_sent() {
            assertThat(count("""
                            purchase_order o
                            where (select coalesce(sum(quantity * unit_price_amount), 0) from order_line l
                                   where l.order_id = o.id)
                               <> (select coalesce(sum(amount), 0) from payment p where p.order_id = o.id)
                            and o.status in ('PAID', 'SENT')
                            """)).isZero();
            assertThat(count("parcel_delivery") + count("pickup_delivery"))
                    .isEqualTo(count("purchase_order where status = 'SENT'"));
        }

        @Test
        void refuses_to_be_filled_again_and_stays_as_it_is() {
            assertThatThrownBy(() -> SampleData.small().persistTo(jpa.factory()))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("The bookstore isn't empty, so it is left as it is: it has 35 of Genre");
            assertThat(count("customer")).isEqualTo(20);
        }
    }

    @Nested
    class A_size {

        @Test
        void may_be_zero_for_the_catalogue_alone() {
            SampleData.of(0).persistTo(jpa.factory());

            assertThat(count("book")).isEqualTo(129);
            assertThat(count("customer")).isZero();
        }

        @Test
        void is_not_negative() {
            assertThatThrownBy(() -> SampleData.of(-1))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("A bookstore has 0 customers or more, not -1");
        }

        @Test
        void does_not_matter_to_the_context_which_manages_no_customer_afterwards() {
            jpa.runInTransaction(em -> {
                SampleData.of(1).persistTo(em);
                Long id = em.createQuery("select c.id from Customer c", Long.class)
                        .getSingleResult();

                assertThat(jpa.sqlOf(() -> em.find(Customer.class, id))).hasSelects(1);
            });
        }
    }
}
