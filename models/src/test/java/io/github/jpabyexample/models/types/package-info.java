/**
 * Which column a Java type gets, and what comes back of what was stored: numbers, text, times, and the edges of each.
 */
package io.github.jpabyexample.models.types;
