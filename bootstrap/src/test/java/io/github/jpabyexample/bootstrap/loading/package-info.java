/**
 * What is set at boot and decides when something is read from the database at all: the shared cache, weaving, and lazy
 * attributes, which may not be lazy.
 */
package io.github.jpabyexample.bootstrap.loading;
