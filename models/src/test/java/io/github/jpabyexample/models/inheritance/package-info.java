/**
 * A class hierarchy in tables: one table, joined tables, a table each; and superclasses that are shared Java alone.
 */
package io.github.jpabyexample.models.inheritance;
