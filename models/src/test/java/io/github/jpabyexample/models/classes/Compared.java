package io.github.jpabyexample.models.classes;

import io.github.jpabyexample.models.classes.Labels.Label;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A natural key in two comparisons that may miss a reference. */
public final class Compared {

    private Compared() {}

    /** By a natural key, among objects of the very same class. */
    @Entity(name = "ByClass")
    @Table(name = "by_class")
    public static class ByClass extends Label {

        /** For the provider. */
        protected ByClass() {}

        public ByClass(String code, String text) {
            super(code, text);
        }

        @Override
        public boolean equals(Object other) {
            return other != null && getClass() == other.getClass() && code().equals(((ByClass) other).code());
        }

        @Override
        public int hashCode() {
            return code().hashCode();
        }
    }

    /** By a natural key, read from the other's field. */
    @Entity(name = "ByField")
    @Table(name = "by_field")
    public static class ByField {

        @Id
        private Long id;

        @Column(length = 20)
        private String code;

        /** For the provider. */
        protected ByField() {}

        public ByField(Long id, String code) {
            this.id = id;
            this.code = code;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof ByField that && code.equals(that.code);
        }

        @Override
        public int hashCode() {
            return code.hashCode();
        }
    }
}
