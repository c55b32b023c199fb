/** Who buys and reviews. */
@NullMarked
package io.github.jpabyexample.models.people;

import org.jspecify.annotations.NullMarked;
