package io.github.jpabyexample.models.ids;

import static io.github.jpabyexample.lesson.Level.EXPERT;
import static io.github.jpabyexample.lesson.On.on;
import static io.github.jpabyexample.lesson.observation.Difference.exception;
import static io.github.jpabyexample.testing.Stack.ECLIPSELINK;
import static io.github.jpabyexample.testing.Stack.HIBERNATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.jpabyexample.lesson.Lesson;
import io.github.jpabyexample.lesson.LessonUnit;
import io.github.jpabyexample.models.ids.Seats.Hall;
import io.github.jpabyexample.models.ids.Seats.RecordKey;
import io.github.jpabyexample.models.ids.Seats.RecordSeat;
import io.github.jpabyexample.models.ids.Seats.Seat;
import io.github.jpabyexample.models.ids.Seats.SeatKey;
import jakarta.persistence.PersistenceException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A child's primary key contains its parent's id, and the parent has none before it is persisted. Copying ids by hand goes
 * wrong; and with a record for the key, EclipseLink complains about a field that is final.
 *
 * <p>Choose: {@code @MapsId} and a class for the key, which the provider fills in when the child is persisted; one column
 * serves key and association. A record for the key, without {@code @MapsId}, where all its parts are known when the child is
 * made.
 *
 * <p>Try: take {@code @MapsId} away from {@code Seat}.
 */
@Lesson(
        value =
                "With @MapsId a part of the key comes from a parent, so no code copies ids; a key as a record must be complete.",
        level = EXPERT,
        terms = {
            "derived identity",
            "@MapsId",
            "composite primary key",
            "embedded id",
            "foreign key in the primary key",
            "embeddable record"
        },
        messages = {"Can not set final"},
        entities = {Hall.class, Seat.class, SeatKey.class, RecordSeat.class, RecordKey.class},
        sqlalchemy = "a `ForeignKey` column with `primary_key=True`")
class DerivedIdTest {

    @RegisterExtension
    static final LessonUnit jpa = LessonUnit.of("seats");

    private final Hall hall = new Hall("Assembly Rooms");

    @Nested
    class A_seat_whose_key_is_a_class {

        @Test
        void gets_the_part_from_its_hall_when_it_is_persisted() {
            jpa.runInTransaction(em -> {
                em.persist(hall);
                var seat = new Seat(hall, "A1");
                assertThat(seat.key().hall()).isNull();

                em.persist(seat);

                assertThat(seat.key().hall()).isEqualTo(hall.id());
            });
        }

        @Test
        void has_one_column_for_the_key_and_for_the_association() {
            jpa.runInTransaction(em -> {
                em.persist(hall);
                em.persist(new Seat(hall, "A1"));
            });

            assertThat(jpa.rows("""
                            select lower(column_name) from information_schema.columns
                            where table_schema = current_schema and lower(table_name) = 'seat' order by 1
                            """).rows()).containsExactly(List.of("hall_id"), List.of("place"));
        }
    }

    @Nested
    class A_stored_seat {

        @BeforeEach
        void stored() {
            jpa.given(em -> {
                em.persist(hall);
                em.persist(new Seat(hall, "A1"));
                em.persist(new Seat(hall, "A2"));
            });
        }

        @Test
        void is_found_by_a_key_that_your_code_puts_together() {
            jpa.runInTransaction(em -> assertThat(
                            em.find(Seat.class, new SeatKey(hall.id(), "A2")).hall())
                    .isSameAs(em.find(Hall.class, hall.id())));
        }

        @Test
        void is_queried_by_its_hall_without_a_join() {
            jpa.runInTransaction(em -> assertThat(em.createQuery(
                                    "select s.key.place from Seat s where s.hall = :hall order by s.key.place",
                                    String.class)
                            .setParameter("hall", hall)
                            .getResultList())
                    .containsExactly("A1", "A2"));

            assertThat(jpa.sql()).hasSelects(1).doesNotMention("from hall").doesNotMention("join hall");
        }
    }

    @Nested
    class A_seat_whose_key_is_a_record {

        @Test
        void is_refused_by_EclipseLink_which_can_only_fill_in_fields() {
            Throwable refused = catchThrowable(() -> jpa.runInTransaction(em -> {
                em.persist(hall);
                em.persist(new RecordSeat(hall, "A1"));
            }));

            int rows = jpa.expect(
                    exception("rows stored for a record key with @MapsId")
                            .write("a class for the key, with fields that are not final")
                            .follows("MapsId Annotation", HIBERNATE),
                    on(HIBERNATE, 1),
                    on(ECLIPSELINK, 0));
            assertThat(jpa.rows("select place from record_seat").rows()).hasSize(rows);
            if (rows == 0) {
                assertThat(refused).isInstanceOf(PersistenceException.class).hasMessageContaining("final");
            }
            jpa.note("A record cannot change. Portable: make the whole key from ids that exist, as Review does.");
        }
    }
}
