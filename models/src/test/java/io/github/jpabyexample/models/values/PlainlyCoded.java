package io.github.jpabyexample.models.values;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

@Entity
public class PlainlyCoded {

    @Id
    private int id;

    private Binding.CodedCover coded;

    protected PlainlyCoded() {}

    PlainlyCoded(int id, Binding.CodedCover coded) {
        this.id = id;
        this.coded = coded;
    }

    Binding.CodedCover coded() {
        return coded;
    }
}
