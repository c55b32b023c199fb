package io.github.jpabyexample.models.ids;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.util.UUID;

/** An entity for each way to have an id generated (specification, "GeneratedValue Annotation"). */
public final class Numbered {

    private Numbered() {}

    /** An object whose id is generated. */
    public interface Entry {

        Object id();
    }

    @Entity(name = "ByAuto")
    @Table(name = "by_auto")
    public static class ByAuto implements Entry {

        @Id
        @GeneratedValue
        private Long id;

        @Override
        public Long id() {
            return id;
        }
    }

    @Entity(name = "BySequence")
    @Table(name = "by_sequence")
    public static class BySequence implements Entry {

        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE)
        private Long id;

        @Override
        public Long id() {
            return id;
        }
    }

    @Entity(name = "ByFives")
    @Table(name = "by_fives")
    public static class ByFives implements Entry {

        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE)
        @SequenceGenerator(allocationSize = 5)
        private Long id;

        @Override
        public Long id() {
            return id;
        }
    }

    @Entity(name = "ByNamedFives")
    @Table(name = "by_named_fives")
    public static class ByNamedFives implements Entry {

        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "named_fives")
        @SequenceGenerator(name = "named_fives", sequenceName = "named_fives", allocationSize = 5)
        private Long id;

        @Override
        public Long id() {
            return id;
        }
    }

    @Entity(name = "ByTable")
    @Table(name = "by_table")
    public static class ByTable implements Entry {

        @Id
        @GeneratedValue(strategy = GenerationType.TABLE)
        private Long id;

        @Override
        public Long id() {
            return id;
        }
    }

    @Entity(name = "ByUuidText")
    @Table(name = "by_uuid_text")
    public static class ByUuidText implements Entry {

        @Id
        @GeneratedValue(strategy = GenerationType.UUID)
        private String id;

        @Override
        public String id() {
            return id;
        }
    }

    /** With an id that is made with the object. */
    @Entity(name = "ByOwnUuid")
    @Table(name = "by_own_uuid")
    public static class ByOwnUuid implements Entry {

        @Id
        @Column(columnDefinition = "uuid")
        private UUID id = UUID.randomUUID();

        @Override
        public UUID id() {
            return id;
        }
    }
}
