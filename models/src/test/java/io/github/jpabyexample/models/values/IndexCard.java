package io.github.jpabyexample.models.values;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Converter;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

@Entity
public class IndexCard {

    /** Where a book stands. */
    public record Shelfmark(String room, int number) {}

    /** Applied to each attribute of its type, without a word at it ("Type Conversion of Basic Attributes"). */
    @Converter(autoApply = true)
    public static class LocaleTag implements AttributeConverter<Locale, String> {

        @Override
        public String convertToDatabaseColumn(Locale locale) {
            return locale == null ? null : locale.toLanguageTag();
        }

        @Override
        public Locale convertToEntityAttribute(String tag) {
            return tag == null ? null : Locale.forLanguageTag(tag);
        }
    }

    /** Stores text where the attribute is null. */
    @Converter
    public static class ShelfmarkText implements AttributeConverter<Shelfmark, String> {

        @Override
        public String convertToDatabaseColumn(Shelfmark mark) {
            return mark == null ? "nowhere" : mark.room() + "/" + mark.number();
        }

        @Override
        public Shelfmark convertToEntityAttribute(String text) {
            if (text == null || text.equals("nowhere")) {
                return null;
            }
            String[] parts = text.split("/");
            return new Shelfmark(parts[0], Integer.parseInt(parts[1]));
        }
    }

    @Converter
    public static class Words implements AttributeConverter<List<String>, String> {

        @Override
        public String convertToDatabaseColumn(List<String> words) {
            return words == null ? null : String.join(",", words);
        }

        @Override
        public List<String> convertToEntityAttribute(String text) {
            if (text == null) {
                return null;
            }
            return text.isEmpty() ? new ArrayList<>() : new ArrayList<>(List.of(text.split(",")));
        }
    }

    @Id
    private int id;

    @Column(length = 20)
    private Locale language;

    @Convert(converter = ShelfmarkText.class)
    @Column(length = 20)
    private Shelfmark shelf;

    @Convert(converter = Words.class)
    @Column(length = 200)
    private List<String> keywords;

    protected IndexCard() {}

    IndexCard(int id, Locale language, Shelfmark shelf, String... keywords) {
        this.id = id;
        this.language = language;
        this.shelf = shelf;
        this.keywords = new ArrayList<>(List.of(keywords));
    }

    Locale language() {
        return language;
    }

    Shelfmark shelf() {
        return shelf;
    }

    List<String> keywords() {
        return keywords;
    }

    void keywords(List<String> others) {
        keywords = others;
    }
}
