package io.github.jpabyexample.models.lifecycle;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityListeners;
import jakarta.persistence.ExcludeDefaultListeners;
import jakarta.persistence.ExcludeSuperclassListeners;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.PostRemove;
import jakarta.persistence.PostUpdate;
import jakarta.persistence.PrePersist;
import jakarta.persistence.PreRemove;
import jakarta.persistence.PreUpdate;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;

/** Letters that write down who called them. */
public final class Letters {

    /** What was called, in order. */
    static final List<String> CALLS = new ArrayList<>();

    private Letters() {}

    /** Hears all entities of the unit: named in the mapping file. */
    public static class Everybody {

        @PrePersist
        void beforeInsert(Object entity) {
            CALLS.add("default listener");
        }
    }

    /** Hears what is sent. */
    public static class Postman {

        @PrePersist
        void beforeInsert(Sent entity) {
            CALLS.add("listener of the superclass");
        }
    }

    /** Hears letters. */
    public static class Censor {

        @PrePersist
        void beforeInsert(Letter entity) {
            CALLS.add("listener of the class");
        }
    }

    @MappedSuperclass
    @EntityListeners(Postman.class)
    public abstract static class Sent {

        @PrePersist
        void stamp() {
            CALLS.add("method of the superclass");
        }
    }

    /** All listeners and methods that can be. */
    @Entity(name = "Letter")
    @Table(name = "letter")
    @EntityListeners(Censor.class)
    public static class Letter extends Sent {

        @Id
        private Long id;

        @Column(length = 200)
        private String text;

        /** For the provider. */
        protected Letter() {}

        public Letter(Long id, String text) {
            this.id = id;
            this.text = text;
        }

        public void write(String newText) {
            text = newText;
        }

        @PrePersist
        void seal() {
            CALLS.add("method of the class");
        }
    }

    /** Neither the default listeners nor those of the superclass; its methods are called all the same. */
    @Entity(name = "Postcard")
    @Table(name = "postcard")
    @ExcludeDefaultListeners
    @ExcludeSuperclassListeners
    public static class Postcard extends Sent {

        @Id
        private Long id;

        /** For the provider. */
        protected Postcard() {}

        public Postcard(Long id) {
            this.id = id;
        }

        @Override
        void stamp() {
            CALLS.add("overridden and not annotated");
        }
    }

    /** Every moment. */
    @Entity(name = "Telegram")
    @Table(name = "telegram")
    @ExcludeDefaultListeners
    public static class Telegram {

        @Id
        private Long id;

        @Column(length = 200)
        private String text;

        @Column(name = "note", length = 200)
        private String note;

        @ManyToOne(fetch = FetchType.LAZY)
        @JoinColumn(name = "office_id")
        private Office office;

        /** For the provider. */
        protected Telegram() {}

        public Telegram(Long id, String text, Office office) {
            this.id = id;
            this.text = text;
            this.office = office;
        }

        public void write(String newText) {
            text = newText;
        }

        public String note() {
            return note;
        }

        @PrePersist
        void beforeInsert() {
            CALLS.add("PrePersist");
            if (text == null) {
                throw new IllegalStateException("A telegram needs a text");
            }
        }

        @PostPersist
        void afterInsert() {
            CALLS.add("PostPersist");
        }

        @PreUpdate
        void beforeUpdate() {
            CALLS.add("PreUpdate");
            note = "changed to " + text;
            if (office != null) {
                office.count();
            }
        }

        @PostUpdate
        void afterUpdate() {
            CALLS.add("PostUpdate");
        }

        @PreRemove
        void beforeDelete() {
            CALLS.add("PreRemove");
        }

        @PostRemove
        void afterDelete() {
            CALLS.add("PostRemove");
        }

        @PostLoad
        void afterRead() {
            CALLS.add("PostLoad");
        }
    }

    /** What a callback of another entity changes. */
    @Entity(name = "Office")
    @Table(name = "office")
    @ExcludeDefaultListeners
    public static class Office {

        @Id
        private Long id;

        @Column(nullable = false)
        private int corrections;

        /** For the provider. */
        protected Office() {}

        public Office(Long id) {
            this.id = id;
        }

        public int corrections() {
            return corrections;
        }

        void count() {
            corrections++;
        }
    }

    /** Changes itself when it is read. */
    @Entity(name = "Circular")
    @Table(name = "circular")
    @ExcludeDefaultListeners
    public static class Circular {

        @Id
        private Long id;

        @Column(nullable = false)
        private int readers;

        /** For the provider. */
        protected Circular() {}

        public Circular(Long id) {
            this.id = id;
        }

        public int readers() {
            return readers;
        }

        @PostLoad
        void afterRead() {
            readers++;
        }
    }
}
