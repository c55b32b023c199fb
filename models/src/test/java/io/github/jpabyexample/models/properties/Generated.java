package io.github.jpabyexample.models.properties;

import io.github.jpabyexample.models.Money;
import io.github.jpabyexample.models.catalog.Availability;
import io.github.jpabyexample.models.catalog.Isbn;
import io.github.jpabyexample.models.properties.Specimen.Values;
import io.github.jpabyexample.models.values.Parcel.Place;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.quicktheories.core.Gen;
import org.quicktheories.core.RandomnessSource;
import org.quicktheories.generators.Generate;

/**
 * Values of one attribute, while the others stay as they are: a value that breaks it then stands out.
 *
 * <p>Left out is what {@code EdgesTest} shows to be lost.
 */
record Generated(String attribute, RandomnessSource in) {

    private static final LocalDate FIRST = LocalDate.of(1, 1, 1);
    private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

    private static final Gen<Integer> INTS =
            edges(Generate.range(Integer.MIN_VALUE, Integer.MAX_VALUE, 0), Integer.MIN_VALUE, Integer.MAX_VALUE);
    private static final Gen<Long> LONGS =
            edges(Generate.longRange(Long.MIN_VALUE, Long.MAX_VALUE, 0), Long.MIN_VALUE, Long.MAX_VALUE);
    private static final Gen<LocalDate> DAYS = edges(
                    Generate.longRange(FIRST.toEpochDay(), LAST.toEpochDay(), 0).map(LocalDate::ofEpochDay),
                    FIRST,
                    LAST,
                    LocalDate.of(2024, 2, 29))
            .map(Generated::inTheCalendarOf1582);
    private static final Gen<LocalTime> SECONDS =
            edges(Generate.range(0, 86_399).map(LocalTime::ofSecondOfDay), LocalTime.of(23, 59, 59));
    private static final Gen<LocalDateTime> TIMES = DAYS.zip(
            SECONDS,
            edges(Generate.range(0, 999_999), 999_999),
            (day, time, micros) -> day.atTime(time.plusNanos(micros * 1_000L)));

    static Gen<Values> only(String attribute) {
        return in -> new Generated(attribute, in).values();
    }

    private Values values() {
        return new Values(
                of("truth", Generate.booleans(), false),
                of("tiny", INTS.map(Integer::byteValue), (byte) 0),
                of("little", INTS.map(Integer::shortValue), (short) 0),
                of("middling", INTS, 0),
                of("large", LONGS, 0L),
                of("rough", INTS.map(Float::intBitsToFloat).map(Generated::withoutNegativeZero), 0f),
                of("finer", LONGS.map(Double::longBitsToDouble).map(Generated::withoutNegativeZero), 0.0),
                of("maybe", orNull(INTS), 0),
                of("huge", orNull(LONGS.zip(LONGS, Generated::upTo38Digits)), BigInteger.ZERO),
                of("scaled", orNull(LONGS.map(number -> BigDecimal.valueOf(number, 4))), BigDecimal.valueOf(0, 4)),
                of("letter", Generate.range('!', 0xD7FF, 'a').map(unit -> (char) unit.intValue()), 'a'),
                of("text", orNull(edges(texts(150), " ", "x".repeat(300))), ""),
                of("bytes", orNull(bytes(300)), ""),
                of("dated", orNull(DAYS), LAST),
                of("clock", orNull(SECONDS), LocalTime.NOON),
                of("local", orNull(TIMES), LAST.atStartOfDay()),
                of("moment", orNull(TIMES.map(time -> time.toInstant(ZoneOffset.UTC))), Instant.EPOCH),
                of("uuid", LONGS.zip(LONGS, UUID::new), new UUID(0, 0)),
                of("voucher", orNull(LONGS.zip(LONGS, UUID::new)), null),
                of("coded", orNull(Generate.enumValues(Availability.class)), Availability.IN_STOCK),
                of("converted", orNull(Generate.range(0, 99_999_999).map(Isbn::invented)), Isbn.invented(0)),
                of(
                        "price",
                        Generate.longRange(-999_999_999_999L, 999_999_999_999L, 0)
                                .map(Generated::euros),
                        euros(0L)),
                of("place", orNull(texts(20).zip(orNull(texts(20)), Place::new)), null));
    }

    private <T> T of(String name, Gen<T> values, T otherwise) {
        return name.equals(attribute) ? values.generate(in) : otherwise;
    }

    /** All characters but 0, which PostgreSQL refuses, and halves of a surrogate pair, which are none. */
    private static Gen<String> texts(int longest) {
        Gen<Integer> characters = Generate.range(1, 0x10FFFF, 'a')
                .map(code -> code >= Character.MIN_SURROGATE && code <= Character.MAX_SURROGATE ? 0x1F4DA : code);
        return in -> {
            var text = new StringBuilder();
            for (int left = Generate.range(0, longest).generate(in); left > 0; left--) {
                text.appendCodePoint(characters.generate(in));
            }
            return text.toString();
        };
    }

    private static Gen<String> bytes(int longest) {
        return Generate.byteArrays(Generate.range(0, longest), Generate.bytes(Byte.MIN_VALUE, Byte.MAX_VALUE, (byte) 0))
                .map(bytes -> HexFormat.of().formatHex(bytes));
    }

    private static BigInteger upTo38Digits(long one, long other) {
        return BigInteger.valueOf(one).multiply(BigInteger.valueOf(other));
    }

    private static Money euros(long cents) {
        return new Money(BigDecimal.valueOf(cents, 2), "EUR");
    }

    // The calendar skipped these days, and java.sql.Date does so too.
    private static LocalDate inTheCalendarOf1582(LocalDate day) {
        return day.isAfter(LocalDate.of(1582, 10, 4)) && day.isBefore(LocalDate.of(1582, 10, 15)) ? FIRST : day;
    }

    // H2 has no negative zero.
    private static float withoutNegativeZero(float number) {
        return number == 0 ? 0 : number;
    }

    private static double withoutNegativeZero(double number) {
        return number == 0 ? 0 : number;
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    private static <T> Gen<T> edges(Gen<T> all, T... edges) {
        return all.mix(Generate.pick(List.of(edges)), 20);
    }

    private static <T> Gen<T> orNull(Gen<T> all) {
        Gen<Integer> chance = Generate.range(0, 9, 9);
        return in -> chance.generate(in) == 0 ? null : all.generate(in);
    }
}
