/**
 * An association has two sides in Java and one column in the database: which side writes it.
 */
package io.github.jpabyexample.relationships.ownership;
