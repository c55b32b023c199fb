/**
 * Methods that are called when an entity is stored, loaded or removed.
 */
package io.github.jpabyexample.models.lifecycle;
