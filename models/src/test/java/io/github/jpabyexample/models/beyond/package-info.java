/**
 * Entities that stay plain Jakarta Persistence, for lessons on what only one provider can do: its mapping file adds that.
 */
package io.github.jpabyexample.models.beyond;
