/**
 * A class becomes an entity: what JPA asks of it, which of its fields are columns, when two objects are the same, and which change
 * is noticed. FirstEntityTest is the first lesson of the course.
 */
package io.github.jpabyexample.models.classes;
