/**
 * Tests of the bookstore's tables and of the fixture under it. They teach no JPA, so they are in no course.
 */
package io.github.jpabyexample.models.toolkit;
