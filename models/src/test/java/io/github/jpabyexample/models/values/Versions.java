package io.github.jpabyexample.models.values;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDateTime;

/** Versions of several types, all of which Jakarta Persistence 3.2 allows ("Entity Versions"). */
public final class Versions {

    private Versions() {}

    @Entity(name = "CountedByLong")
    @Table(name = "counted_by_long")
    public static class CountedByLong {

        @Id
        private Long id;

        @Version
        private Long version;

        @Column(length = 100)
        private String name;

        /** For the provider. */
        protected CountedByLong() {}

        public CountedByLong(Long id) {
            this.id = id;
        }

        public Long version() {
            return version;
        }

        public void rename(String newName) {
            name = newName;
        }
    }

    @Entity(name = "DatedByInstant")
    @Table(name = "dated_by_instant")
    public static class DatedByInstant {

        @Id
        private Long id;

        @Version
        private Instant version;

        @Column(length = 100)
        private String name;

        /** For the provider. */
        protected DatedByInstant() {}

        public DatedByInstant(Long id) {
            this.id = id;
        }

        public Instant version() {
            return version;
        }

        public void rename(String newName) {
            name = newName;
        }
    }

    @Entity(name = "DatedByLocalDateTime")
    @Table(name = "dated_by_local")
    public static class DatedByLocalDateTime {

        @Id
        private Long id;

        @Version
        private LocalDateTime version;

        @Column(length = 100)
        private String name;

        /** For the provider. */
        protected DatedByLocalDateTime() {}

        public DatedByLocalDateTime(Long id) {
            this.id = id;
        }

        public LocalDateTime version() {
            return version;
        }

        public void rename(String newName) {
            name = newName;
        }
    }
}
