package io.github.jpabyexample.models.classes;

import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.util.Locale;

/** The same attribute by its field, by its property, and by a property of its own form. */
public final class Titles {

    private Titles() {}

    /** Annotations at the fields: the provider goes past the methods. */
    @Entity(name = "ByItsField")
    @Table(name = "by_its_field")
    public static class ByItsField {

        @Id
        private Long id;

        @Column(name = "title", length = 100)
        private String title;

        @Transient
        private int calls;

        /** For the provider. */
        protected ByItsField() {}

        public ByItsField(Long id, String title) {
            this.id = id;
            this.title = title;
        }

        public String getTitle() {
            calls++;
            return title;
        }

        public void setTitle(String newTitle) {
            calls++;
            title = newTitle;
        }

        public int calls() {
            return calls;
        }
    }

    /** The annotation at the getter of the id makes all attributes properties. */
    @Entity(name = "ByItsProperty")
    @Table(name = "by_its_property")
    public static class ByItsProperty {

        private Long id;
        private String title;
        private int calls;

        /** For the provider. */
        protected ByItsProperty() {}

        public ByItsProperty(Long id, String title) {
            this.id = id;
            this.title = title;
        }

        @Id
        public Long getId() {
            return id;
        }

        protected void setId(Long newId) {
            id = newId;
        }

        @Column(name = "title", length = 100)
        public String getTitle() {
            return title;
        }

        public void setTitle(String newTitle) {
            calls++;
            title = newTitle;
        }

        public int calls() {
            return calls;
        }
    }

    /** By its fields, but for one attribute that is stored in another form. */
    @Entity(name = "Mixed")
    @Table(name = "mixed")
    @Access(AccessType.FIELD)
    public static class Mixed {

        @Id
        private Long id;

        @Transient
        private Locale language;

        /** For the provider. */
        protected Mixed() {}

        public Mixed(Long id, Locale language) {
            this.id = id;
            this.language = language;
        }

        public Locale language() {
            return language;
        }

        // A woven setter asks the getter for the old value first, and there is none yet when the row is read.
        @Access(AccessType.PROPERTY)
        @Column(name = "language", length = 20)
        protected String getLanguageTag() {
            return language == null ? null : language.toLanguageTag();
        }

        protected void setLanguageTag(String tag) {
            language = Locale.forLanguageTag(tag);
        }
    }
}
