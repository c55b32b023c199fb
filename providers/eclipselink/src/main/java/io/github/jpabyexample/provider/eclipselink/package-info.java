/** What EclipseLink has no property for. Everything else about it is data: {@code provider.properties}. */
@NullMarked
package io.github.jpabyexample.provider.eclipselink;

import org.jspecify.annotations.NullMarked;
