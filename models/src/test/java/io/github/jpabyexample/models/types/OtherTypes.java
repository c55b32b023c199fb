package io.github.jpabyexample.models.types;

import jakarta.persistence.Basic;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.ZoneId;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** Types of which the specification only says that a serializable one is basic (section 2.6), and a UUID that works. */
@Entity
public class OtherTypes {

    @Id
    private int id;

    @Column(columnDefinition = "uuid")
    private UUID ticket;

    private Locale locale;
    private Currency currency;
    private ZoneId zone;
    private String[] words;

    @Basic
    private List<String> listed;

    protected OtherTypes() {}

    OtherTypes(int id) {
        this.id = id;
    }

    static OtherTypes sample() {
        var sample = new OtherTypes(1);
        sample.ticket = UUID.fromString("0f4f5b6e-0000-4000-8000-00000000002a");
        sample.locale = Locale.CANADA_FRENCH;
        sample.currency = Currency.getInstance("EUR");
        sample.zone = ZoneId.of("Asia/Tokyo");
        sample.words = new String[] {"sense", "sensibility"};
        sample.listed = List.of("pride", "prejudice");
        return sample;
    }

    Map<String, Object> values() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("ticket", ticket);
        values.put("locale", locale);
        values.put("currency", currency);
        values.put("zone", zone);
        values.put("words", words);
        values.put("listed", listed);
        return values;
    }
}
