package io.github.jpabyexample.models.types;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Convert;
import jakarta.persistence.Converter;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Year;

@Entity
public class FoundedPortably {

    @Id
    private int id;

    @Convert(converter = YearNumber.class)
    private Year founded;

    protected FoundedPortably() {}

    FoundedPortably(int id, Year founded) {
        this.id = id;
        this.founded = founded;
    }

    Year founded() {
        return founded;
    }

    @Converter
    public static class YearNumber implements AttributeConverter<Year, Integer> {

        @Override
        public Integer convertToDatabaseColumn(Year year) {
            return year == null ? null : year.getValue();
        }

        @Override
        public Year convertToEntityAttribute(Integer number) {
            return number == null ? null : Year.of(number);
        }
    }
}
