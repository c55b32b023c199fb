package io.github.jpabyexample.models.sales;

/** How far an order has come. Stored by name. */
public enum OrderStatus {
    /** Received. */
    PLACED,
    /** Paid in full. */
    PAID,
    /** On its way or handed over. */
    SENT,
    /** Called off. */
    CANCELLED
}
