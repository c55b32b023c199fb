package io.github.jpabyexample.models.classes;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.util.Objects;
import java.util.UUID;

/** The same small thing with five ideas of when two of them are equal. Only the last one is right. */
public final class Labels {

    private Labels() {}

    /** By the generated id, which comes late. */
    @Entity(name = "ById")
    @Table(name = "by_id")
    public static class ById {

        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "by_id_seq")
        @SequenceGenerator(name = "by_id_seq", sequenceName = "by_id_seq", allocationSize = 50)
        private Long id;

        @Column(length = 100)
        private String text;

        /** For the provider. */
        protected ById() {}

        public ById(String text) {
            this.text = text;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof ById that && Objects.equals(id, that.id);
        }

        @Override
        public int hashCode() {
            return Objects.hashCode(id);
        }
    }

    /** By all fields, as a record would, or Lombok's {@code @Data}. */
    @Entity(name = "ByEveryField")
    @Table(name = "by_every_field")
    public static class ByEveryField {

        @Id
        private Long id;

        @Column(length = 100)
        private String text;

        /** For the provider. */
        protected ByEveryField() {}

        public ByEveryField(Long id, String text) {
            this.id = id;
            this.text = text;
        }

        public void say(String newText) {
            text = newText;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof ByEveryField that && Objects.equals(id, that.id) && Objects.equals(text, that.text);
        }

        @Override
        public int hashCode() {
            return Objects.hash(id, text);
        }
    }

    /** By a key that never changes, among objects of the very same class. */
    @Entity(name = "ByClass")
    @Table(name = "by_class")
    public static class ByClass {

        @Id
        @Column(length = 20)
        private String code;

        @Column(length = 100)
        private String text;

        /** For the provider. */
        protected ByClass() {}

        public ByClass(String code, String text) {
            this.code = code;
            this.text = text;
        }

        public String code() {
            return code;
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

    /** By a key that never changes, read from the other's field. */
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

    /** By an id that is made with the object. */
    @Entity(name = "ByMadeUpId")
    @Table(name = "by_made_up_id")
    public static class ByMadeUpId {

        @Id
        @Column(columnDefinition = "uuid")
        private UUID id = UUID.randomUUID();

        @Column(length = 100)
        private String text;

        /** For the provider. */
        protected ByMadeUpId() {}

        public ByMadeUpId(String text) {
            this.text = text;
        }

        public UUID id() {
            return id;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof ByMadeUpId that && id().equals(that.id());
        }

        @Override
        public int hashCode() {
            return id().hashCode();
        }
    }
}
