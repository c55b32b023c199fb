package io.github.jpabyexample.models.catalog;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;

/** Stores each {@link Isbn} as text (Jakarta Persistence 3.2, section 3.9). */
@Converter(autoApply = true)
public class IsbnConverter implements AttributeConverter<Isbn, String> {

    /** For the provider. */
    public IsbnConverter() {}

    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable Isbn isbn) {
        return isbn == null ? null : isbn.digits();
    }

    @Override
    public @Nullable Isbn convertToEntityAttribute(@Nullable String digits) {
        return digits == null ? null : new Isbn(digits);
    }
}
