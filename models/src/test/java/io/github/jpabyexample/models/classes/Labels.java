package io.github.jpabyexample.models.classes;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.util.Objects;

/** The same small thing with five ideas of when two of them are equal. */
public final class Labels {

    private Labels() {}

    /** What all of them have: a generated id, which comes late, a code that the world gave, and a text that may change. */
    @MappedSuperclass
    public abstract static class Label {

        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "label_seq")
        @SequenceGenerator(name = "label_seq", sequenceName = "label_seq", allocationSize = 50)
        private Long id;

        @Column(length = 20)
        private String code;

        @Column(length = 100)
        private String text;

        /** For the provider. */
        protected Label() {}

        protected Label(String code, String text) {
            this.code = code;
            this.text = text;
        }

        public Long id() {
            return id;
        }

        public String code() {
            return code;
        }

        public String text() {
            return text;
        }

        public void say(String newText) {
            text = newText;
        }
    }

    /** With what {@code Object} has: equal is what is the same object. */
    @Entity(name = "NoEquals")
    @Table(name = "no_equals")
    public static class NoEquals extends Label {

        /** For the provider. */
        protected NoEquals() {}

        public NoEquals(String code, String text) {
            super(code, text);
        }
    }

    /** By the code, a natural key: there from the beginning, and it never changes. */
    @Entity(name = "ByKey")
    @Table(name = "by_key")
    public static class ByKey extends Label {

        /** For the provider. */
        protected ByKey() {}

        public ByKey(String code, String text) {
            super(code, text);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof ByKey that && code().equals(that.code());
        }

        @Override
        public int hashCode() {
            return code().hashCode();
        }
    }

    /** By the generated id, once there is one, with one hash code for all of them. */
    @Entity(name = "ById")
    @Table(name = "by_id")
    public static class ById extends Label {

        /** For the provider. */
        protected ById() {}

        public ById(String code, String text) {
            super(code, text);
        }

        @Override
        public boolean equals(Object other) {
            return this == other || other instanceof ById that && id() != null && id().equals(that.id());
        }

        @Override
        public int hashCode() {
            return ById.class.hashCode();
        }
    }

    /** By the generated id, as an IDE writes it. */
    @Entity(name = "ByHashedId")
    @Table(name = "by_hashed_id")
    public static class ByHashedId extends Label {

        /** For the provider. */
        protected ByHashedId() {}

        public ByHashedId(String code, String text) {
            super(code, text);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof ByHashedId that && Objects.equals(id(), that.id());
        }

        @Override
        public int hashCode() {
            return Objects.hashCode(id());
        }
    }

    /** By all fields, as Lombok's {@code @Data} writes it. */
    @Entity(name = "AllFields")
    @Table(name = "all_fields")
    public static class AllFields extends Label {

        /** For the provider. */
        protected AllFields() {}

        public AllFields(String code, String text) {
            super(code, text);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof AllFields that
                    && Objects.equals(id(), that.id())
                    && Objects.equals(code(), that.code())
                    && Objects.equals(text(), that.text());
        }

        @Override
        public int hashCode() {
            return Objects.hash(id(), code(), text());
        }
    }
}
