/** The recorder for applications that Spring puts together. Needs {@code spring-beans}, and nothing else of Spring. */
@NullMarked
package io.github.jpabyexample.testing.spring;

import org.jspecify.annotations.NullMarked;
