package io.github.jpabyexample.models.types;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.Map;

/** The types of java.time. Basic by the specification are those up to OffsetTime, and Year ("Basic Types"). */
@Entity
public class DatesAndTimes {

    @Id
    private int id;

    private LocalDate dated;
    private LocalTime clock;

    @Column(columnDefinition = "time(6)")
    private LocalTime fineclock;

    private LocalDateTime local;

    @Column(secondPrecision = 3)
    private LocalDateTime millis;

    @Column(columnDefinition = "timestamp(9)")
    private LocalDateTime nanos;

    private Instant moment;
    private OffsetDateTime shifted;
    private OffsetTime shiftedclock;
    private ZonedDateTime zoned;
    private Duration span;

    protected DatesAndTimes() {}

    /** At an offset at which no machine's clock runs today, so that it differs from the one that this runs on. */
    static final ZoneOffset BOMBAY = ZoneOffset.of("+04:51");

    static DatesAndTimes at(LocalDateTime time) {
        var all = new DatesAndTimes();
        all.id = 1;
        all.dated = time.toLocalDate();
        all.clock = time.toLocalTime();
        all.fineclock = time.toLocalTime();
        all.local = time;
        all.millis = time;
        all.nanos = time;
        all.moment = time.toInstant(ZoneOffset.UTC);
        all.shifted = time.atOffset(BOMBAY);
        all.shiftedclock = all.shifted.toOffsetTime();
        all.zoned = time.atZone(ZoneId.of("Asia/Tokyo"));
        all.span = Duration.ofSeconds(90, 500);
        return all;
    }

    static DatesAndTimes at(int id, Instant moment) {
        var one = new DatesAndTimes();
        one.id = id;
        one.moment = moment;
        return one;
    }

    Instant moment() {
        return moment;
    }

    LocalDateTime local() {
        return local;
    }

    LocalDateTime nanos() {
        return nanos;
    }

    OffsetDateTime shifted() {
        return shifted;
    }

    Map<String, Object> values() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("dated", dated);
        values.put("clock", clock);
        values.put("fineclock", fineclock);
        values.put("local", local);
        values.put("millis", millis);
        values.put("nanos", nanos);
        values.put("moment", moment);
        values.put("shifted", shifted);
        values.put("shiftedclock", shiftedclock);
        values.put("zoned", zoned);
        values.put("span", span);
        return values;
    }
}
