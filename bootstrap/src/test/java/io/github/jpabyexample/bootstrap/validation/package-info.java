/**
 * Constraints of Bean Validation, which a unit checks before it writes, if it finds a validator.
 */
package io.github.jpabyexample.bootstrap.validation;
