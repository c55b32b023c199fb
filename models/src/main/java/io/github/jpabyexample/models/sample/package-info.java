/** The one data set of the bookstore: real classics, invented customers, the same rows on every stack. */
@NullMarked
package io.github.jpabyexample.models.sample;

import org.jspecify.annotations.NullMarked;
