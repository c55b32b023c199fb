package io.github.jpabyexample.models.schema;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** Names that SQL has other plans for. */
public final class Words {

    private Words() {}

    /** In quotes, so that the database takes them as they are ("Naming of Database Objects"). */
    @Entity(name = "QuotedChoice")
    @Table(name = "\"order\"")
    public static class QuotedChoice {

        @Id
        private Long id;

        @Column(name = "\"user\"", length = 100)
        private String who;

        @Column(name = "\"Value\"", nullable = false)
        private int worth;

        /** For the provider. */
        protected QuotedChoice() {}

        public QuotedChoice(Long id, String who, int worth) {
            this.id = id;
            this.who = who;
            this.worth = worth;
        }

        public String who() {
            return who;
        }

        public int worth() {
            return worth;
        }

        public void worth(int other) {
            worth = other;
        }
    }

    /** Without quotes. */
    @Entity(name = "BareChoice")
    @Table(name = "bare_choice")
    public static class BareChoice {

        @Id
        private Long id;

        @Column(name = "order")
        private int place;

        /** For the provider. */
        protected BareChoice() {}

        public BareChoice(Long id, int place) {
            this.id = id;
            this.place = place;
        }
    }

    /** A word of the query language as the name of an entity. */
    @Entity(name = "Order")
    @Table(name = "order_named_order")
    public static class OrderNamedOrder {

        @Id
        private Long id;

        /** For the provider. */
        protected OrderNamedOrder() {}

        public OrderNamedOrder(Long id) {
            this.id = id;
        }
    }
}
