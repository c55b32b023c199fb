package io.github.jpabyexample.models.properties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.quicktheories.QuickTheory.qt;

import io.github.jpabyexample.lesson.LessonUnit;
import io.github.jpabyexample.models.properties.Specimen.Values;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityTransaction;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.quicktheories.core.Gen;
import org.quicktheories.generators.Generate;

/** Writes and reads what a generator makes up, its extremes included. A failure shows the smallest value that fails. */
class RoundTripPropertyTest {

    @RegisterExtension
    static final LessonUnit jpa = LessonUnit.of("specimens");

    private final AtomicInteger ids = new AtomicInteger();

    @ParameterizedTest
    @MethodSource("attributes")
    void each_attribute_that_is_mapped_as_advised_comes_back_as_it_was(String attribute) {
        assumeTrue(
                hasOneOffset(ZoneId.systemDefault())
                        || !Set.of("dated", "local", "moment").contains(attribute),
                "TimeZonesTest shows which times are lost on a machine that is not in UTC");
        forAll(Generated.only(attribute), this::comesBack);
    }

    private static boolean hasOneOffset(ZoneId zone) {
        return zone.getRules().isFixedOffset();
    }

    static Stream<String> attributes() {
        return Arrays.stream(Values.class.getRecordComponents()).map(RecordComponent::getName);
    }

    private void comesBack(EntityManager em, Values values) {
        int id = ids.incrementAndGet();
        stored(em, new Specimen(id, values));

        assertThat(em.find(Specimen.class, id).values()).isEqualTo(values);
    }

    @Test
    void a_mapping_that_loses_digits_is_found_and_the_smallest_such_number_shown() {
        Gen<BigDecimal> numbers = Generate.longRange(0, 1_000_000_000, 0).map(number -> BigDecimal.valueOf(number, 3));

        assertThatThrownBy(() -> forAll(numbers, (em, number) -> {
                    int id = ids.incrementAndGet();
                    stored(em, new Lossy(id, number));

                    assertThat(em.find(Lossy.class, id).plain()).isEqualByComparingTo(number);
                }))
                .isInstanceOf(AssertionError.class)
                .hasMessageMatching("(?s).*Smallest found falsifying value\\(s\\) :-\\R0\\.001\\R.*");
    }

    private static void stored(EntityManager em, Object entity) {
        em.persist(entity);
        em.flush();
        em.clear();
    }

    /** In one transaction, which is begun anew after a failure, so that the search for a smaller value can go on. */
    private static <T> void forAll(Gen<T> values, BiConsumer<EntityManager, T> claim) {
        try (EntityManager em = jpa.factory().createEntityManager()) {
            EntityTransaction transaction = em.getTransaction();
            try {
                qt().withFixedSeed(1815)
                        .withExamples(60)
                        .withShrinkCycles(400)
                        .forAll(values)
                        .checkAssert(value -> {
                            if (!transaction.isActive()) {
                                transaction.begin();
                            }
                            try {
                                claim.accept(em, value);
                            } catch (RuntimeException e) {
                                transaction.rollback();
                                throw e;
                            }
                        });
            } finally {
                if (transaction.isActive()) {
                    transaction.rollback();
                }
            }
        }
    }
}
