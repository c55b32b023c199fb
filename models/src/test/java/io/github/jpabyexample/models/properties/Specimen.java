package io.github.jpabyexample.models.properties;

import io.github.jpabyexample.models.Money;
import io.github.jpabyexample.models.catalog.Availability;
import io.github.jpabyexample.models.catalog.Isbn;
import io.github.jpabyexample.models.types.PortableTicket.UuidText;
import io.github.jpabyexample.models.values.Parcel.Place;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.HexFormat;
import java.util.UUID;

/** Each type mapped as the README advises, so that it is the same everywhere. */
@Entity
public class Specimen {

    /** What an object of it is to keep. */
    public record Values(
            boolean truth,
            byte tiny,
            short little,
            int middling,
            long large,
            float rough,
            double finer,
            Integer maybe,
            BigInteger huge,
            BigDecimal scaled,
            char letter,
            String text,
            String bytes,
            LocalDate dated,
            LocalTime clock,
            LocalDateTime local,
            Instant moment,
            UUID uuid,
            UUID voucher,
            Availability coded,
            Isbn converted,
            Money price,
            Place place) {}

    @Id
    private int id;

    private boolean truth;
    private byte tiny;
    private short little;
    private int middling;
    private long large;
    private float rough;
    private double finer;
    private Integer maybe;

    @Column(columnDefinition = "numeric(38)")
    private BigInteger huge;

    @Column(precision = 19, scale = 4)
    private BigDecimal scaled;

    private char letter;

    @Column(length = 300)
    private String text;

    @Column(length = 300)
    private byte[] bytes;

    private LocalDate dated;
    private LocalTime clock;
    private LocalDateTime local;
    private Instant moment;

    @Column(columnDefinition = "uuid", nullable = false)
    private UUID uuid;

    @Convert(converter = UuidText.class)
    @Column(length = 36)
    private UUID voucher;

    @Enumerated(EnumType.STRING)
    private Availability coded;

    @Column(length = 13)
    private Isbn converted;

    private Money price;
    private Place place;

    protected Specimen() {}

    Specimen(int id, Values values) {
        this.id = id;
        truth = values.truth();
        tiny = values.tiny();
        little = values.little();
        middling = values.middling();
        large = values.large();
        rough = values.rough();
        finer = values.finer();
        maybe = values.maybe();
        huge = values.huge();
        scaled = values.scaled();
        letter = values.letter();
        text = values.text();
        bytes = values.bytes() == null ? null : HexFormat.of().parseHex(values.bytes());
        dated = values.dated();
        clock = values.clock();
        local = values.local();
        moment = values.moment();
        uuid = values.uuid();
        voucher = values.voucher();
        coded = values.coded();
        converted = values.converted();
        price = values.price();
        place = values.place();
    }

    Values values() {
        return new Values(
                truth,
                tiny,
                little,
                middling,
                large,
                rough,
                finer,
                maybe,
                huge,
                scaled,
                letter,
                text,
                bytes == null ? null : HexFormat.of().formatHex(bytes),
                dated,
                clock,
                local,
                moment,
                uuid,
                voucher,
                coded,
                converted,
                price,
                place);
    }
}
