/**
 * The tables that a mapping stands for: names, reserved words, constraints, columns that are not written, two tables, a
 * view.
 */
package io.github.jpabyexample.models.schema;
