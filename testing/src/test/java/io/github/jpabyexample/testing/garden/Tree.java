package io.github.jpabyexample.testing.garden;

import jakarta.persistence.Entity;

@Entity
public class Tree extends Plant {

    private int height;

    protected Tree() {}

    public Tree(String name, int height) {
        super(name, null);
        this.height = height;
    }

    public int height() {
        return height;
    }
}
