package io.github.jpabyexample.models.sample;

import static io.github.jpabyexample.models.sample.OneOfEach.DAY;
import static io.github.jpabyexample.models.sample.OneOfEach.HOME;
import static io.github.jpabyexample.models.sample.OneOfEach.ada;
import static io.github.jpabyexample.models.sample.OneOfEach.emma;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.jpabyexample.lesson.LessonUnit;
import io.github.jpabyexample.models.people.Customer;
import io.github.jpabyexample.models.people.CustomerProfile;
import io.github.jpabyexample.models.people.Review;
import io.github.jpabyexample.models.people.ReviewId;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Customers and what they say come back as they went in, read in a context that never saw them. */
class PeopleRoundTripTest {

    @RegisterExtension
    static final LessonUnit jpa = LessonUnit.of("bookstore");

    @BeforeEach
    void stored() {
        jpa.given(OneOfEach::persistTo);
    }

    @Test
    void keep_an_address_a_set_and_an_ordered_list() {
        jpa.runInTransaction(em -> {
            assertThat(ada(em).name()).isEqualTo("Ada Reader");
            assertThat(ada(em).address()).isEqualTo(HOME);
            assertThat(ada(em).interests()).containsExactlyInAnyOrder("Romance", "Satire");
            assertThat(ada(em).phones()).containsExactly("2", "1", "3");
            assertThat(ada(em).createdAt()).isNotNull().isEqualTo(ada(em).updatedAt());
        });
    }

    @Test
    void without_an_address_have_null_again() {
        jpa.runInTransaction(em -> {
            Customer bo =
                    OneOfEach.one(em, "select c from Customer c where c.email = 'bo@example.org'", Customer.class);

            assertThat(bo.address()).isNull();
            assertThat(bo.interests()).isEmpty();
            assertThat(bo.phones()).isEmpty();
        });
    }

    @Test
    void share_their_key_with_their_profile() {
        jpa.runInTransaction(em -> {
            CustomerProfile profile = em.find(CustomerProfile.class, ada(em).id());

            assertThat(profile.id()).isEqualTo(ada(em).id());
            assertThat(profile.customer()).isEqualTo(ada(em));
            assertThat(profile.birthday()).isEqualTo(LocalDate.of(1980, 2, 29));
            assertThat(profile.wantsNewsletter()).isTrue();
        });
    }

    @Test
    void review_under_an_embedded_key() {
        jpa.runInTransaction(em -> {
            var key = new ReviewId(ada(em).id(), emma(em).id());

            Review review = em.find(Review.class, key);

            assertThat(review.id()).isEqualTo(key);
            assertThat(review.customer()).isEqualTo(ada(em));
            assertThat(review.book()).isEqualTo(emma(em));
            assertThat(review.stars()).isEqualTo(5);
            assertThat(review.writtenOn()).isEqualTo(DAY);
            assertThat(review.text()).isEqualTo("Good.");
            assertThat(review.createdAt()).isNotNull();
        });
    }
}
