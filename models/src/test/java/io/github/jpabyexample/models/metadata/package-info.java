/**
 * Mappings as data: the metamodel, and mapping files in place of annotations.
 */
package io.github.jpabyexample.models.metadata;
