/**
 * The comparison of the providers: what the lessons asserted on all stacks, as one page.
 *
 * <pre>
 *   Course                                            which lessons there are
 *   target/observations      -> LessonOnAllStacks     what one of them asserted on all Stacks, checked
 *                            -> Compared              a difference, and its value on each stack
 *                            -> Page, MarkdownTable        docs/provider-differences.md
 *   Comparison                                        the program: compares the page with the one that is checked in
 * </pre>
 */
@NullMarked
package io.github.jpabyexample.comparison;

import org.jspecify.annotations.NullMarked;
