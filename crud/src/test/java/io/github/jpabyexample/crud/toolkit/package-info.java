/**
 * Tests of UnitOfWork itself, in edge cases. They teach no JPA, so they are in no course.
 */
package io.github.jpabyexample.crud.toolkit;
