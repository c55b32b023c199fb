package io.github.jpabyexample.models.values;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.EnumeratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The same table a year later, when {@code BOARD} was put between the other two, and a code got a new name. */
@Entity
@Table(name = "binding")
public class BindingLater {

    public enum Cover {
        HARD,
        BOARD,
        SOFT
    }

    public enum CodedCover {
        HARD("H"),
        BOARD("B"),
        PAPER("S");

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

    protected BindingLater() {}

    BindingLater(int id, Cover cover) {
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
