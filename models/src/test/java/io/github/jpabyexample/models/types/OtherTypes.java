package io.github.jpabyexample.models.types;

import jakarta.persistence.Basic;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.ZoneId;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Types of which the specification only says that a serializable one is basic ("Basic Types"). */
@Entity
public class OtherTypes {

    @Id
    private int id;

    private Locale locale;
    private Currency currency;
    private ZoneId zone;
    private String[] words;

    @Basic
    private List<String> listed;

    protected OtherTypes() {}

    static OtherTypes sample() {
        var sample = new OtherTypes();
        sample.id = 1;
        sample.locale = Locale.CANADA_FRENCH;
        sample.currency = Currency.getInstance("EUR");
        sample.zone = ZoneId.of("Asia/Tokyo");
        sample.words = new String[] {"sense", "sensibility"};
        sample.listed = List.of("pride", "prejudice");
        return sample;
    }

    Map<String, Object> values() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("locale", locale);
        values.put("currency", currency);
        values.put("zone", zone);
        values.put("words", words);
        values.put("listed", listed);
        return values;
    }
}
