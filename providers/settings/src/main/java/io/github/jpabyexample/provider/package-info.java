/**
 * Which JPA provider runs, and what the library must know of it.
 *
 * <p>Each provider is one artifact, {@code jpa-by-example-provider-<name>}: the provider itself and one file of
 * settings, {@code META-INF/jpa-by-example/provider.properties}. {@link
 * io.github.jpabyexample.provider.ProviderSettings} reads the one that stands on the class path. No other main code
 * of the library knows a provider by name.
 *
 * <pre>
 *   jpa-by-example-provider-hibernate     hibernate-core                   + provider.properties
 *   jpa-by-example-provider-eclipselink   org.eclipse.persistence.jpa      + provider.properties
 * </pre>
 */
@NullMarked
package io.github.jpabyexample.provider;

import org.jspecify.annotations.NullMarked;
