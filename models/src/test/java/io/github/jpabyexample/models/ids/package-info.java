/**
 * Where a primary key comes from: a sequence, a table, an identity column, several columns, another entity.
 */
package io.github.jpabyexample.models.ids;
