package io.github.jpabyexample.models.types;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.Map;

/** An attribute for each type of numbers and text that needs no annotation (in the specification, "Basic Types"). */
@Entity
public class NumbersAndText {

    @Id
    private int id;

    private boolean truth;
    private byte tiny;
    private short little;
    private int middling;
    private long large;
    private float rough;
    private double finer;
    private Integer missing;
    private BigInteger whole;

    @Column(columnDefinition = "numeric(38)")
    private BigInteger huge;

    private BigDecimal plain;

    @Column(precision = 19, scale = 4)
    private BigDecimal scaled;

    private char letter;
    private String free;

    @Column(length = 300)
    private String title;

    private char[] chars;
    private byte[] bytes;

    protected NumbersAndText() {}

    static NumbersAndText sample() {
        var sample = new NumbersAndText();
        sample.id = 1;
        sample.truth = true;
        sample.tiny = Byte.MIN_VALUE;
        sample.little = Short.MIN_VALUE;
        sample.middling = Integer.MIN_VALUE;
        sample.large = Long.MIN_VALUE;
        sample.rough = 0.1f;
        sample.finer = 0.1;
        sample.whole = BigInteger.valueOf(Long.MAX_VALUE);
        sample.huge = BigInteger.TEN.pow(37);
        sample.plain = new BigDecimal("10.555");
        sample.scaled = new BigDecimal("10.5550");
        sample.letter = 'ë';
        sample.free = "Emily Brontë";
        sample.title = "Wuthering Heights";
        sample.chars = "moor".toCharArray();
        sample.bytes = new byte[] {0, 1, -1};
        return sample;
    }

    NumbersAndText with(BigInteger other) {
        whole = other;
        return this;
    }

    NumbersAndText with(String other) {
        free = other;
        return this;
    }

    NumbersAndText titled(String other) {
        title = other;
        return this;
    }

    NumbersAndText with(char other) {
        letter = other;
        return this;
    }

    NumbersAndText with(double other) {
        finer = other;
        return this;
    }

    BigDecimal plain() {
        return plain;
    }

    char letter() {
        return letter;
    }

    double finer() {
        return finer;
    }

    String title() {
        return title;
    }

    Map<String, Object> values() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("truth", truth);
        values.put("tiny", tiny);
        values.put("little", little);
        values.put("middling", middling);
        values.put("large", large);
        values.put("rough", rough);
        values.put("finer", finer);
        values.put("missing", missing);
        values.put("whole", whole);
        values.put("huge", huge);
        values.put("plain", plain);
        values.put("scaled", scaled);
        values.put("letter", letter);
        values.put("free", free);
        values.put("title", title);
        values.put("chars", String.valueOf(chars));
        values.put("bytes", bytes);
        return values;
    }
}
