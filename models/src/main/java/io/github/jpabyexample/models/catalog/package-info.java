/** What the store sells: books with their authors, genres and editions. */
@NullMarked
package io.github.jpabyexample.models.catalog;

import org.jspecify.annotations.NullMarked;
