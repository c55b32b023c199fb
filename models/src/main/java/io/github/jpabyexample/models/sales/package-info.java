/** What was bought: orders, lines, payments and deliveries. */
@NullMarked
package io.github.jpabyexample.models.sales;

import org.jspecify.annotations.NullMarked;
