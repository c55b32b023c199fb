package io.github.jpabyexample.models.sales;

/**
 * The key of an order line: a composite key whose first part is derived from the order (section 2.4.1).
 *
 * @param order the order's id
 * @param position within the order, from 1
 */
public record OrderLineId(Long order, int position) {}
