/**
 * Values of your own: enums, converters, embeddables, collections of values, and the version of a row.
 */
package io.github.jpabyexample.models.values;
