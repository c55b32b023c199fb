package io.github.jpabyexample.models.schema;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A table, and a view that sums it up. */
public final class Visits {

    private Visits() {}

    @Entity(name = "Visit")
    @Table(name = "visit")
    public static class Visit {

        @Id
        private Long id;

        @Column(nullable = false, length = 100)
        private String town;

        @Column(nullable = false)
        private int visitors;

        /** For the provider. */
        protected Visit() {}

        public Visit(Long id, String town, int visitors) {
            this.id = id;
            this.town = town;
            this.visitors = visitors;
        }
    }

    /** A row of the view. Without a way to change it, and with columns that would not be written. */
    @Entity(name = "TownVisitors")
    @Table(name = "town_visitors")
    public static class TownVisitors {

        @Id
        @Column(length = 100)
        private String town;

        @Column(insertable = false, updatable = false)
        private long visitors;

        /** For the provider. */
        protected TownVisitors() {}

        TownVisitors(String town, long visitors) {
            this.town = town;
            this.visitors = visitors;
        }

        public String town() {
            return town;
        }

        public long visitors() {
            return visitors;
        }

        void pretend(long more) {
            visitors = more;
        }
    }
}
