package io.github.jpabyexample.models.values;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.EnumeratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** An enum stored in three ways (specification, "Enumerated Annotation"). */
@Entity
@Table(name = "binding")
public class Binding {

    public enum Cover {
        HARD,
        SOFT
    }

    public enum CodedCover {
        HARD("H"),
        SOFT("S");

        @EnumeratedValue
        final String code;

        CodedCover(String code) {
            this.code = code;
        }
    }

    @Id
    private int id;

    private Cover position;

    @Enumerated(EnumType.STRING)
    private Cover named;

    @Enumerated(EnumType.STRING)
    private CodedCover coded;

    protected Binding() {}

    Binding(int id, Cover cover) {
        this.id = id;
        position = cover;
        named = cover;
        coded = CodedCover.values()[cover.ordinal()];
    }

    Cover position() {
        return position;
    }

    Cover named() {
        return named;
    }

    CodedCover coded() {
        return coded;
    }
}
