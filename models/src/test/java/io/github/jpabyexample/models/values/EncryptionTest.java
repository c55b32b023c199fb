package io.github.jpabyexample.models.values;

import static io.github.jpabyexample.lesson.Level.EXPERT;
import static io.github.jpabyexample.lesson.On.on;
import static io.github.jpabyexample.lesson.observation.Difference.exception;
import static io.github.jpabyexample.testing.Stack.ECLIPSELINK;
import static io.github.jpabyexample.testing.Stack.HIBERNATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.jpabyexample.lesson.Lesson;
import io.github.jpabyexample.lesson.LessonUnit;
import jakarta.persistence.PersistenceException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A telephone number must not be readable in a backup, or by who may read the table. A converter encrypts it, and now no
 * query finds it, not even one for the whole number.
 *
 * <p>Choose: a converter with AES in the mode GCM for what the program only reads; beside it a keyed mark (HMAC) for
 * what it looks up by the whole value. What the database has to sort or compare by parts can't be hidden from it in this
 * way.
 *
 * <p>Try: let the search for the number ask for its first digits, with {@code like}.
 */
@Lesson(
        value =
                "A converter keeps a column unreadable in the database; what is well encrypted is found again by a keyed mark only.",
        level = EXPERT,
        terms = {"encryption", "encrypted column", "AttributeConverter", "AES", "HMAC", "blind index", "personal data"},
        messages = {
            "Error attempting to apply AttributeConverter",
            "An exception occurred while calling convertToDatabaseColumn on converter class",
            "Tag mismatch!"
        },
        sqlalchemy = "SQLAlchemy-Utils `EncryptedType`")
class EncryptionTest {

    private static final String PHONE = "+44 1632 960 123";

    @RegisterExtension
    static final LessonUnit jpa = LessonUnit.of("subscribers");

    @BeforeEach
    void stored() {
        jpa.given(em -> {
            em.persist(new Subscriber(1, PHONE));
            em.persist(new Subscriber(2, PHONE));
            em.persist(new Subscriber(3, null));
        });
    }

    @Nested
    class A_number {

        @Test
        void is_read_by_the_program_and_by_nobody_else() {
            assertThat(jpa.show("table subscriber", jpa.rows("select id, phone from subscriber order by id"))
                            .rows())
                    .hasSize(3)
                    .noneMatch(row -> row.get(1).contains(PHONE));

            jpa.runInTransaction(em -> {
                assertThat(em.find(Subscriber.class, 1).phone()).isEqualTo(PHONE);
                assertThat(em.find(Subscriber.class, 3).phone()).isNull();
            });
        }

        @Test
        void is_not_even_seen_to_be_the_same_as_another() {
            assertThat(jpa.rows("select count(distinct phone) from subscriber").rows())
                    .containsExactly(List.of("2"));
        }

        @Test
        void that_did_not_change_is_not_written_again() {
            jpa.runInTransaction(em -> em.find(Subscriber.class, 1).phone(PHONE));

            assertThat(jpa.sql()).hasSelects(1).hasNoUpdates();
        }

        @Test
        void that_was_changed_in_the_database_is_not_read() {
            jpa.runInTransaction(
                    em -> em.createNativeQuery("update subscriber set phone = 'AAAA' || substring(phone from 5)")
                            .executeUpdate());

            Throwable refused = catchThrowable(() -> jpa.runInTransaction(em -> em.find(Subscriber.class, 1)));

            assertThat(refused)
                    .isInstanceOf(PersistenceException.class)
                    .cause()
                    .hasMessageContaining("changed in the database");
        }

        @Test
        void that_cannot_be_encrypted_is_quoted_by_an_exception_of_EclipseLink() {
            String tooLong = PHONE + " ext. 1".repeat(20);

            Throwable refused =
                    catchThrowable(() -> jpa.runInTransaction(em -> em.persist(new Subscriber(4, tooLong))));

            assertThat(refused).hasStackTraceContaining("at most 100");
            assertThat(String.valueOf(refused).contains(PHONE))
                    .isEqualTo(jpa.expect(
                            exception("the message about a failed converter quotes the value")
                                    .write(
                                            "a check in the entity's constructor and setter, before the converter is asked")
                                    .leftOpen("Type Conversion of Basic Attributes"),
                            on(HIBERNATE, false),
                            on(ECLIPSELINK, true)));
            jpa.note(
                    "So the entity refuses what its converter would, in a constructor or a setter, before a provider sees it.");
        }
    }

    @Nested
    class A_search {

        @Test
        void for_the_number_finds_nothing() {
            jpa.runInTransaction(em -> assertThat(
                            em.createQuery("select s.id from Subscriber s where s.phone = :phone", Integer.class)
                                    .setParameter("phone", PHONE)
                                    .getResultList())
                    .isEmpty());
        }

        @Test
        void for_its_mark_finds_all_who_have_it() {
            jpa.runInTransaction(em -> assertThat(em.createQuery(
                                    "select s.id from Subscriber s where s.phoneMark = :mark order by s.id",
                                    Integer.class)
                            .setParameter("mark", Subscriber.mark(PHONE))
                            .getResultList())
                    .containsExactly(1, 2));
            jpa.note("A plain hash would be no mark: there are few enough telephone numbers to hash them all.");
        }
    }
}
