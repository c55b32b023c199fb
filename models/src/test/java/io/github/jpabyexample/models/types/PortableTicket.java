package io.github.jpabyexample.models.types;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Converter;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;

@Entity
public class PortableTicket {

    /** A UUID that may be null: PostgreSQL refuses the null that EclipseLink sends to a column of type uuid. */
    @Converter
    public static class UuidText implements AttributeConverter<UUID, String> {

        @Override
        public String convertToDatabaseColumn(UUID uuid) {
            return uuid == null ? null : uuid.toString();
        }

        @Override
        public UUID convertToEntityAttribute(String text) {
            return text == null ? null : UUID.fromString(text);
        }
    }

    @Id
    private int id;

    @Column(columnDefinition = "uuid", nullable = false)
    private UUID code;

    @Convert(converter = UuidText.class)
    @Column(length = 36)
    private UUID voucher;

    protected PortableTicket() {}

    PortableTicket(int id, UUID code, UUID voucher) {
        this.id = id;
        this.code = code;
        this.voucher = voucher;
    }

    UUID code() {
        return code;
    }

    UUID voucher() {
        return voucher;
    }
}
