/**
 * Tests of Bootstrap and its settings themselves, in edge cases. They teach no JPA, so they are in no course.
 */
package io.github.jpabyexample.bootstrap.toolkit;
