package io.github.jpabyexample.lesson.kitchen;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

@Entity
public class Cup {

    @Id
    private String name;

    protected Cup() {}

    public Cup(String name) {
        this.name = name;
    }

    public String name() {
        return name;
    }
}
