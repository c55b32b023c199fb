/**
 * Whatever values an entity has, they come back: tests with values that nobody thought of. They are in no course.
 */
package io.github.jpabyexample.models.properties;
