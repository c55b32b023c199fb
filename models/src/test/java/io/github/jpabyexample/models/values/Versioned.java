package io.github.jpabyexample.models.values;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDateTime;

/** An entity for each kind of version (specification, section 2.5). */
public final class Versioned {

    private Versioned() {}

    /** Something whose version is counted or timed. */
    public interface Draft {

        Object version();

        void rename(String other);
    }

    @Entity(name = "ByInt")
    @Table(name = "draft_by_int")
    public static class ByInt implements Draft {

        @Id
        private int id = 1;

        @Version
        private int version;

        @Column(length = 50)
        private String name;

        @Override
        public Integer version() {
            return version;
        }

        @Override
        public void rename(String other) {
            name = other;
        }
    }

    @Entity(name = "ByLong")
    @Table(name = "draft_by_long")
    public static class ByLong implements Draft {

        @Id
        private int id = 1;

        @Version
        private Long version;

        @Column(length = 50)
        private String name;

        @Override
        public Long version() {
            return version;
        }

        @Override
        public void rename(String other) {
            name = other;
        }
    }

    @Entity(name = "ByInstant")
    @Table(name = "draft_by_instant")
    public static class ByInstant implements Draft {

        @Id
        private int id = 1;

        @Version
        private Instant version;

        @Column(length = 50)
        private String name;

        @Override
        public Instant version() {
            return version;
        }

        @Override
        public void rename(String other) {
            name = other;
        }
    }

    @Entity(name = "ByLocalDateTime")
    @Table(name = "draft_by_local")
    public static class ByLocalDateTime implements Draft {

        @Id
        private int id = 1;

        @Version
        private LocalDateTime version;

        @Column(length = 50)
        private String name;

        @Override
        public LocalDateTime version() {
            return version;
        }

        @Override
        public void rename(String other) {
            name = other;
        }
    }
}
